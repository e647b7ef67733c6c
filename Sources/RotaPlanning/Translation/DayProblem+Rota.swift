import CareModel
import Quantities
import RotaOptimiser

extension DayProblem {
  /// The optimiser's answer as a rota, with what has happened put back at the head of each run.
  func rota(from solution: RotaSolution, provenance: Provenance?) -> Rota {
    let runs = zip(duties, solution.runs).compactMap { inHand, run -> Run? in
      let planned = run.stops.map { stop -> Stop in
        let start = instant(stop.start)
        return Stop(
          visit: calls[stop.call].id, demand: stop.demand, start: start,
          end: start + calls[stop.call].demands[stop.demand].length)
      }
      let stops = inHand.facts + planned
      guard !stops.isEmpty else { return nil }
      let breaks = run.breaks.map { BreakStop(start: instant($0.start), end: instant($0.end)) }
      return Run(worker: inHand.worker.id, duty: inHand.duty.id, stops: stops, breaks: breaks)
    }
    return Rota(
      serviceDate: caseload.serviceDate, asOf: caseload.asOf, runs: runs,
      uncovered: solution.uncovered.map { calls[$0].id }, provenance: provenance)
  }

  /// The rota in which nothing is planned: what has happened, and all else uncovered.
  var rotaOfFacts: Rota {
    rota(
      from: RotaSolution(
        runs: duties.map { _ in RotaSolution.Run() }, levels: [], uncovered: Array(calls.indices)), provenance: nil)
  }

  /// The ladder's score for the problem's levels.
  func score(_ levels: [Int]) -> Score {
    var score = Score(ladder: caseload.policy.ladder)
    score.values = Array(levels.dropFirst(levelOffset))
    return score
  }
}

extension DayProblem {
  /// A rota in the problem's indices; stops of calls that the problem doesn't hold are left out.
  func solution(of rota: Rota) -> RotaSolution {
    var runs = duties.map { _ in RotaSolution.Run() }
    for run in rota.runs {
      guard let shift = duties.firstIndex(where: { $0.duty.id == run.duty && $0.worker.id == run.worker }) else {
        continue
      }
      runs[shift].stops = run.stops.compactMap { stop in
        callIndex[stop.visit].map {
          RotaSolution.Stop(call: $0, demand: stop.demand, start: elapsed(stop.start))
        }
      }
    }
    return RotaSolution(runs: runs, levels: [], uncovered: rota.uncovered.compactMap { callIndex[$0] })
  }
}

extension RotaSolution {
  /// The same rota with a call taken out.
  func without(call: Int) -> RotaSolution {
    var copy = self
    for index in copy.runs.indices { copy.runs[index].stops.removeAll { $0.call == call } }
    return copy
  }
}
