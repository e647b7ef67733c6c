package import CareModel
package import Quantities

/// Says the instants of one service day as the people of that day read them on the wall.
package struct DayClock: Sendable {
  package let calendar: ServiceCalendar
  package let serviceDate: CivilDate

  package init(calendar: ServiceCalendar, serviceDate: CivilDate) {
    self.calendar = calendar
    self.serviceDate = serviceDate
  }

  /// `09:10`; where the clocks show that time twice, with its zone: `01:30 BST`, then `01:30 GMT`.
  package func time(_ instant: Instant) -> String {
    let local = calendar.local(instant)
    guard case .twice = calendar.reading(local) else { return local.time.description }
    return "\(local.time) \(zoneSign(at: instant))"
  }

  /// The time, with the day of the week where it is not the service day's own date: `Wed 09:10`; with the whole date where
  /// the weekday would name another one: `Tue 24 Nov 2026 09:10`.
  package func timeAndDay(_ instant: Instant) -> String {
    let date = calendar.local(instant).date
    if date == serviceDate { return time(instant) }
    let isNear = abs(date.daysSinceEpoch - serviceDate.daysSinceEpoch) < 7
    return "\(isNear ? date.weekday.shortName : DayClock.words(date)) \(time(instant))"
  }

  /// As `timeAndDay`, on the whole minute at or before an instant: when to set out.
  package func minuteBefore(_ instant: Instant) -> String {
    timeAndDay(Instant(epochSeconds: instant.epochSeconds - DayClock.seconds(of: instant)))
  }

  /// As `timeAndDay`, on the whole minute at or after an instant: when somebody is home.
  package func minuteAfter(_ instant: Instant) -> String {
    let seconds = DayClock.seconds(of: instant)
    return timeAndDay(Instant(epochSeconds: instant.epochSeconds + (seconds == 0 ? 0 : 60 - seconds)))
  }

  private static func seconds(of instant: Instant) -> Int { ((instant.epochSeconds % 60) + 60) % 60 }

  /// `16:00–22:00`, with the day of the week where it is another.
  package func interval(_ start: Instant, _ end: Instant) -> String {
    let isSameDay = calendar.local(start).date == calendar.local(end).date
    return "\(timeAndDay(start))–\(isSameDay ? time(end) : timeAndDay(end))"
  }

  /// Both ends of a stretch of time.
  package func interval(_ interval: InstantInterval) -> String { self.interval(interval.start, interval.end) }

  /// `Tue 24 Nov 2026`.
  package static func words(_ date: CivilDate) -> String {
    let (year, month, day) = date.components
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    let name = months.indices.contains(month - 1) ? months[month - 1] : String(month)
    return "\(date.weekday.shortName) \(day) \(name) \(year)"
  }

  /// `BST` and `GMT` in London, elsewhere `UTC+02:00`.
  package func zoneSign(at instant: Instant) -> String {
    let offset = calendar.offset(at: instant)
    if calendar.zone == "Europe/London" {
      if offset == .zero { return "GMT" }
      if offset == Seconds(3600) { return "BST" }
    }
    let clock = ClockTime(wrapping: abs(offset.value))
    return "UTC\(offset < .zero ? "-" : "+")\(clock)"
  }
}
