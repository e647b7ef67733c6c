import CareModel
import Quantities

/// The contact time of some of a service's staff by day, and what is taken of it.
struct CapacityTable {
  /// By day: contact minutes of each node (``WorkClasses``).
  let capacity: [[Int]]
  private(set) var days: [DayFlow]
  private let classes: WorkClasses
  private let first: CivilDate
  private let calendar: ServiceCalendar
  private let asOf: Instant

  /// - Parameter members: whose time it is, by place among the service's staff; nil everybody's.
  init(
    _ service: Service, _ hours: StaffHours, _ classes: WorkClasses, from first: CivilDate, days: Int,
    overhead: ContactOverhead, members: [Bool]? = nil
  ) {
    self.classes = classes
    self.first = first
    calendar = service.calendar
    asOf = service.asOf
    var capacity = Array(repeating: Array(repeating: 0, count: classes.nodeCount), count: days)
    for stretch in hours.stretches where stretch.day < days && members?[stretch.member] ?? true {
      let member = service.staff[stretch.member]
      guard let own = classes.index(of: member) else { continue }
      capacity[stretch.day][WorkClasses.node(own, stretch.part)] += overhead.contact(
        stretch.paid, role: member.role, stretch.part)
    }
    self.capacity = capacity
    self.days = capacity.map { DayFlow(capacity: $0, demandCount: classes.demands.count) }
  }

  /// Gives time to calls, the gravest first; what was wanted in a part of today that is over is taken
  /// for done.
  ///
  /// - Returns: For which calls, of which class, there were minutes without room.
  @discardableResult
  mutating func takeAll(_ calls: [PlannedCall]) -> [(call: PlannedCall, demand: Int, missing: Int)] {
    var lacking: [(call: PlannedCall, demand: Int, missing: Int)] = []
    for call in calls.sorted(by: { CapacityTable.order($0) < CapacityTable.order($1) }) {
      let day = call.date.daysSinceEpoch - first.daysSinceEpoch
      guard days.indices.contains(day), !call.isOver(asOf: asOf, calendar: calendar) else { continue }
      for demand in call.need.demands {
        guard let kind = classes.index(of: demand, parts: call.parts) else { continue }
        let missing = days[day].take(demand.length.value, for: kind, classes.able)
        if missing > 0 { lacking.append((call, kind, missing)) }
      }
    }
    return lacking
  }

  /// Gives time to a call if its day has all that it asks for; days that are not covered have room for everything.
  mutating func takeIfItFits(_ call: PlannedCall) -> Bool {
    let day = call.date.days(from: first)
    guard days.indices.contains(day) else { return true }
    let before = days[day]
    for demand in call.need.demands {
      guard let kind = classes.index(of: demand, parts: call.parts) else { continue }
      if days[day].take(demand.length.value, for: kind, classes.able) > 0 {
        days[day] = before
        return false
      }
    }
    return true
  }

  private static func order(_ call: PlannedCall) -> (Int, Int, VisitID) {
    let gravity =
      switch call.need.consequence {
      case .high: 0
      case .medium: 1
      case .low: 2
      }
    return (call.need.isTimeCritical ? 0 : 1, gravity, call.id)
  }
}

extension PlannedCall {
  /// The part of the day in which it is wanted has gone by.
  func isOver(asOf: Instant, calendar: ServiceCalendar) -> Bool {
    part.isOver(on: date, asOf: asOf, calendar: calendar)
  }
}
