import Quantities
package import RotaOptimiser

/// A UHHC instance for the optimiser: times are minutes, the cost is the weighted sum of the instance's components.
///
/// Who has no visits has lunch and nothing else. Visits and lunch last exactly as long as they must, as in every published solution: the set's
/// rules would let them take in waiting and idle time, and values made so could not be compared.
package struct UHHCTranslation: SetTranslation {
  package let problem: RotaProblem
  let instance: UHHCInstance
  /// By call: patient, and the service of its first demand.
  let services: [(patient: Int, service: Int)]

  package init(_ instance: UHHCInstance) {
    self.instance = instance
    let draft = UHHCProblemDraft(instance)
    problem = draft.problem
    services = draft.services
  }

  /// Each caregiver's services and lunch with their times.
  package func solution(of rota: RotaSolution) -> UHHCSolution {
    UHHCSolution(
      routes: zip(rota.runs.indices, rota.runs).compactMap { caregiver, run in
        let stops = run.stops.isEmpty ? lunchAlone(of: caregiver) : stops(of: run)
        return stops.isEmpty ? nil : UHHCSolution.Route(caregiver: caregiver, stops: stops)
      })
  }

  private func stops(of run: RotaSolution.Run) -> [UHHCSolution.Stop] {
    var list = run.stops.map { stop -> UHHCSolution.Stop in
      let (patient, first) = services[stop.call]
      let length = problem.calls[stop.call].demands[stop.demand].length
      return UHHCSolution.Stop(
        .service(patient: patient, service: first + stop.demand), start: stop.start.value,
        end: (stop.start + length).value)
    }
    for rest in run.breaks {
      let before = run.stops.last { $0.start < rest.start }
      list.append(
        UHHCSolution.Stop(
          .lunch(at: before.map { services[$0.call].patient }), start: rest.start.value, end: rest.end.value))
    }
    return list.sorted { $0.start < $1.start }
  }

  private func lunchAlone(of caregiver: Int) -> [UHHCSolution.Stop] {
    let shift = problem.shifts[caregiver]
    return shift.breaks.compactMap { pause in
      let start = max(pause.from, shift.earliest)
      guard min(pause.until, shift.contractedEnd) - start >= pause.length else { return nil }
      return UHHCSolution.Stop(.lunch(at: nil), start: start.value, end: (start + pause.length).value)
    }
  }

  package func evaluation(of rota: RotaSolution) -> any SetEvaluation {
    UHHCEvaluator.evaluate(solution(of: rota), of: instance)
  }

  package func objective(of levels: [Int]) -> SetObjective { SetObjective(ExactValue(levels.last ?? 0)) }
}
