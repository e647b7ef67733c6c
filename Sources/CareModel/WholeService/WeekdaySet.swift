package import Quantities

/// Some of the days of the week: on which of them a call of a package falls.
///
/// The day of a call is its *service day*: a call at half past midnight falls on the day before.
package struct WeekdaySet: Hashable, Sendable {
  /// A bit for each day, Monday's the lowest.
  private let bits: UInt8

  package init(_ days: some Sequence<Weekday>) {
    bits = days.reduce(0) { $0 | WeekdaySet.bit($1) }
  }

  /// All seven days: the service is there every day (R35).
  package static let every = WeekdaySet(Weekday.allCases)
  /// Monday to Friday.
  package static let workingDays = WeekdaySet(Weekday.allCases.prefix(5))
  /// Saturday and Sunday.
  package static let weekend = WeekdaySet(Weekday.allCases.suffix(2))

  package func contains(_ day: Weekday) -> Bool { bits & WeekdaySet.bit(day) != 0 }

  /// In order from Monday.
  package var days: [Weekday] { Weekday.allCases.filter(contains) }

  package var isEmpty: Bool { bits == 0 }

  private static func bit(_ day: Weekday) -> UInt8 {
    switch day {
    case .monday: 1
    case .tuesday: 2
    case .wednesday: 4
    case .thursday: 8
    case .friday: 16
    case .saturday: 32
    case .sunday: 64
    }
  }
}
