import CareModel
import RotaChecking
import RotaOptimiser
import RotaPlanning
import SyntheticCaseloads
import TravelTimes

extension BenchmarkCase {
  /// The checker on a small borough's greedy rota.
  static let checkerCases = [
    BenchmarkCase("checker", summary: "every rule and the score of a small borough's greedy rota", repetitions: 10) {
      let day = BenchmarkDay(DayPreset.smallBorough).make()
      let travel = try TravelModel(day)
      let rota = try RotaPlanner(day, travel: travel, settings: OptimiserSettings(solver: .greedy)).plan().rota
      return {
        let checked = RotaChecker.check(rota, of: day, travel: travel)
        return BenchmarkOutcome(counters: [
          BenchmarkCounter(.size, "size.stops", "stops", rota.runs.reduce(0) { $0 + $1.stops.count }),
          BenchmarkCounter(.size, "size.findings", "findings", checked.findings.count),
        ])
      }
    }
  ]
}
