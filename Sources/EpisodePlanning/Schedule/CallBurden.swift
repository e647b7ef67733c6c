import CareModel
import Quantities

/// What a call costs beside its promises: that nobody of the core team works then, a day that is full already, and minutes.
struct CallBurden {
  private let service: Service
  private let hours: StaffHours
  /// By person: places among the service's staff.
  private let coreTeams: [PersonID: [Int]]
  /// By day: the share of its contact time that is taken before anything is planned, in percent.
  private let taken: [Int]
  private let first: CivilDate

  init(_ service: Service, _ hours: StaffHours, _ capacity: CapacityTable, from first: CivilDate) {
    self.service = service
    self.hours = hours
    self.first = first
    let staff = Dictionary(service.staff.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { one, _ in one })
    coreTeams = service.people.reduce(into: [:]) { teams, person in
      let team = person.coreTeam.compactMap { staff[$0] }
      if !team.isEmpty { teams[person.id] = team }
    }
    taken = zip(capacity.capacity, capacity.days).map { all, flow in
      let whole = all.reduce(0, +)
      return whole == 0 ? 100 : (whole - flow.free.reduce(0, +)) * 100 / whole
    }
  }

  func cost(of call: PlannedCall) -> [(kind: ScheduleLevels.Kind, amount: Int)] {
    let day = call.date.days(from: first)
    return [
      (.continuity, isWithoutCoreTeam(call, day) ? 1 : 0), (.evenness, taken.indices.contains(day) ? taken[day] : 0),
      (.effort, call.need.demands.reduce(0) { $0 + $1.length.value }),
    ]
  }

  /// Somebody of the core team could do it, but none of them works then.
  private func isWithoutCoreTeam(_ call: PlannedCall, _ day: Int) -> Bool {
    let able = (coreTeams[call.person] ?? []).filter { member in
      call.need.demands.contains { $0.isMet(by: service.staff[member]) }
    }
    return !able.isEmpty && !able.contains { hours.isOnDuty($0, day, call.part) }
  }
}
