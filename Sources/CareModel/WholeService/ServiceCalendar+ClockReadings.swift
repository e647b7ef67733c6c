package import Quantities

extension ServiceCalendar {
  /// The instant at which the clocks of a service day first show a time, or have passed it.
  ///
  /// Of a doubled time it is the first; of a missing one, the moment from which the clocks stand past it. So later times
  /// never come earlier, and a window stays a window on both days on which the clocks change.
  package func instant(of time: ClockTime, onServiceDay date: CivilDate) -> Instant {
    if let instant = reading(time, onServiceDay: date).instant { return instant }
    let local = CivilDateTime(date: time < dayOrigin ? date.adding(days: 1) : date, time: time)
    // The offset before the change names a moment at or after the change, by how far the time lies in the gap.
    let change = changes.last { $0.from <= local.instant(offset: offset(before: $0.from)) }
    return change?.from ?? local.instant(offset: initialOffset)
  }

  /// A stretch between two clock times of a service day; nil where it runs backwards from the day's origin.
  package func interval(of clock: ClockInterval, onServiceDay date: CivilDate) -> InstantInterval? {
    guard clock.isForward(fromOrigin: dayOrigin) else { return nil }
    return InstantInterval(
      start: instant(of: clock.from, onServiceDay: date), end: instant(of: clock.until, onServiceDay: date))
  }

  private func offset(before change: Instant) -> Seconds { offset(at: change - Seconds(1)) }
}
