import Quantities
package import RotaOptimiser

/// A Mankowska instance for the optimiser: times and cost are thousandths of a minute.
///
/// There is no end to a day in this set; here it ends where even one caregiver alone would be done with everything, as far as the optimiser's
/// numbers reach.
package struct MankowskaTranslation: SetTranslation {
  package let problem: RotaProblem
  private let instance: MankowskaInstance
  /// By call: patient, and the service of its first demand.
  private let services: [(patient: Int, service: Int)]
  private static let farthest = 40_000_000

  package init(_ instance: MankowskaInstance) {
    self.instance = instance
    let nodes = instance.distances.count
    let longest = min(10_000_000, instance.distances.joined().max() ?? 0)
    let work = instance.patients.reduce(0) { sum, patient in
      sum + patient.services.reduce(0) { $0 + min($1.duration, MankowskaTranslation.farthest) + longest }
    }
    let end = min(MankowskaTranslation.farthest, work + (instance.patients.map(\.windowEnd).max() ?? 0))
    var problem = RotaProblem(
      levelCount: 2, grain: Seconds(1), shifts: [], calls: [], links: [], bundles: [], travel: [], nodeCount: nodes,
      breakRequiredAfter: .zero, terms: [RotaProblem.Term(.highestLateness, amount: 1)])
    problem.travel = [
      SetTravel.table(nodes, seconds: { instance.travel($0, $1) }, amount: { instance.travel($0, $1) })
    ]
    problem.shifts = instance.caregivers.indices.map { number in
      RotaProblem.Shift(
        worker: number, mode: 0, earliest: .zero, latest: Seconds(end + longest), contractedEnd: Seconds(end + longest),
        startNode: instance.office, endNode: instance.office, breaks: [], contactShare: .zero)
    }
    problem.hints.nearInTime = Seconds(30_000)
    problem.hints.pinsAtPlaces = true
    var services: [(patient: Int, service: Int)] = []
    for (number, patient) in instance.patients.enumerated() {
      let first = problem.calls.count
      let together = patient.synchronization == .simultaneous
      for list in together ? [Array(patient.services.indices)] : patient.services.indices.map({ [$0] }) {
        services.append((number, list[0]))
        problem.calls.append(
          MankowskaTranslation.call(patient, list, number: problem.calls.count, instance, end: end))
      }
      if case .sequential(let minimum, let maximum) = patient.synchronization, patient.services.count == 2 {
        problem.links.append(
          RotaProblem.Link(
            first: first, second: first + 1, relation: .gap(minimum: Seconds(minimum), maximum: Seconds(maximum))))
        problem.links.append(RotaProblem.Link(first: first, second: first + 1, relation: .differentWorker))
        problem.bundles.append([first, first + 1])
      }
    }
    self.problem = problem
    self.services = services
  }

  private static func call(
    _ patient: MankowskaInstance.Patient, _ services: [Int], number: Int, _ instance: MankowskaInstance, end: Int
  ) -> RotaProblem.Call {
    let late = Seconds(patient.windowEnd)
    return RotaProblem.Call(
      demands: services.map { service in
        RotaProblem.Demand(
          length: Seconds(patient.services[service].duration),
          placements: instance.caregivers.map {
            $0.abilities.contains(patient.services[service].ability) ? [] : nil
          })
      }, node: patient.row, person: number,
      windows: [
        RotaProblem.Window(
          from: Seconds(patient.windowStart), until: Seconds(max(patient.windowStart, end)),
          terms: [
            RotaProblem.TimingTerm(.after, late, .perUnit(Seconds(1)), amount: services.count, level: 1)
          ], lateAfter: late)
      ], uncovered: [RotaProblem.LevelAmount(level: 0, amount: services.count)])
  }

  /// Each caregiver's services with their starts.
  package func solution(of rota: RotaSolution) -> MankowskaSolution {
    MankowskaSolution(
      routes: rota.runs.enumerated().filter { !$0.element.stops.isEmpty }.map { caregiver, run in
        MankowskaSolution.Route(
          caregiver: caregiver,
          visits: run.stops.map { stop in
            MankowskaSolution.Visit(
              patient: services[stop.call].patient, service: services[stop.call].service + stop.demand,
              start: stop.start.value)
          })
      })
  }

  package func evaluation(of rota: RotaSolution) -> any SetEvaluation {
    MankowskaEvaluator.evaluate(solution(of: rota), of: instance, tolerance: 0)
  }

  package func objective(of levels: [Int]) -> SetObjective { SetObjective(ExactValue(levels.last ?? 0, over: 3000)) }
}
