import CareModel
import Quantities

extension RecordReader {
  /// The keys of a stretch between two clock times.
  static let clockIntervalKeys = ["from", "until"]
  /// The keys of a stretch of service days.
  static let dateSpanKeys = ["first", "last"]

  /// A time on the clock's face that must be there.
  func clock(_ key: String) -> ClockTime? {
    required(key, "a time of day like 07:30 is expected").flatMap { clock($0, key) }
  }

  /// A stretch between two clock times that must be there.
  func clockInterval(_ key: String) -> ClockInterval? {
    object(key, keys: RecordReader.clockIntervalKeys).flatMap(RecordReader.clockInterval)
  }

  /// A stretch between two clock times that may be there.
  func optionalClockInterval(_ key: String) -> ClockInterval? {
    optionalObject(key, keys: RecordReader.clockIntervalKeys).flatMap(RecordReader.clockInterval)
  }

  private static func clockInterval(_ record: RecordReader) -> ClockInterval? {
    let from = record.clock("from")
    let until = record.clock("until")
    guard let from, let until else { return nil }
    return ClockInterval(from: from, until: until)
  }

  /// Stretches of service days; none where the list is absent.
  func dateSpans(_ key: String) -> [DateSpan] {
    objects(key, keys: RecordReader.dateSpanKeys).compactMap(RecordReader.dateSpan)
  }

  /// A stretch of service days that may be there.
  func optionalDateSpan(_ key: String) -> DateSpan? {
    optionalObject(key, keys: RecordReader.dateSpanKeys).flatMap(RecordReader.dateSpan)
  }

  private static func dateSpan(_ record: RecordReader) -> DateSpan? {
    let first = record.date("first")
    let last = record.optionalDate("last")
    guard let first else { return nil }
    if let span = DateSpan(first: first, last: last) { return span }
    record.report(
      "last", code: "interval.backwards", found: last?.description ?? "",
      expected: "a last day not before the first, \(first), is expected")
    return nil
  }

  /// A list of days; none where it is absent.
  func dates(_ key: String) -> [CivilDate] {
    items(key).enumerated().compactMap { index, item in date(item, "\(key)[\(index)]") }
  }

  /// `true` or `false` that must be there.
  func truth(_ key: String) -> Bool? {
    required(key, "true or false is expected").map { _ in truth(key, default: false) }
  }
}
