package import CareModel
package import Quantities

/// Outcomes and care plan agreed within three calendar days (R21).
package struct CarePlanClock: PromiseClock {
  package let lastPermittedDay: CivilDate
  package let deadline: Instant
  /// The end of the day on which it was agreed.
  package let metAt: Instant?
  /// The beginning of that day: only the day is written down, so that what was agreed on it is known all through it.
  private let knownFrom: Instant?

  /// - Parameter referral: the one that the episode answers; without one the first visit is the anchor.
  package init(_ record: EpisodeRecord, referral: ReferralRecord?, calendar: ServiceCalendar, policy: Policy) {
    let anchor: CivilDate =
      switch policy.clocks.carePlanAnchor {
      case .firstVisit: record.episode.startDate
      case .accepted:
        referral?.contactAssessment.map { calendar.serviceDate(of: $0.heldAt) } ?? record.episode.startDate
      }
    lastPermittedDay = anchor.adding(days: policy.clocks.carePlanDays)
    deadline = calendar.lastInstant(of: lastPermittedDay)
    metAt = record.clocks.carePlanAgreedOn.map(calendar.lastInstant)
    knownFrom = record.clocks.carePlanAgreedOn.map { calendar.day($0).start }
  }

  package func standing(asOf: Instant) -> ClockStanding {
    guard let metAt, let knownFrom, knownFrom <= asOf else {
      return ClockStanding(deadline: deadline, metAt: nil, asOf: asOf)
    }
    return ClockStanding(deadline: deadline, metAt: metAt, asOf: max(asOf, metAt))
  }
}
