package import CareModel
import Quantities
import RotaOptimiser

/// A rota to start from: yesterday's plan of the day, one made by hand, or one that the day has overtaken. It may break any rule.
package struct RotaStart: Sendable {
  package var rota: Rota
  /// SHA-256 of the bytes of its file, in hexadecimal; empty where it came from no file.
  package var digest: String

  package init(_ rota: Rota, digest: String = "") {
    self.rota = rota
    self.digest = digest
  }
}

extension DayProblem {
  /// A rota to start from in the problem's indices, each run in order of time.
  ///
  /// What the problem doesn't hold is left out. Stops in a duty period that their worker does not have go to the one that holds their start.
  func start(from rota: Rota) -> RotaSolution {
    var stops = duties.map { _ in [Stop]() }
    for run in rota.runs {
      let own = duties.indices.filter { duties[$0].worker.id == run.worker }
      let known = own.first { duties[$0].duty.id == run.duty }
      for stop in run.stops where callIndex[stop.visit] != nil {
        if let shift = known ?? own.first(where: { duties[$0].duty.hours.contains(stop.start) }) {
          stops[shift].append(stop)
        }
      }
    }
    let runs = stops.map { stops in
      RotaSolution.Run(
        stops: stops.sorted { ($0.start, $0.visit) < ($1.start, $1.visit) }.compactMap { stop in
          callIndex[stop.visit].map { RotaSolution.Stop(call: $0, demand: stop.demand, start: elapsed(stop.start)) }
        })
    }
    return RotaSolution(runs: runs, levels: [], uncovered: [])
  }
}
