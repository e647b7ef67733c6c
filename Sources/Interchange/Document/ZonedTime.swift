package import CareModel
package import Quantities

/// Reads moments as people and programs write them, and refuses those that the clocks never show.
package enum ZonedTime {
  /// Why a text names no moment.
  package struct Fault: Error, Hashable, Sendable {
    package let code: String
    package let expected: String
    package let suggestion: String?
  }

  /// What a text must look like, with the calendar's own offset.
  package static func expected(_ calendar: ServiceCalendar) -> String {
    "a time with zone like 2026-11-24T07:30+00:00 is expected (\(calendar.zone))"
  }

  /// The moment that `2026-11-24T07:30+00:00`, `…:15+01:00` or `…Z` names.
  ///
  /// A reading with an offset claims that the clocks show it: the offset must be the zone's at that moment. `Z` claims
  /// nothing and is always a moment.
  package static func read(_ text: String, in calendar: ServiceCalendar) -> Result<Instant, Fault> {
    guard let reading = ZonedReading(iso: text), DateRange.contains(reading.local.date) else {
      return .failure(unreadable(text, calendar))
    }
    let instant = reading.instant
    let offset = calendar.offset(at: instant)
    guard reading.isUniversal || offset == reading.offset else {
      return .failure(wrongOffset(reading, calendar))
    }
    return .success(instant)
  }

  private static func unreadable(_ text: String, _ calendar: ServiceCalendar) -> Fault {
    let parts = text.split(whereSeparator: { $0 == "T" || $0 == " " || $0 == "t" })
    guard parts.count == 2, let date = CivilDate(iso: parts[0]), DateRange.contains(date),
      let time = ClockTime(parts[1])
    else { return Fault(code: "time.unreadable", expected: expected(calendar), suggestion: nil) }
    let local = CivilDateTime(date: date, time: time)
    return Fault(
      code: "time.zone", expected: "the zone is missing: \(expected(calendar))",
      suggestion: meaning(of: local, calendar))
  }

  private static func wrongOffset(_ reading: ZonedReading, _ calendar: ServiceCalendar) -> Fault {
    let shows = ZonedReading(reading.instant, offset: calendar.offset(at: reading.instant)).iso
    let sentence =
      if case .missing = calendar.reading(reading.local) {
        "the clocks of \(calendar.zone) skip \(reading.local.time) on \(reading.local.date)"
      } else {
        "the clocks of \(calendar.zone) do not stand at that offset at \(reading.local)"
      }
    let same = "\(shows), if that moment is meant"
    let meant = meaning(of: reading.local, calendar).map { "\($0), or \(same)" } ?? same
    return Fault(
      code: "time.offset", expected: "\(sentence); the zone's offset at the moment is expected", suggestion: meant)
  }

  /// How a reading of the clocks is written; nil where they skip it.
  private static func meaning(of local: CivilDateTime, _ calendar: ServiceCalendar) -> String? {
    switch calendar.reading(local) {
    case .once(let instant): calendar.iso(instant)
    case .twice(let first, let second): "\(calendar.iso(first)) or \(calendar.iso(second)): the clocks show it twice"
    case .missing: nil
    }
  }
}
