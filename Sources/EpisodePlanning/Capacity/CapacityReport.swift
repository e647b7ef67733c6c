import CareModel
import Quantities

/// Capacity and load of a plan, by role, patch and skill, for people to read.
struct CapacityReport {
  let service: Service
  let hours: StaffHours
  let overhead: ContactOverhead
  let first: CivilDate
  let days: Int

  /// By the part of the day in which calls are wanted, whether or not they could be done later.
  func byRole(_ calls: [PlannedCall]) -> [Role: [CapacityCell]] {
    let wanted = calls.map(\.withoutDrift)
    let classes = WorkClasses(staff: service.staff, asked: Set(wanted.flatMap(\.asked)))
    let all = RoleLoads(wanted, classes, table(classes), from: first)
    let forecast = RoleLoads(
      calls.filter(\.isInForecast).map(\.withoutDrift), classes, table(classes), from: first)
    let roles = Set(service.staff.map(\.role)).sorted { $0.rawValue < $1.rawValue }
    return Dictionary(
      uniqueKeysWithValues: roles.map { role in
        (
          role,
          cells { day, part in
            (all.capacity(of: role, day, part), all.load(of: role, day, part), forecast.load(of: role, day, part))
          }
        )
      })
  }

  /// A call counts to the patch of the person's home, a worker to the patch of the team; of patches without a team nothing is said,
  /// for others call there.
  func byPatch(_ calls: [PlannedCall]) -> [String: [CapacityCell]] {
    let homes = HomePatches(service)
    let teams = Set(service.staff.compactMap(\.patch))
    return sums(
      calls, time: { [$0.patch].compactMap { $0 } },
      asked: { call in
        homes.patch(of: call.person).flatMap { teams.contains($0) ? $0 : nil }.map { patch in
          call.need.demands.map { (patch, $0.length) }
        } ?? []
      })
  }

  /// Only what asks for a skill counts, against all the time of those who have it; who has two of them counts to both, and so
  /// does a call that asks one worker for two.
  func bySkill(_ calls: [PlannedCall]) -> [Skill: [CapacityCell]] {
    let known = Set(calls.flatMap { $0.need.demands.flatMap(\.skills) })
    return sums(
      calls, time: { $0.skills.filter(known.contains) },
      asked: { call in call.need.demands.flatMap { demand in demand.skills.map { ($0, demand.length) } } })
  }

  /// Contact time and calls counted plainly, by the part of the day in which calls are wanted.
  ///
  /// - Parameters:
  ///   - time: to what a member's time counts.
  ///   - asked: to what a call counts, and with how much.
  private func sums<Group: Hashable>(
    _ calls: [PlannedCall], time: (StaffMember) -> [Group], asked: (PlannedCall) -> [(Group, Minutes)]
  ) -> [Group: [CapacityCell]] {
    typealias Sum = (capacity: Int, load: Int, forecast: Int)
    let empty = Array(repeating: Sum(0, 0, 0), count: days * PartOfDay.allCases.count)
    var sums: [Group: [Sum]] = [:]
    for stretch in hours.stretches where stretch.day < days {
      let member = service.staff[stretch.member]
      let minutes = overhead.contact(stretch.paid, role: member.role, stretch.part)
      for group in time(member) {
        sums[group, default: empty][CapacityReport.cell(stretch.day, stretch.part)].capacity += minutes
      }
    }
    for call in calls {
      let day = call.date.daysSinceEpoch - first.daysSinceEpoch
      guard (0..<days).contains(day), !call.isOver(asOf: service.asOf, calendar: service.calendar) else { continue }
      for (group, length) in asked(call) {
        let cell = CapacityReport.cell(day, call.part)
        sums[group, default: empty][cell].load += length.value
        if call.isInForecast { sums[group, default: empty][cell].forecast += length.value }
      }
    }
    return sums.mapValues { sum in cells { day, part in sum[CapacityReport.cell(day, part)] } }
  }

  private static func cell(_ day: Int, _ part: PartOfDay) -> Int { day * PartOfDay.allCases.count + part.place }

  private func table(_ classes: WorkClasses) -> CapacityTable {
    CapacityTable(service, hours, classes, from: first, days: days, overhead: overhead)
  }

  private func cells(
    _ amounts: (Int, PartOfDay) -> (capacity: Int, load: Int, forecast: Int)
  ) -> [CapacityCell] {
    (0..<days).flatMap { day in
      PartOfDay.allCases.map { part in
        let found = amounts(day, part)
        return CapacityCell(
          date: first.adding(days: day), part: part, capacity: Minutes(found.capacity), load: Minutes(found.load),
          forecastLoad: Minutes(found.forecast))
      }
    }
  }
}

/// What calls ask of each role, those that several roles could do given to whoever has time.
private struct RoleLoads {
  private let classes: WorkClasses
  private let table: CapacityTable
  private var lacking: [[Role: [Int]]]

  init(_ calls: [PlannedCall], _ classes: WorkClasses, _ empty: CapacityTable, from first: CivilDate) {
    self.classes = classes
    var table = empty
    lacking = Array(repeating: [:], count: empty.capacity.count)
    for (call, kind, minutes) in table.takeAll(calls) {
      let role =
        classes.able[kind].first.map { classes.workerClass(ofNode: $0).0.role } ?? classes.demands[kind].roles.first
      guard let role else { continue }
      let day = call.date.daysSinceEpoch - first.daysSinceEpoch
      lacking[day][role, default: Array(repeating: 0, count: PartOfDay.allCases.count)][call.part.place] += minutes
    }
    self.table = table
  }

  func capacity(of role: Role, _ day: Int, _ part: PartOfDay) -> Int {
    nodes(of: role, part).reduce(0) { $0 + table.capacity[day][$1] }
  }

  /// With the minutes for which nobody has room.
  func load(of role: Role, _ day: Int, _ part: PartOfDay) -> Int {
    nodes(of: role, part).reduce(0) { $0 + table.capacity[day][$1] - table.days[day].free[$1] }
      + (lacking[day][role]?[part.place] ?? 0)
  }

  private func nodes(of role: Role, _ part: PartOfDay) -> [Int] {
    classes.workers.indices.filter { classes.workers[$0].role == role }.map { WorkClasses.node($0, part) }
  }
}

extension PlannedCall {
  /// The same call, to be done in the part in which it is wanted.
  fileprivate var withoutDrift: PlannedCall {
    PlannedCall(
      id: id, person: person, episode: episode, referral: referral, date: date, part: part, latestPart: part,
      need: need, basis: basis, lastPermittedDay: lastPermittedDay)
  }
}
