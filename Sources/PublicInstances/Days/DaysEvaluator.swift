/// Judges a solution of a tight day: the earliest schedule, its cost, and what it breaks.
///
/// The earliest schedule is the best one, because no part of the cost falls with time. It is the least fixed point over both
/// routes of each call for two, found by serving a visit as soon as it is next on all its routes. Visits that never are
/// next wait for each other in a circle.
package struct DaysEvaluator {
  private let instance: DaysInstance
  private var components = DaysComponents()
  private var violations: [SetViolation] = []
  private var starts: [Int?]
  private var routes: [Progress] = []
  /// The routes that each visit stands on.
  private var routesOf: [[Int]]

  /// How far a route has been followed.
  private struct Progress {
    let staff: Int
    let visits: [Int]
    let breakBefore: Int?
    /// Place of the next visit in the list.
    var next = 0
    /// When the worker can start the next visit, or be home.
    var arrival = 0
    /// When the last service is over.
    var free = 0
    var place: DaysInstance.Point
  }

  /// - Complexity: linear in visits, staff and continuity lists.
  package static func evaluate(_ solution: DaysSolution, of instance: DaysInstance) -> DaysEvaluation {
    var evaluator = DaysEvaluator(instance)
    evaluator.take(solution)
    evaluator.judgeVisits()
    evaluator.run()
    return DaysEvaluation(
      components: evaluator.components, violations: evaluator.violations, starts: evaluator.starts,
      costs: evaluator.components.costs(instance.weights))
  }

  private init(_ instance: DaysInstance) {
    self.instance = instance
    starts = Array(repeating: nil, count: instance.visits.count)
    routesOf = Array(repeating: [], count: instance.visits.count)
    components.uncovered = Array(repeating: 0, count: instance.weights.tiers.count)
  }

  private mutating func report(_ rule: SetRule, _ words: String) { violations.append(SetViolation(rule, words)) }

  /// Takes over the routes that can be followed at all.
  private mutating func take(_ solution: DaysSolution) {
    var seen: Set<Int> = []
    for route in solution.routes {
      guard instance.staff.indices.contains(route.staff) else {
        report(.unknown, "there is no worker number \(route.staff)")
        continue
      }
      guard seen.insert(route.staff).inserted else {
        report(.routes, "worker \(route.staff) has two routes")
        continue
      }
      var visits: [Int] = []
      var own: Set<Int> = []
      for visit in route.visits {
        if !instance.visits.indices.contains(visit) {
          report(.unknown, "there is no visit number \(visit)")
        } else if !own.insert(visit).inserted {
          report(.sameCaregiverTwice, "visit \(visit) stands twice on the route of worker \(route.staff)")
        } else {
          visits.append(visit)
        }
      }
      guard !visits.isEmpty else { continue }
      for visit in visits { routesOf[visit].append(routes.count) }
      routes.append(
        Progress(
          staff: route.staff, visits: visits, breakBefore: checkedBreak(route, visits.count),
          place: instance.staff[route.staff].start))
    }
  }

  /// Whoever has a break and is used must have it.
  private mutating func checkedBreak(_ route: DaysSolution.Route, _ count: Int) -> Int? {
    guard instance.staff[route.staff].rest != nil else {
      if route.breakBefore != nil {
        report(.restBreak, "worker \(route.staff) has a break that the shift does not have")
      }
      return nil
    }
    if let position = route.breakBefore, (0...count).contains(position) { return position }
    report(.restBreak, "worker \(route.staff) has no break, or one past the end of the list")
    return nil
  }

  /// Who is served by whom, whatever the times are.
  private mutating func judgeVisits() {
    for (number, visit) in instance.visits.enumerated() {
      let staff = routesOf[number].map { routes[$0].staff }
      if staff.isEmpty {
        components.uncovered[visit.tier] += 1
      } else if staff.count < visit.workers {
        report(.partlyServed, "visit \(number) needs two workers and has one")
      } else if staff.count > visit.workers {
        report(.servedTwice, "visit \(number) has \(staff.count) workers and needs \(visit.workers)")
      }
      for worker in staff {
        if !instance.fits(worker, number) {
          report(.ability, "worker \(worker) has not the role or skills for visit \(number)")
        }
        if !visit.continuity.contains(worker) { components.discontinuity += 1 }
      }
    }
  }

  private mutating func run() {
    for index in routes.indices {
      routes[index].free = instance.staff[routes[index].staff].shiftStart
      travelOn(index)
    }
    var waiting = Array(repeating: 0, count: instance.visits.count)
    // Visits that have become next on all their routes.
    var ready: [Int] = []
    func isNext(_ visit: Int) {
      waiting[visit] += 1
      if waiting[visit] == routesOf[visit].count { ready.append(visit) }
    }
    for route in routes { isNext(route.visits[0]) }
    while let visit = ready.popLast() {
      serve(visit)
      for index in routesOf[visit] where routes[index].next < routes[index].visits.count {
        isNext(routes[index].visits[routes[index].next])
      }
    }
    for index in routes.indices { finish(index) }
  }

  private mutating func serve(_ number: Int) {
    let visit = instance.visits[number]
    let start = routesOf[number].reduce(visit.windowStart) { max($0, routes[$1].arrival) }
    starts[number] = start
    if start > visit.windowEnd {
      report(.tooLate, "visit \(number) starts at \(start), its window closes at \(visit.windowEnd)")
    }
    components.late += max(0, start - visit.preferred)
    for index in routesOf[number] {
      routes[index].free = start + visit.duration
      routes[index].place = visit.place
      routes[index].next += 1
      travelOn(index)
    }
  }

  /// On to the next visit of a route, or home, with the break on the way where it belongs there.
  private mutating func travelOn(_ index: Int) {
    let route = routes[index]
    let worker = instance.staff[route.staff]
    let target = route.next < route.visits.count ? instance.visits[route.visits[route.next]].place : worker.end
    let leg = DaysInstance.travel(route.place, target)
    components.travel += leg
    routes[index].arrival = route.free + leg
    guard let rest = worker.rest, route.breakBefore == route.next else { return }
    let earliest = max(route.free, rest.earliestStart)
    if earliest > rest.latestStart {
      report(
        .restBreak, "the break of worker \(route.staff) starts at \(earliest), its window closes at \(rest.latestStart)"
      )
    }
    // Where the window opens on the way, the rest of the way comes after the break: nothing of it is lost.
    routes[index].arrival = max(route.free + leg, rest.earliestStart) + rest.duration
  }

  private mutating func finish(_ index: Int) {
    let route = routes[index]
    let worker = instance.staff[route.staff]
    guard route.next == route.visits.count else {
      report(
        .deadlock,
        "worker \(route.staff) never gets to visit \(route.visits[route.next]): calls for two wait for each other")
      // The ways that are never gone are in the plan all the same.
      var place = instance.visits[route.visits[route.next]].place
      for visit in route.visits[(route.next + 1)...] {
        components.travel += DaysInstance.travel(place, instance.visits[visit].place)
        place = instance.visits[visit].place
      }
      components.travel += DaysInstance.travel(place, worker.end)
      return
    }
    let overtime = max(0, route.arrival - worker.shiftEnd)
    components.overtime += overtime
    if overtime > worker.maximumOvertime {
      report(
        .shiftEnd, "worker \(route.staff) is back \(overtime) minutes late, \(worker.maximumOvertime) are allowed")
    }
  }
}
