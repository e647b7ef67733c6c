import CareModel
package import Quantities

/// The hours of a drawing from left to right, in local time: on the night when the clocks go back an hour stands twice.
package struct TimeAxis: Sendable {
  package let start: Instant
  package let end: Instant
  /// Where the first and the last instant lie in the drawing.
  package let left: Double
  package let right: Double
  /// Whole hours of the wall clock, in order of time.
  package let hours: [Hour]

  /// A whole hour as the clocks on the wall show it.
  package struct Hour: Sendable, Hashable {
    package let instant: Instant
    /// `07:00`.
    package let label: String
    /// `BST` or `GMT` for an hour that comes twice, else empty.
    package let zone: String
  }

  /// Holds 06:00 to 23:00 of the service day and every instant given, widened to whole hours.
  package init(holding instants: [Instant], clock: DayClock, left: Double, right: Double) {
    let calendar = clock.calendar
    let six = ClockTime(wrapping: 6 * 3600)
    let eleven = ClockTime(wrapping: 23 * 3600)
    let usual = [six, eleven].compactMap { calendar.reading($0, onServiceDay: clock.serviceDate).instant }
    let all = instants + usual
    let day = calendar.day(clock.serviceDate)
    // A rota made by hand may hold an instant far away: the axis keeps to two days about its own.
    let earliest = day.start - Minutes(1440)
    let latest = day.end + Minutes(1440)
    let first = max(earliest, all.min() ?? day.start)
    let last = max(first, min(latest, all.max() ?? day.end))
    start = TimeAxis.wholeHour(first, calendar: calendar, step: Seconds(-60))
    end = max(start + Minutes(60), TimeAxis.wholeHour(last, calendar: calendar, step: Seconds(60)))
    self.left = left
    self.right = right
    hours = TimeAxis.hours(from: start, to: end, clock: clock)
  }

  /// Where an instant lies; instants off the axis lie at its nearer end.
  package func x(_ instant: Instant) -> Coordinate { Coordinate(position(instant)) }

  /// As `x`, unrounded.
  package func position(_ instant: Instant) -> Double {
    let kept = min(max(instant, start), end)
    let share = Double((kept - start).value) / Double(max(1, (end - start).value))
    return left + (right - left) * share
  }

  /// How wide a stretch of time is.
  package func width(_ from: Instant, _ to: Instant) -> Double { max(0, position(to) - position(from)) }

  private static func wholeHour(_ instant: Instant, calendar: ServiceCalendar, step: Seconds) -> Instant {
    // On to the whole minute in the step's direction first, then minute by minute: an offset may change in between.
    let over = ((instant.epochSeconds % 60) + 60) % 60
    var found = Instant(epochSeconds: instant.epochSeconds - over)
    if over > 0, step > .zero { found = found + Seconds(60) }
    for _ in 0..<120 where calendar.local(found).time.secondsOfDay % 3600 != 0 { found = found + step }
    return found
  }

  private static func hours(from start: Instant, to end: Instant, clock: DayClock) -> [Hour] {
    var hours: [Hour] = []
    var instant = start
    while instant <= end {
      let local = clock.calendar.local(instant)
      if local.time.secondsOfDay % 3600 == 0 {
        var zone = ""
        if case .twice = clock.calendar.reading(local) { zone = clock.zoneSign(at: instant) }
        hours.append(Hour(instant: instant, label: local.time.description, zone: zone))
      }
      instant = instant + Minutes(5)
    }
    return hours
  }
}
