import Quantities

/// A minute of a calendar day, before it becomes an instant.
struct DatedMinute: Hashable, Comparable, Sendable {
  var date: CivilDate
  /// After midnight of the date, 0 to 1439.
  var minute: Int

  static func < (left: Self, right: Self) -> Bool { (left.date, left.minute) < (right.date, right.minute) }

  func adding(days: Int) -> DatedMinute { DatedMinute(date: date.adding(days: days), minute: minute) }

  /// Minutes from another one to this; both on clocks that stand still.
  func minutes(since other: DatedMinute) -> Int {
    (date.daysSinceEpoch - other.date.daysSinceEpoch) * 1440 + minute - other.minute
  }
}
