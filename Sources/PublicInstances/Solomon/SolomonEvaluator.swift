/// A solution of a Solomon instance: routes as customer numbers of the file, each from the depot and back to it.
///
/// Times follow from the routes: every vehicle goes as early as it can. Empty routes are no vehicles.
package struct SolomonSolution: Hashable, Sendable {
  package var routes: [[Int]]

  package init(routes: [[Int]]) { self.routes = routes }
}

/// The parts of the objective of the Solomon set, under both of its conventions.
package struct SolomonComponents: Hashable, Sendable {
  /// Routes that are not empty.
  package var vehicles = 0
  /// Distances cut to tenths, in tenths.
  package var tenths = 0
  /// Double precision, summed in the order of the routes.
  package var distance = 0.0

  package init() {}
}

/// What a solution of a Solomon instance is worth under one of the conventions.
package struct SolomonEvaluation: Hashable, SetEvaluation {
  package let convention: SolomonEvaluator.Convention
  package let components: SolomonComponents
  /// Those of the convention's own travel times: what is in time with distances cut may be late with true ones.
  package let violations: [SetViolation]

  /// Distance alone under DIMACS; under the hierarchical convention vehicles, then distance to a millionth.
  package var objective: SetObjective {
    switch convention {
    case .dimacs: SetObjective(ExactValue(components.tenths, over: 10))
    case .hierarchical: SetObjective([ExactValue(components.vehicles), distance])
    }
  }

  package var parts: [SetComponent] {
    [
      SetComponent("vehicles", ExactValue(components.vehicles)),
      SetComponent("distance_dimacs", ExactValue(components.tenths, over: 10)),
      SetComponent("distance", distance),
    ]
  }

  private var distance: ExactValue {
    // Bounded by the reader's limits: no conversion can fail.
    ExactValue(Int(exactly: (components.distance * 1_000_000).rounded()) ?? .max, over: 1_000_000)
  }
}

/// Judges a solution of a Solomon instance under one of the two conventions, which are never to be mixed.
package struct SolomonEvaluator {
  /// How distances are computed, and what is minimised.
  package enum Convention: String, CaseIterable, Hashable, Sendable {
    /// floor(10 · Euclid) / 10 as distance and as time; total distance, number of routes free. Exact.
    case dimacs
    /// Double precision; vehicles first, then distance.
    case hierarchical

    /// Where its published values stand.
    package var published: BestKnown.Convention { self == .dimacs ? .dimacs : .hierarchical }
  }

  private let instance: SolomonInstance
  private let convention: Convention
  private var components = SolomonComponents()
  private var violations: [SetViolation] = []
  private var visits: [Int]

  /// - Complexity: linear in customers.
  package static func evaluate(
    _ solution: SolomonSolution, of instance: SolomonInstance, under convention: Convention
  ) -> SolomonEvaluation {
    var evaluator = SolomonEvaluator(instance, convention)
    evaluator.judge(solution)
    return SolomonEvaluation(
      convention: convention, components: evaluator.components, violations: evaluator.violations)
  }

  private init(_ instance: SolomonInstance, _ convention: Convention) {
    self.instance = instance
    self.convention = convention
    visits = Array(repeating: 0, count: instance.customers.count)
  }

  private mutating func report(_ rule: SetRule, _ words: String) { violations.append(SetViolation(rule, words)) }

  private mutating func judge(_ solution: SolomonSolution) {
    for (index, route) in solution.routes.enumerated() {
      let known = route.filter { $0 > 0 && $0 <= instance.customers.count }
      if known.count < route.count { report(.unknown, "route \(index + 1) names customers that are not there") }
      guard !known.isEmpty else { continue }
      components.vehicles += 1
      for number in known { visits[number - 1] += 1 }
      let load = known.reduce(0) { $0 + instance.customers[$1 - 1].demand }
      if load > instance.capacity {
        report(.capacity, "route \(index + 1) carries \(load), a vehicle holds \(instance.capacity)")
      }
      let stops = known.map { instance.customers[$0 - 1] }
      switch convention {
      case .dimacs: judgeTenths(stops, numbers: known)
      case .hierarchical: judgeDouble(stops, numbers: known)
      }
      add(stops)
    }
    if components.vehicles > instance.vehicles {
      report(.routes, "\(components.vehicles) routes for \(instance.vehicles) vehicles")
    }
    for (index, count) in visits.enumerated() where count != 1 {
      report(
        count == 0 ? .notServed : .servedTwice,
        count == 0 ? "customer \(index + 1) is not served" : "customer \(index + 1) is served \(count) times")
    }
  }

  private mutating func add(_ stops: [SolomonInstance.Customer]) {
    var place = instance.depot
    for stop in stops + [instance.depot] {
      components.tenths += place.tenths(to: stop)
      components.distance += place.distance(to: stop)
      place = stop
    }
  }

  /// Times in tenths.
  private mutating func judgeTenths(_ stops: [SolomonInstance.Customer], numbers: [Int]) {
    var place = instance.depot
    var time = instance.depot.ready * 10
    for (stop, number) in zip(stops, numbers) {
      let start = max(time + place.tenths(to: stop), stop.ready * 10)
      if start > stop.due * 10 {
        late("customer \(number)", ExactValue(start, over: 10).text(decimals: 1), stop.due)
      }
      time = start + stop.service * 10
      place = stop
    }
    let back = time + place.tenths(to: instance.depot)
    if back > instance.depot.due * 10 {
      late("the depot", ExactValue(back, over: 10).text(decimals: 1), instance.depot.due)
    }
  }

  private mutating func judgeDouble(_ stops: [SolomonInstance.Customer], numbers: [Int]) {
    var place = instance.depot
    var time = Double(instance.depot.ready)
    for (stop, number) in zip(stops, numbers) {
      let start = max(time + place.distance(to: stop), Double(stop.ready))
      if start > Double(stop.due) { late("customer \(number)", "\(start)", stop.due) }
      time = start + Double(stop.service)
      place = stop
    }
    let back = time + place.distance(to: instance.depot)
    if back > Double(instance.depot.due) { late("the depot", "\(back)", instance.depot.due) }
  }

  private mutating func late(_ place: String, _ time: String, _ due: Int) {
    report(.tooLate, "\(place) is reached in its turn at \(time), due is \(due)")
  }
}
