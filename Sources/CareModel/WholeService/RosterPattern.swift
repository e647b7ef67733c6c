package import Quantities

/// A worker's shifts week by week, in a cycle: two weeks for alternate weekends, up to eight in a longer rota.
package struct RosterPattern: Hashable, Sendable {
  /// The Monday on which the first week of the cycle begins; the cycle runs in both directions from it.
  package let anchor: CivilDate
  /// The shifts of each week of the cycle, each in order of weekday and start; a split day has two.
  package let weeks: [[RosteredShift]]

  /// - Parameter anchor: any day of the first week; its Monday is kept.
  package init(anchor: CivilDate, weeks: [[RosteredShift]]) {
    self.anchor = anchor.monday
    self.weeks = weeks.map { $0.sorted { ($0.weekday.position, $0.shift.from) < ($1.weekday.position, $1.shift.from) } }
  }

  /// The shifts that begin on a service day.
  package func shifts(on date: CivilDate) -> [Shift] {
    guard !weeks.isEmpty else { return [] }
    let elapsed = (date.monday.daysSinceEpoch - anchor.daysSinceEpoch) / 7
    let week = ((elapsed % weeks.count) + weeks.count) % weeks.count
    return weeks[week].filter { $0.weekday == date.weekday }.map(\.shift)
  }
}

/// A shift on its day of the week.
package struct RosteredShift: Hashable, Sendable {
  /// Of the service day on which it begins.
  package let weekday: Weekday
  package let shift: Shift

  package init(_ weekday: Weekday, _ shift: Shift) {
    self.weekday = weekday
    self.shift = shift
  }
}

/// Shifts on one date in place of the pattern's: a swap, an extra shift, or none.
package struct RosterChange: Hashable, Sendable {
  package let date: CivilDate
  package let shifts: [Shift]

  package init(date: CivilDate, shifts: [Shift]) {
    self.date = date
    self.shifts = shifts.sorted { $0.from < $1.from }
  }
}

/// A paid block of work by the clock.
package struct Shift: Hashable, Sendable {
  package let from: ClockTime
  /// Where it is not after `from` in the service day, it is on the next one: a night shift.
  package let until: ClockTime
  /// A shift longer than the policy allows without a break gets one of the policy's length where none is given (N10).
  package let breaks: [ShiftBreak]

  package init(from: ClockTime, until: ClockTime, breaks: [ShiftBreak] = []) {
    self.from = from
    self.until = until
    self.breaks = breaks
  }
}

/// A rest within a shift (N10).
package struct ShiftBreak: Hashable, Sendable {
  /// Nil takes the policy's.
  package let length: Minutes?
  /// Nil takes the middle half of the shift.
  package let window: ClockInterval?

  package init(length: Minutes? = nil, window: ClockInterval? = nil) {
    self.length = length
    self.window = window
  }
}

extension CivilDate {
  /// The Monday of its week.
  package var monday: CivilDate { adding(days: -weekday.position) }
}

extension Weekday {
  /// 0 for Monday to 6 for Sunday.
  package var position: Int {
    switch self {
    case .monday: 0
    case .tuesday: 1
    case .wednesday: 2
    case .thursday: 3
    case .friday: 4
    case .saturday: 5
    case .sunday: 6
    }
  }
}
