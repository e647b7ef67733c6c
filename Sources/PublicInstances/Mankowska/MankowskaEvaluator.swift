/// The parts of the objective of the Mankowska set; thousandths of a minute.
package struct MankowskaComponents: Hashable, Sendable {
  /// Over each route, from the office and back to it.
  package var travel = 0
  /// Summed over services: a patient who needs two counts twice.
  package var totalTardiness = 0
  /// Over all services of all patients.
  package var highestTardiness = 0

  package init() {}
}

/// What a solution of a Mankowska instance is worth.
package struct MankowskaEvaluation: Hashable, SetEvaluation {
  package let components: MankowskaComponents
  package let violations: [SetViolation]

  /// A third of the sum of the three, in minutes.
  package var objective: SetObjective {
    let sum = components.travel + components.totalTardiness + components.highestTardiness
    return SetObjective(ExactValue(sum, over: 3000))
  }

  package var parts: [SetComponent] {
    [
      SetComponent("travel_time", ExactValue(components.travel, over: 1000)),
      SetComponent("total_tardiness", ExactValue(components.totalTardiness, over: 1000)),
      SetComponent("highest_tardiness", ExactValue(components.highestTardiness, over: 1000)),
    ]
  }
}

/// Judges a solution of a Mankowska instance by the set's own rules.
package struct MankowskaEvaluator {
  /// By how much published times may miss each other, in thousandths of a minute: they are rounded.
  package static let publishedTolerance = 10

  private let instance: MankowskaInstance
  private let tolerance: Int
  private var components = MankowskaComponents()
  private var violations: [SetViolation] = []
  /// Who does each service of each patient, and when.
  private var visits: [[[(caregiver: Int, start: Int)]]]

  /// - Parameter tolerance: thousandths of a minute that times may miss each other by; zero for solutions of our own.
  /// - Complexity: linear in visits and patients.
  package static func evaluate(
    _ solution: MankowskaSolution, of instance: MankowskaInstance, tolerance: Int = publishedTolerance
  ) -> MankowskaEvaluation {
    var evaluator = MankowskaEvaluator(instance, tolerance: tolerance)
    evaluator.judgeRoutes(solution)
    evaluator.judgePatients()
    return MankowskaEvaluation(components: evaluator.components, violations: evaluator.violations)
  }

  private init(_ instance: MankowskaInstance, tolerance: Int) {
    self.instance = instance
    self.tolerance = min(max(0, tolerance), 1_000_000)
    visits = instance.patients.map { Array(repeating: [], count: $0.services.count) }
  }

  private mutating func report(_ rule: SetRule, _ words: String) { violations.append(SetViolation(rule, words)) }

  private func minutes(_ thousandths: Int) -> String { ExactValue(thousandths, over: 1000).text(decimals: 3) }

  private mutating func judgeRoutes(_ solution: MankowskaSolution) {
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
      judge(route)
    }
  }

  private mutating func judge(_ route: MankowskaSolution.Route) {
    let caregiver = instance.caregivers[route.caregiver]
    var place = instance.office
    var free = 0
    for visit in route.visits {
      guard instance.patients.indices.contains(visit.patient),
        instance.patients[visit.patient].services.indices.contains(visit.service)
      else {
        report(.unknown, "the route of \(caregiver.id) names a service that is not there")
        continue
      }
      let patient = instance.patients[visit.patient]
      let service = patient.services[visit.service]
      let leg = instance.travel(place, patient.row)
      let name = "service \(visit.service + 1) of \(patient.id)"
      if visit.start + tolerance < free + leg {
        report(
          .travel,
          "\(name) by \(caregiver.id) starts at \(minutes(visit.start)), arrival is at \(minutes(free + leg))")
      }
      if visit.start + tolerance < patient.windowStart {
        report(
          .tooEarly, "\(name) starts at \(minutes(visit.start)), its window opens at \(minutes(patient.windowStart))")
      }
      if !caregiver.abilities.contains(service.ability) {
        report(.ability, "\(caregiver.id) does \(name) without the ability \(service.ability)")
      }
      let tardiness = max(0, visit.start - patient.windowEnd)
      components.totalTardiness += tardiness
      components.highestTardiness = max(components.highestTardiness, tardiness)
      components.travel += leg
      visits[visit.patient][visit.service].append((route.caregiver, visit.start))
      place = patient.row
      free = visit.start + service.duration
    }
    // Who has no visit is already there: the way home is no way.
    components.travel += instance.travel(place, instance.office)
  }

  private mutating func judgePatients() {
    for (patient, visits) in zip(instance.patients, visits) {
      for (index, times) in visits.enumerated() where times.count != 1 {
        let name = "service \(index + 1) of \(patient.id)"
        report(
          times.isEmpty ? .notServed : .servedTwice,
          times.isEmpty ? "\(name) is not done" : "\(name) is done \(times.count) times")
      }
      guard visits.count == 2, let first = visits[0].first, let second = visits[1].first else { continue }
      if first.caregiver == second.caregiver {
        report(.sameCaregiverTwice, "both services of \(patient.id) are done by the same caregiver")
      }
      let distance = second.start - first.start
      switch patient.synchronization {
      case .single: break
      case .simultaneous:
        if abs(distance) > tolerance {
          report(.simultaneous, "the services of \(patient.id) start \(minutes(abs(distance))) minutes apart")
        }
      case .sequential(let minimum, let maximum):
        if distance + tolerance < minimum || distance - tolerance > maximum {
          report(
            .sequential,
            "the second service of \(patient.id) starts \(minutes(distance)) minutes after the first, not "
              + "\(minutes(minimum)) to \(minutes(maximum))")
        }
      }
    }
  }
}
