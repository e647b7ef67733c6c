import CareModel
package import Quantities

/// Reads what a coordinator writes for a day or a time, once, into instants.
///
/// A clock time belongs to the service day: before the hour at which the day begins it means the next morning. A time that
/// the clocks show twice means the first of the two; one that they skip is an error, never moved silently.
package struct LocalClock {
  let calendar: ServiceCalendar
  let serviceDate: CivilDate

  enum Reading: Hashable {
    case at(Instant)
    /// The clocks do not show this time on that day.
    case skipped
    case malformed
  }

  /// Reads `07:30`, or a day and a time as `24/11/2026 07:30` or `2026-11-24T07:30`.
  ///
  /// - Parameter isEnd: the clock time at which the service day begins then means the day's end.
  func moment(_ text: String, isEnd: Bool) -> Reading {
    let parts = text.split { $0 == " " || $0 == "T" }
    switch parts.count {
    case 1:
      guard let time = LocalClock.time(parts[0]) else { return .malformed }
      if isEnd, time == calendar.dayOrigin { return .at(calendar.day(serviceDate).end) }
      return LocalClock.reading(calendar.reading(time, onServiceDay: serviceDate))
    case 2:
      guard let date = LocalClock.date(parts[0]), let time = LocalClock.time(parts[1]) else { return .malformed }
      return LocalClock.reading(calendar.reading(CivilDateTime(date: date, time: time)))
    default: return .malformed
    }
  }

  /// Whether the text is a clock time, or a day and a clock time: what `moment` reads in the zone of some service.
  package static func hasForm(_ text: String) -> Bool {
    let parts = text.split(separator: " ")
    guard let last = parts.last, time(last) != nil else { return false }
    return parts.count == 1 || parts.count == 2 && date(parts[0]) != nil
  }

  private static func reading(_ local: ServiceCalendar.LocalReading) -> Reading {
    local.instant.map { .at($0) } ?? .skipped
  }

  /// `24/11/2026`, `4/1/2027` or `2026-11-24`; nil for anything else, two-digit years among it.
  package static func date(_ text: some StringProtocol) -> CivilDate? {
    if let date = CivilDate(iso: text) { return DateRange.contains(date) ? date : nil }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].utf8.count == 4, (1...2).contains(parts[0].utf8.count),
      (1...2).contains(parts[1].utf8.count), let day = number(parts[0]), let month = number(parts[1]),
      let year = number(parts[2])
    else { return nil }
    return CivilDate(year: year, month: month, day: day).flatMap { DateRange.contains($0) ? $0 : nil }
  }

  /// `07:30`, `7:30` or `07:30:15`; nil for anything else.
  static func time(_ text: some StringProtocol) -> ClockTime? {
    let isShort = text.utf8.count == 4 || text.utf8.count == 7
    return ClockTime(isShort ? "0" + text : String(text))
  }

  private static func number(_ text: some StringProtocol) -> Int? {
    text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
  }
}
