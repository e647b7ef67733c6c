package import CareModel
package import Quantities

/// The first visit within 24 clock hours of the referral, on any day of the week (R20).
package struct ResponseClock: PromiseClock {
  /// From when it runs, by the policy's anchor.
  package let anchor: Instant
  package let deadline: Instant
  /// By the source's literal words: the response time from receipt, wherever the person is.
  package let literalDeadline: Instant
  /// The national clock from receipt (N4).
  package let nationalDeadline: Instant
  package let metAt: Instant?

  /// - Parameter firstVisitAt: nil while the first visit is still to come.
  package init(_ record: ReferralRecord, firstVisitAt: Instant?, policy: Policy) {
    let referral = record.referral
    anchor = referral.responseAnchor(policy: policy)
    deadline = referral.deadline(policy: policy)
    literalDeadline = referral.receivedAt + policy.responseTime
    nationalDeadline = referral.receivedAt + policy.clocks.nationalResponseTime
    metAt =
      switch policy.clocks.responseMetBy {
      case .firstVisit: firstVisitAt
      case .contactAssessment: ContactAssessmentClock(record, policy: policy).metAt ?? firstVisitAt
      }
  }

  /// How the literal clock stands, which is always shown beside the service's own.
  package func literalStanding(asOf: Instant) -> ClockStanding {
    ClockStanding(deadline: literalDeadline, metAt: metAt, asOf: asOf)
  }

  package func nationalStanding(asOf: Instant) -> ClockStanding {
    ClockStanding(deadline: nationalDeadline, metAt: metAt, asOf: asOf)
  }
}
