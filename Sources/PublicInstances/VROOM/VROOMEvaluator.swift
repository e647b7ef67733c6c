/// What VROOM's objective is made of, for one solution.
package struct VROOMComponents: Hashable, Sendable {
  /// Sum of the priorities of jobs that nobody does.
  package var unassignedPriority = 0
  package var unassigned = 0
  /// Of travel and of vehicles used, in 3600ths.
  package var cost = 0
  /// Seconds of travel.
  package var duration = 0
  /// Vehicles that do anything.
  package var routes = 0

  package init() {}
}

/// What a solution is worth by VROOM's rules.
package struct VROOMEvaluation: Hashable, SetEvaluation {
  package let components: VROOMComponents
  package let violations: [SetViolation]

  /// As VROOM compares solutions: priorities first, then how many jobs are left, then cost.
  package var objective: SetObjective {
    SetObjective([
      ExactValue(components.unassignedPriority), ExactValue(components.unassigned),
      ExactValue(components.cost, over: 3600),
    ])
  }

  package var parts: [SetComponent] {
    [
      SetComponent("priority_unassigned", ExactValue(components.unassignedPriority)),
      SetComponent("unassigned", ExactValue(components.unassigned)),
      SetComponent("cost", ExactValue(components.cost, over: 3600)),
      SetComponent("duration", ExactValue(components.duration)),
      SetComponent("routes", ExactValue(components.routes)),
    ]
  }
}

/// Judges a solution by VROOM's rules, from the problem and the times in the solution.
///
/// An action, setup and service together, starts in one of its windows. A break starts in its window, at a place or under way, where it holds
/// the travel up for as long as it lasts. What comes first must be over. Everything lies in the vehicle's window.
package struct VROOMEvaluator {
  private let instance: VROOMInstance
  private let jobs: [Int: VROOMInstance.Job]
  private var components = VROOMComponents()
  private var violations: [SetViolation] = []
  private var done: [Int: Int] = [:]
  private var used: Set<Int> = []

  /// - Complexity: linear in steps.
  package static func evaluate(_ solution: VROOMSolution, of instance: VROOMInstance) -> VROOMEvaluation {
    var evaluator = VROOMEvaluator(instance)
    for route in solution.routes { evaluator.judge(route) }
    evaluator.judgeUnassigned(solution.unassigned)
    return VROOMEvaluation(components: evaluator.components, violations: evaluator.violations)
  }

  private init(_ instance: VROOMInstance) {
    self.instance = instance
    jobs = Dictionary(instance.jobs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private mutating func report(_ rule: SetRule, _ words: String) { violations.append(SetViolation(rule, words)) }

  private mutating func judgeUnassigned(_ listed: [Int]) {
    let unassigned = Set(listed)
    for id in unassigned.subtracting(jobs.keys).sorted() { report(.unknown, "unassigned job \(id) is not there") }
    for job in instance.jobs {
      let count = done[job.id] ?? 0
      if count == 0 {
        components.unassigned += 1
        components.unassignedPriority += job.priority
        if !unassigned.contains(job.id) {
          report(.notServed, "job \(job.id) is neither done nor said to be unassigned")
        }
      } else if count > 1 || unassigned.contains(job.id) {
        report(
          .servedTwice, "job \(job.id) is done \(count) times\(unassigned.contains(job.id) ? ", and unassigned" : "")")
      }
    }
  }

  private mutating func judge(_ route: VROOMSolution.Route) {
    guard let vehicle = instance.vehicles.first(where: { $0.id == route.vehicle }) else {
      return report(.unknown, "vehicle \(route.vehicle) is not there")
    }
    if !used.insert(vehicle.id).inserted { report(.routes, "vehicle \(vehicle.id) has two routes") }
    // A vehicle that does no job stays where it is, whatever breaks stand there.
    guard route.steps.contains(where: { $0.kind == .job }) else { return }
    components.routes += 1
    components.cost += vehicle.fixedCost * 3600
    var walk = Walk(time: vehicle.window?.start ?? 0, place: vehicle.start)
    if let first = route.steps.first, begin(first) < walk.time {
      report(.shiftStart, "vehicle \(vehicle.id) begins at \(begin(first)), its window opens at \(walk.time)")
    }
    var rests = vehicle.breaks
    var load = 0
    for step in route.steps {
      switch step.kind {
      case .rest:
        if let index = rests.firstIndex(where: { $0.id == step.id }) {
          judge(step, as: rests.remove(at: index), vehicle, &walk)
        } else {
          report(.restBreak, "vehicle \(vehicle.id) has no break \(step.id), or has had it")
        }
      case .job:
        guard let job = jobs[step.id] else {
          report(.unknown, "job \(step.id) is not there")
          continue
        }
        done[job.id, default: 0] += 1
        load += job.load
        judge(step, as: job, vehicle, &walk)
      }
    }
    for rest in rests { report(.restBreak, "vehicle \(vehicle.id) misses break \(rest.id)") }
    if let capacity = vehicle.capacity, load > capacity {
      report(.capacity, "vehicle \(vehicle.id) carries \(load), it holds \(capacity)")
    }
    let home = travel(vehicle, walk, to: vehicle.end)
    if let window = vehicle.window, home > window.end {
      report(.shiftEnd, "vehicle \(vehicle.id) is back at \(home), its window closes at \(window.end)")
    }
  }

  /// Where a vehicle is, and since when it may be under way from there.
  private struct Walk {
    /// When the last step is over.
    var time: Int
    var place: Int?
    /// When the last job was over, or the vehicle's window opened.
    var left: Int
    /// Seconds of breaks since then.
    var rested = 0

    init(time: Int, place: Int?) {
      self.time = time
      self.left = time
      self.place = place
    }
  }

  private func begin(_ step: VROOMSolution.Step) -> Int {
    step.kind == .job ? step.start - (jobs[step.id]?.setup ?? 0) : step.start
  }

  /// Counts a leg, and says when it can be over.
  private mutating func travel(_ vehicle: VROOMInstance.Vehicle, _ walk: Walk, to place: Int?) -> Int {
    guard let from = walk.place, let place else { return walk.time }
    let seconds = instance.matrices[vehicle.matrix].durations[from][place]
    components.duration += seconds
    components.cost += instance.cost(vehicle, from: from, to: place)
    return max(walk.time, walk.left + walk.rested + seconds)
  }

  private mutating func judge(
    _ step: VROOMSolution.Step, as rest: VROOMInstance.Rest, _ vehicle: VROOMInstance.Vehicle, _ walk: inout Walk
  ) {
    let name = "break \(rest.id) of vehicle \(vehicle.id)"
    if step.start < walk.time { report(.travel, "\(name) starts at \(step.start), before \(walk.time)") }
    if let window = rest.window, !(window.start...window.end).contains(step.start) {
      report(.restBreak, "\(name) starts at \(step.start), not from \(window.start) to \(window.end)")
    }
    if step.service < rest.service { report(.restBreak, "\(name) lasts \(step.service) instead of \(rest.service)") }
    walk.time = step.start + rest.service
    walk.rested += rest.service
  }

  private mutating func judge(
    _ step: VROOMSolution.Step, as job: VROOMInstance.Job, _ vehicle: VROOMInstance.Vehicle, _ walk: inout Walk
  ) {
    let start = step.start - job.setup
    let arrival = travel(vehicle, walk, to: job.location)
    if start < arrival { report(.travel, "job \(job.id) starts at \(start), the vehicle is there at \(arrival)") }
    if !job.windows.isEmpty, !job.windows.contains(where: { ($0.start...$0.end).contains(start) }) {
      let isLate = job.windows.allSatisfy { $0.end < start }
      report(isLate ? .tooLate : .tooEarly, "job \(job.id) starts at \(start), outside its windows")
    }
    if !job.skills.isSubset(of: vehicle.skills) {
      report(.ability, "vehicle \(vehicle.id) lacks a skill that job \(job.id) asks for")
    }
    if step.service < job.service { report(.tooShort, "job \(job.id) lasts \(step.service) instead of \(job.service)") }
    walk = Walk(time: step.start + job.service, place: job.location)
  }
}
