package import CareModel
package import Quantities

/// The contact assessment inside the response time: by a care manager or an intermediate care nurse, two answers (R5, R6).
package struct ContactAssessmentClock: PromiseClock {
  package let deadline: Instant
  /// When one was held that opens the gate or closes it; one by another role does neither.
  package let metAt: Instant?
  package let gate: ReferralRecord.Gate

  package init(_ record: ReferralRecord, policy: Policy) {
    deadline = record.referral.deadline(policy: policy)
    gate = record.gate
    metAt =
      switch gate {
      case .notHeld, .heldBy: nil
      case .answeredNo, .open: record.contactAssessment?.heldAt
      }
  }
}
