/// Judges a solution of a UHHC instance by the set's own rules.
///
/// They are those of the set's validator: Ceschia et al., doi 10.1111/itor.70140. Its published solutions give the
/// published values here.
/// ```swift
/// let evaluation = UHHCEvaluator.evaluate(solution, of: instance)
/// if evaluation.isFeasible { print(evaluation.objective) }
/// ```
package struct UHHCEvaluator {
  let instance: UHHCInstance
  private(set) var components = UHHCComponents()
  private(set) var violations: [SetViolation] = []
  /// The visits of each patient, service by service, in the order of the routes.
  private(set) var visits: [[[ServiceVisit]]]
  /// Minutes of service and travel, for each caregiver.
  private var workloads: [Int]
  private var idleTimes: [Int]
  private var hasLunch: [Bool]

  /// One service of one patient as a caregiver does it.
  struct ServiceVisit {
    let caregiver: Int
    let start: Int
    let end: Int
  }

  /// - Complexity: linear in stops and services.
  package static func evaluate(_ solution: UHHCSolution, of instance: UHHCInstance) -> UHHCEvaluation {
    var evaluator = UHHCEvaluator(instance)
    evaluator.judgeRoutes(solution)
    evaluator.judgePatients()
    evaluator.sumUp()
    return UHHCEvaluation(
      components: evaluator.components, violations: evaluator.violations, total: evaluator.total)
  }

  private init(_ instance: UHHCInstance) {
    self.instance = instance
    visits = instance.patients.map { Array(repeating: [], count: $0.services.count) }
    workloads = Array(repeating: 0, count: instance.caregivers.count)
    hasLunch = Array(repeating: false, count: instance.caregivers.count)
    // Who does nothing idles the whole shift.
    idleTimes = instance.caregivers.map { $0.shift.map { $0.end - $0.start } ?? 0 }
  }

  mutating func report(_ rule: SetRule, _ words: String) { violations.append(SetViolation(rule, words)) }

  private mutating func judgeRoutes(_ solution: UHHCSolution) {
    var seen: Set<Int> = []
    for route in solution.routes {
      guard instance.caregivers.indices.contains(route.caregiver) else {
        report(.unknown, "there is no caregiver number \(route.caregiver)")
        continue
      }
      guard seen.insert(route.caregiver).inserted else {
        report(.routes, "caregiver \(instance.caregivers[route.caregiver].id) has two routes")
        continue
      }
      let stops = route.stops.filter(isKnown)
      if stops.count < route.stops.count {
        report(.unknown, "the route of \(instance.caregivers[route.caregiver].id) names services that are not there")
      }
      if !stops.isEmpty { judge(stops, of: route.caregiver) }
    }
  }

  private func isKnown(_ stop: UHHCSolution.Stop) -> Bool {
    switch stop.work {
    case .service(let patient, let service):
      instance.patients.indices.contains(patient) && instance.patients[patient].services.indices.contains(service)
    case .lunch(let patient): patient.map(instance.patients.indices.contains) ?? true
    }
  }

  private mutating func judge(_ stops: [UHHCSolution.Stop], of index: Int) {
    let caregiver = instance.caregivers[index]
    let depot = instance.row(ofTerminal: caregiver.departingPoint)
    var place = depot
    var departure = 0
    var free = 0
    var waits = 0
    var travelled = 0
    var served = 0
    for (position, stop) in stops.enumerated() {
      let next = row(of: stop, depot: depot)
      let leg = instance.travel(place, next)
      if position == 0 {
        departure = self.departure(of: caregiver, first: stop.start - leg)
        free = departure
      }
      let arrival = free + leg
      if stop.start < arrival {
        report(.travel, "\(name(stop)) by \(caregiver.id) starts at \(stop.start), arrival is at \(arrival)")
      }
      let wait = max(0, stop.start - arrival)
      waits += wait
      // What comes right behind a leading lunch break is not waited for, the set says; idle time counts it all the same.
      if position != 1 || !stops[0].isLunch {
        components.totalWaitingTime += wait
        components.maxWaitingTime = max(components.maxWaitingTime, wait)
      }
      travelled += leg
      switch stop.work {
      case .service(let patient, let service):
        served += stop.end - stop.start
        visits[patient][service].append(ServiceVisit(caregiver: index, start: stop.start, end: stop.end))
        judge(stop, patient: instance.patients[patient], service: service, by: caregiver)
      case .lunch:
        hasLunch[index] = true
        judgeLunch(stop, by: caregiver)
      }
      place = next
      free = stop.end
    }
    let home = instance.travel(place, instance.row(ofTerminal: caregiver.arrivalPoint))
    components.travelTime += travelled + home
    workloads[index] = served + travelled + home
    judgeShift(of: index, departure: departure, back: free + home, waits: waits)
  }

  /// As late as possible, except in the older sets, whose caregivers leave when the shift begins.
  private func departure(of caregiver: UHHCInstance.Caregiver, first: Int) -> Int {
    instance.leavesAtShiftStart ? caregiver.shift?.start ?? first : first
  }

  private mutating func judgeShift(of index: Int, departure: Int, back: Int, waits: Int) {
    let caregiver = instance.caregivers[index]
    guard let shift = caregiver.shift else { return }
    if departure < shift.start {
      report(.shiftStart, "\(caregiver.id) leaves at \(departure), before the shift's start at \(shift.start)")
    }
    components.totalExtraTime += max(0, back - shift.end)
    idleTimes[index] = max(0, departure - shift.start) + waits + max(0, shift.end - back)
  }

  private func row(of stop: UHHCSolution.Stop, depot: Int?) -> Int? {
    switch stop.work {
    case .service(let patient, _), .lunch(let patient?): instance.patients[patient].row
    case .lunch(nil): depot
    }
  }

  func name(_ stop: UHHCSolution.Stop) -> String {
    switch stop.work {
    case .service(let patient, let service):
      "service \(service + 1) of \(instance.patients[patient].id)"
    case .lunch(let patient): "lunch at \(patient.map { instance.patients[$0].id } ?? "the departing point")"
    }
  }

  private mutating func sumUp() {
    components.maxIdleTime = idleTimes.max() ?? 0
    components.missedLunchBreak = zip(instance.caregivers, hasLunch).count { $0.hasLunch && !$1 }
    let count = workloads.count
    let all = workloads.reduce(0, +)
    // The mean is all / count: each distance from it is rounded up to a whole minute.
    components.workloadBalance = workloads.reduce(0) { $0 + (abs($1 * count - all) + count - 1) / count }
    for component in UHHCComponent.allCases where components[component] > 0 {
      guard instance.cost(component) == .hard else { continue }
      report(.hardComponent, "\(component.rawValue) is \(components[component]) and must be 0")
    }
  }

  private var total: Int {
    UHHCComponent.allCases.reduce(0) { sum, component in
      guard case .weighted(let weight)? = instance.cost(component) else { return sum }
      return sum + weight * components[component]
    }
  }

  /// Adds to components of single visits and patients.
  mutating func add(tardiness: Int) {
    components.totalTardiness += tardiness
    components.highestTardiness = max(components.highestTardiness, tardiness)
  }

  mutating func add(_ amount: Int, to component: WritableKeyPath<UHHCComponents, Int>) {
    components[keyPath: component] += amount
  }
}

extension UHHCSolution.Stop {
  /// A lunch break, not a service.
  var isLunch: Bool {
    if case .lunch = work { return true }
    return false
  }
}
