package import CareModel
package import Quantities

extension VROOMProblem {
  /// Travel from place to place by a mode, to a call of this part of the day; ways home are off peak.
  package typealias TravelTime = (_ from: PlaceID, _ to: PlaceID, _ mode: TravelMode, _ part: DayPart) -> Seconds

  /// The moment that a day's problem counts seconds from: its start, or an earlier duty's.
  package static func origin(of caseload: Caseload) -> Instant {
    let duties = caseload.workers.flatMap(\.dutyPeriods).map(\.hours.start)
    return duties.reduce(caseload.day.start) { min($0, $1) }
  }

  /// The duty periods in the order of their vehicles.
  static func duties(of caseload: Caseload) -> [(worker: Worker, duty: DutyPeriod)] {
    caseload.workers.flatMap { worker in worker.dutyPeriods.map { (worker, $0) } }
  }

  /// A day of ours, as far as it can be said.
  ///
  /// Vehicles are duty periods, jobs are calls, both numbered in the order of the caseload. Locks are kept.
  package init(_ caseload: Caseload, travel: TravelTime) {
    self.init()
    let origin = VROOMProblem.origin(of: caseload)
    let duties = VROOMProblem.duties(of: caseload)
    var nodes = CaseloadNodes()
    vehicles = duties.enumerated().map { number, duty in
      VROOMProblem.vehicle(number, duty.worker, duty.duty, caseload, from: origin, &nodes)
    }
    let priorities = VROOMProblem.priorities(caseload)
    var groups: [[Int]] = []
    for (number, visit) in caseload.visits.enumerated() {
      guard let level = caseload.level(of: visit).level, VROOMProblem.isSayable(visit),
        let place = caseload.place(of: visit)
      else { continue }
      jobs.append(
        Job(
          id: number, description: visit.id.text,
          locationIndex: nodes.index(place, caseload.travelDayPart(to: visit)),
          service: visit.length.seconds.value, priority: priorities[level] ?? 0,
          windows: VROOMProblem.windows(visit, from: origin)))
      groups.append(duties.indices.filter { VROOMProblem.mayDo(duties[$0].worker, visit, caseload) })
    }
    setSkills(groups)
    let modes = Set(duties.map(\.duty.mode)).sorted { $0.rawValue < $1.rawValue }
    matrices = modes.map { mode in
      Matrix(profile: mode.rawValue, durations: nodes.durations { travel($0, $1, mode, $2) })
    }
    say(caseload)
  }

  private static func vehicle(
    _ number: Int, _ worker: Worker, _ duty: DutyPeriod, _ caseload: Caseload, from origin: Instant,
    _ nodes: inout CaseloadNodes
  ) -> Vehicle {
    let limits = DutyLimits(of: duty, of: worker, policy: caseload.policy)
    let start = (limits.earliestStart - origin).value
    let end = (min(limits.latestEnd, duty.hours.end) - origin).value
    let breaks = duty.breaks.filter { !$0.isTaken }.enumerated().map { number, rest in
      let first = (rest.window.start - origin).value
      let last = (rest.window.end - origin).value - rest.length.seconds.value
      return Rest(id: number, service: rest.length.seconds.value, window: Span(max(0, first), max(0, first, last)))
    }
    return Vehicle(
      id: number, description: "\(worker.id) \(duty.id)", profile: duty.mode.rawValue,
      startIndex: nodes.index(duty.startPlace, .offPeak), endIndex: duty.endPlace.map { nodes.index($0, .offPeak) },
      window: Span(max(0, start), max(0, start, end)), breaks: breaks)
  }

  /// Levels of the ladder as priorities, 100 for the first that has a call, evenly down to 1.
  private static func priorities(_ caseload: Caseload) -> [Level: Int] {
    let used = Set(caseload.visits.compactMap { caseload.level(of: $0).level })
    let ordered = caseload.policy.ladder.levels.filter(used.contains)
    let steps = max(1, ordered.count - 1)
    return Dictionary(
      ordered.enumerated().map { ($1, 100 - 99 * $0 / steps) }, uniquingKeysWith: { first, _ in first })
  }

  /// One worker, somewhere to go to, and nothing of it done yet.
  private static func isSayable(_ visit: Visit) -> Bool {
    visit.demands.count == 1 && !visit.isRemote && !visit.state.isFact && !visit.windows.isEmpty
  }

  private static func windows(_ visit: Visit, from origin: Instant) -> [Span] {
    if let start = visit.lock?.start {
      let second = max(0, (start - origin).value)
      return [Span(second, second)]
    }
    return visit.windows.map { window in
      let start = max(0, (window.safe.start - origin).value)
      return Span(start, max(start, (window.safe.end - origin).value))
    }
  }

  /// A lock overrides every rule about who may.
  private static func mayDo(_ worker: Worker, _ visit: Visit, _ caseload: Caseload) -> Bool {
    if let ordered = visit.lock?.workers { return ordered.contains(worker.id) }
    guard let person = caseload.person(visit.person), let demand = visit.demands.first else { return false }
    let isRefused =
      person.refusedWorkers.contains(worker.id) || visit.refusedWorkers.contains(worker.id)
      || worker.refusedPeople.contains(person.id)
    let lacks = (person.preferences + visit.preferences).contains { $0.strength == .required && !$0.isMet(by: worker) }
    return !isRefused && !lacks && demand.isMet(by: worker)
  }

  private mutating func say(_ caseload: Caseload) {
    func note(_ count: Int, _ words: String) { if count > 0 { unsaid.append("\(count) \(words)") } }
    let visits = caseload.visits
    note(visits.count { $0.demands.count > 1 }, "calls for two workers are left out")
    note(visits.count { $0.isRemote }, "calls by telephone or video are left out")
    note(visits.count { $0.state.isFact }, "calls under way or done are left out")
    note(visits.count { caseload.level(of: $0).level == nil }, "calls that must not be done are left out")
    note(caseload.links.count, "links between calls are not kept")
    note(visits.count { $0.published != nil }, "published times may change for nothing")
    let people = Dictionary(grouping: visits, by: \.person).values
    note(people.count { $0.count > 1 }, "people have several calls, which may overlap")
    let duties = caseload.workers.flatMap(\.dutyPeriods)
    note(duties.count { $0.agreedOvertime > .zero }, "duty periods lose their agreed overtime")
    note(duties.count { !$0.breaks.isEmpty }, "duty periods have their breaks however short the run is")
    unsaid.append("levels are priorities whose sum counts; preferred times, continuity and money count for nothing")
  }
}

/// The rows of the tables: places, each as often as calls there have different parts of the day.
private struct CaseloadNodes {
  private struct Node: Hashable {
    let place: PlaceID
    let part: DayPart
  }

  /// VROOM's own numbers end past this.
  private static let seconds = 0...10_000_000
  private var nodes: [Node] = []
  private var indices: [Node: Int] = [:]

  mutating func index(_ place: PlaceID, _ part: DayPart) -> Int {
    let node = Node(place: place, part: part)
    if let known = indices[node] { return known }
    indices[node] = nodes.count
    nodes.append(node)
    return nodes.count - 1
  }

  /// The part of the day is the destination's.
  func durations(_ travel: (PlaceID, PlaceID, DayPart) -> Seconds) -> [[Int]] {
    nodes.map { from in
      nodes.map { to in
        let seconds = from.place == to.place ? 0 : travel(from.place, to.place, to.part).value
        return min(max(seconds, CaseloadNodes.seconds.lowerBound), CaseloadNodes.seconds.upperBound)
      }
    }
  }
}
