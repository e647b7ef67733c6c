import CareModel
import Quantities

/// Reads `calendar`, and fills in the changes of the clocks where the document does not give them.
enum CalendarReader {
  static let keys = ["zone", "dayOriginClock", "bankHolidays", "utcOffsets"]
  static let offsetKeys = ["initialOffsetSeconds", "changes"]
  static let changeKeys = ["from", "offsetSeconds"]

  private static let offsetRange = -50_400...50_400
  /// Whole minutes, because ISO 8601 can't write others.
  private static let expectedOffset = "a whole number of seconds from -50400 to 50400, in whole minutes, is expected"

  /// Nil where something is wrong with it.
  static func read(_ record: RecordReader, around date: CivilDate) -> ServiceCalendar? {
    let before = record.log.problems.count
    let zone = record.text("zone")
    let origin = record.optionalClock("dayOriginClock") ?? ClockTime(wrapping: 5 * 3600)
    let holidays = record.items("bankHolidays").enumerated().compactMap { index, item in
      record.date(item, "bankHolidays[\(index)]")
    }
    guard let zone, let offsets = offsets(record, zone: zone, around: date), record.log.problems.count == before
    else { return nil }
    let calendar = ServiceCalendar(
      zone: zone, initialOffset: offsets.initial, changes: offsets.changes, bankHolidays: holidays, dayOrigin: origin)
    let hours = calendar.day(date).length.value / 3600
    guard (12...36).contains(hours) else {
      record.report(
        "utcOffsets", code: "calendar.day", found: "a service day of \(hours) hours",
        expected: "offsets are expected that leave the day between 12 and 36 hours")
      return nil
    }
    return calendar
  }

  private static func offsets(
    _ record: RecordReader, zone: String, around date: CivilDate
  ) -> TimeZoneOffsets.Offsets? {
    if record.value("utcOffsets") != nil {
      return record.optionalObject("utcOffsets", keys: offsetKeys).flatMap(given)
    }
    if let known = TimeZoneOffsets.around(date, zone: zone) { return known }
    record.report(
      "zone", code: "calendar.zone", found: zone, expected: "a time zone that this machine knows is expected",
      suggestion: "Europe/London; or give utcOffsets, and the machine is not asked")
    return nil
  }

  private static func given(_ record: RecordReader) -> TimeZoneOffsets.Offsets? {
    let initial = offset(record, "initialOffsetSeconds")
    var changes: [ServiceCalendar.OffsetChange] = []
    for entry in record.objects("changes", keys: changeKeys, atMost: CaseloadLimits.offsetChanges) {
      let offset = offset(entry, "offsetSeconds")
      guard let from = moment(entry), let offset else { continue }
      if let last = changes.last, from <= last.from {
        entry.report(
          "from", code: "calendar.order", found: entry.value("from")?.shown ?? "",
          expected: "changes in order of time are expected")
      }
      changes.append(.init(from: from, offset: offset))
    }
    return initial.map { TimeZoneOffsets.Offsets(initial: $0, changes: changes) }
  }

  private static func offset(_ record: RecordReader, _ key: String) -> Seconds? {
    guard let value = record.required(key, expectedOffset),
      let seconds = record.integer(value, key, in: offsetRange, expectedOffset)
    else { return nil }
    guard seconds % 60 == 0 else {
      record.report(value, key, "number.range", expectedOffset)
      return nil
    }
    return Seconds(seconds)
  }

  /// A change's moment: any offset will do here, because the offsets are being defined.
  private static func moment(_ record: RecordReader) -> Instant? {
    let expected = "a time with zone like 2026-10-25T01:00Z is expected"
    guard let value = record.required("from", expected) else { return nil }
    if case .text(let text) = value.content, let reading = ZonedReading(iso: text),
      DateRange.contains(reading.local.date)
    {
      return reading.instant
    }
    record.report(value, "from", "time.unreadable", expected)
    return nil
  }
}
