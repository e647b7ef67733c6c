package import CareModel
package import Quantities

extension RecordReader {
  private static let expectedDate = "a day like 2026-11-24 is expected"
  private static let expectedClock = "a time of day like 07:30 is expected"

  /// A day that must be there.
  package func date(_ key: String) -> CivilDate? {
    required(key, RecordReader.expectedDate).flatMap { date($0, key) }
  }

  /// A day that may be there.
  package func optionalDate(_ key: String) -> CivilDate? { value(key).flatMap { date($0, key) } }

  func date(_ value: DocumentValue, _ key: String) -> CivilDate? {
    if case .text(let text) = value.content, let date = CivilDate(iso: text), DateRange.contains(date) { return date }
    report(value, key, "date.unreadable", RecordReader.expectedDate)
    return nil
  }

  /// A time on the clock's face that may be there.
  package func optionalClock(_ key: String) -> ClockTime? { value(key).flatMap { clock($0, key) } }

  func clock(_ value: DocumentValue, _ key: String) -> ClockTime? {
    if case .text(let text) = value.content, let time = ClockTime(text) { return time }
    report(value, key, "clock.unreadable", RecordReader.expectedClock)
    return nil
  }

  /// A moment that must be there, with the zone's offset as the calendar has it at that moment.
  package func instant(_ key: String, in calendar: ServiceCalendar) -> Instant? {
    required(key, ZonedTime.expected(calendar)).flatMap { instant($0, key, calendar) }
  }

  /// A moment that may be there.
  package func optionalInstant(_ key: String, in calendar: ServiceCalendar) -> Instant? {
    value(key).flatMap { instant($0, key, calendar) }
  }

  private func instant(_ value: DocumentValue, _ key: String, _ calendar: ServiceCalendar) -> Instant? {
    guard case .text(let text) = value.content else {
      report(value, key, "value.kind", ZonedTime.expected(calendar))
      return nil
    }
    switch ZonedTime.read(text, in: calendar) {
    case .success(let instant): return instant
    case .failure(let fault):
      report(value, key, fault.code, fault.expected, suggestion: fault.suggestion)
      return nil
    }
  }

  /// The stretch between two moments of this record.
  ///
  /// - Parameter mayBeEmpty: the end may equal the start.
  package func interval(
    from startKey: String = "start", to endKey: String = "end", in calendar: ServiceCalendar, mayBeEmpty: Bool = true
  ) -> InstantInterval? {
    let start = instant(startKey, in: calendar)
    let end = instant(endKey, in: calendar)
    guard let start, let end else { return nil }
    if let interval = InstantInterval(start: start, end: end), mayBeEmpty || start < end { return interval }
    report(
      endKey, code: "interval.backwards", found: calendar.iso(end),
      expected: "an end \(mayBeEmpty ? "not before" : "after") the start \(calendar.iso(start)) is expected")
    return nil
  }
}

/// The days that a document may speak of: others are slips of the pen, and calendars know nothing of them.
enum DateRange {
  static func contains(_ date: CivilDate) -> Bool { (1980...2199).contains(date.components.year) }
}
