package import CareModel
package import Quantities

/// The next review, never more than seven days after the last (R24).
///
/// It stands still on service days that the person spends in hospital from beginning to end.
package struct ReviewClock: PromiseClock {
  /// The last review held; nil before the first.
  package let lastHeldOn: CivilDate?
  package let lastPermittedDay: CivilDate
  package let deadline: Instant
  /// A review that has been held begins the next clock, so that this one is always still to be kept.
  package var metAt: Instant? { nil }

  package init(_ record: EpisodeRecord, person: Person, calendar: ServiceCalendar, policy: Policy) {
    lastHeldOn = record.clocks.reviewsHeld.last
    lastPermittedDay = ReviewClock.lastPermittedDay(
      after: lastHeldOn ?? record.episode.startDate, person: person, calendar: calendar, policy: policy)
    deadline = calendar.lastInstant(of: lastPermittedDay)
  }

  /// The last day for the review that follows one on a day.
  static func lastPermittedDay(
    after last: CivilDate, person: Person, calendar: ServiceCalendar, policy: Policy
  ) -> CivilDate {
    guard !person.suspensions.isEmpty else { return last.adding(days: policy.clocks.reviewGapDays) }
    let away = Suspensions(person)
    var day = last
    var left = policy.clocks.reviewGapDays
    // No stay in hospital is longer than a year here: whatever lies behind that has ended the episode long before.
    while left > 0, day < last.adding(days: 366) {
      day = day.adding(days: 1)
      if !away.coverWholly(calendar.day(day)) { left -= 1 }
    }
    return day
  }
}
