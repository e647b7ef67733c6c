package import CareModel
package import Quantities

/// The contact assessment inside the response time: by a care manager or an intermediate care nurse, two answers (R5, R6).
package struct ContactAssessmentClock: PromiseClock {
  package let deadline: Instant
  /// When one was held that opens the gate or closes it; one by another role does neither.
  package let metAt: Instant?
  package let gate: Gate

  /// What the assessment says about accepting; a person decides all the same.
  package enum Gate: Hashable, Sendable {
    case notHeld
    /// Held by somebody who may not (R5).
    case heldBy(Role)
    /// One of the two answers is no (R6).
    case answeredNo
    case open
  }

  package init(_ record: ReferralRecord, policy: Policy) {
    deadline = record.referral.deadline(policy: policy)
    guard let assessment = record.contactAssessment else {
      (metAt, gate) = (nil, .notHeld)
      return
    }
    guard ReferralRecord.assessors.contains(assessment.role) else {
      (metAt, gate) = (nil, .heldBy(assessment.role))
      return
    }
    metAt = assessment.heldAt
    gate = assessment.needsPersonalCare && assessment.canEngage ? .open : .answeredNo
  }
}
