import CareModel
import Quantities

/// A worker's shifts over a four-week cycle, by contract and kind of shift (from memory, `domain.md` 2.4).
struct RosterPlan: Sendable {
  let roster: RosterPattern
  let contract: Contract

  /// The kinds of shift that assistants have.
  enum Kind: Sendable {
    case early, late, rotating, shortMorning, shortEvening, split

    /// In the order of their settings.
    static let keyed: [(Kind, ServiceSetting.Key)] = [
      (.early, .earlyPerMille), (.late, .latePerMille), (.rotating, .rotatingPerMille),
      (.shortMorning, .shortMorningPerMille), (.shortEvening, .shortEveningPerMille), (.split, .splitPerMille),
    ]

    /// One day's shifts. Who rotates is early in the weeks of their weekends: between the last late and the first early
    /// one lies a weekend off.
    fileprivate func shifts(isWeekendWeek: Bool) -> [Shift] {
      switch self {
      case .early: [RosterPlan.early]
      case .late: [RosterPlan.late]
      case .rotating: [isWeekendWeek ? RosterPlan.early : RosterPlan.late]
      case .shortMorning: [RosterPlan.shift(7 * 60, 12 * 60)]
      case .shortEvening: [RosterPlan.shift(16 * 60 + 30, 21 * 60 + 30)]
      case .split: [RosterPlan.shift(7 * 60 + 30, 11 * 60 + 30), RosterPlan.shift(16 * 60 + 30, 20 * 60 + 30)]
      }
    }

    /// Paid minutes of a day.
    fileprivate var paid: Int { shifts(isWeekendWeek: true).reduce(0) { $0 + RosterPlan.paid($1) } }
  }

  /// A Monday: the cycles of all workers are counted from it.
  private static let anchor = CivilDate(daysSinceEpoch: 20_458)
  private static let weeks = 4

  /// An assistant's roster: every other weekend, and so many weekdays as the contract leaves.
  ///
  /// - Parameters:
  ///   - weekly: paid minutes of a week, which the roster comes near to.
  ///   - phase: tells apart those who work odd and even weekends, and whose days off fall where.
  static func alternating(_ kind: Kind, weekly: Int, phase: Int) -> RosterPlan {
    let total = (weekly * weeks + kind.paid / 2) / max(1, kind.paid)
    let weekdays = max(0, min(5 * weeks, total - 4))
    let weeks = (0..<weeks).map { week -> [RosteredShift] in
      let isWeekendWeek = (week + phase) % 2 == 0
      // What doesn't divide by four goes to the weeks without a weekend first.
      let turn = (week + phase + 1) % 2 * 2 + week / 2
      let count = weekdays / 4 + (turn < weekdays % 4 ? 1 : 0)
      let chosen = Weekday.allCases.prefix(5).enumerated().filter { ($0.offset * 2 + phase + week) % 5 < count }
      let days = chosen.map(\.element) + (isWeekendWeek ? [.saturday, .sunday] : [])
      return days.flatMap { day in kind.shifts(isWeekendWeek: isWeekendWeek).map { RosteredShift(day, $0) } }
    }
    return RosterPlan(weeks, weekends: .alternate)
  }

  /// An assistant who works every weekend and on no other day.
  static func weekendsOnly(isEarly: Bool) -> RosterPlan {
    let shift = isEarly ? early : late
    return RosterPlan([[RosteredShift(.saturday, shift), RosteredShift(.sunday, shift)]], weekends: .every)
  }

  /// A therapist's office days; with weekends, every third, and two weekdays off for it.
  static func office(days: Int, hasWeekends: Bool, phase: Int) -> RosterPlan {
    let office = Shift(
      from: clock(9 * 60), until: clock(17 * 60), breaks: [pause(11 * 60 + 45, 14 * 60 + 15)])
    let weeks = (0..<(hasWeekends ? 3 : 1)).map { week -> [RosteredShift] in
      let isWeekendWeek = hasWeekends && (week + phase) % 3 == 0
      let count = max(0, min(5, days) - (isWeekendWeek ? 2 : 0))
      let chosen = Weekday.allCases.prefix(5).enumerated().filter { ($0.offset * 2 + phase) % 5 < count }
      return (chosen.map(\.element) + (isWeekendWeek ? [.saturday, .sunday] : [])).map { RosteredShift($0, office) }
    }
    return RosterPlan(weeks, weekends: hasWeekends ? .oneInThree : .never)
  }

  private init(_ weeks: [[RosteredShift]], weekends: Contract.WeekendPattern) {
    roster = RosterPattern(anchor: RosterPlan.anchor, weeks: weeks)
    let paid = weeks.flatMap { $0 }.reduce(0) { $0 + RosterPlan.paid($1.shift) }
    contract = Contract(weekly: Minutes(paid / max(1, weeks.count)), weekends: weekends)
  }

  private static let early = Shift(
    from: clock(7 * 60), until: clock(14 * 60 + 30), breaks: [pause(10 * 60 + 30, 13 * 60 + 30)])
  private static let late = Shift(
    from: clock(14 * 60 + 30), until: clock(22 * 60), breaks: [pause(17 * 60, 20 * 60)])

  private static func shift(_ from: Int, _ until: Int) -> Shift { Shift(from: clock(from), until: clock(until)) }

  private static func clock(_ minute: Int) -> ClockTime { ClockTime(wrapping: minute * 60) }

  private static func pause(_ from: Int, _ until: Int) -> ShiftBreak {
    ShiftBreak(length: Minutes(30), window: ClockInterval(from: clock(from), until: clock(until)))
  }

  /// Minutes of a shift without its breaks.
  private static func paid(_ shift: Shift) -> Int {
    (shift.until.secondsOfDay - shift.from.secondsOfDay) / 60
      - shift.breaks.reduce(0) { $0 + ($1.length?.value ?? 0) }
  }
}
