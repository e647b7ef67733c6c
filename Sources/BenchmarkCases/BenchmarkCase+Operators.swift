import CareModel
import RotaOptimiser
import RotaPlanning
import SyntheticCaseloads
import TravelTimes

extension BenchmarkCase {
  /// Each operator of the search by itself on the greedy rota of a borough of 276 calls and 42 workers: a pass of a move, a thousand rounds of a ruin.
  static let operatorCases = SearchOperator.allCases.filter { $0 != .blocks && $0 != .recombination }.map(operatorCase)

  private static func operatorCase(_ kind: SearchOperator) -> BenchmarkCase {
    BenchmarkCase("operator-\(words(kind, joined: "-"))", summary: "\(words(kind, joined: " ")) by itself, 276 calls") {
      let day = DayGenerator(DayPreset.smallBorough.parameters(seed: 1).scaled(by: 3)).caseload
      let probe = try SearchProbe(RotaPlanner(day, travel: TravelModel(day)).problem)
      let levels = day.policy.ladder.levels
      return {
        guard let (work, values) = probe.work(of: kind) else {
          throw BenchmarkFault.unexpected("\(kind) is neither a move nor a ruin")
        }
        return BenchmarkOutcome(
          counters: [
            BenchmarkCounter(.size, "size.found", "better rotas met", work.found),
            BenchmarkCounter(.work, "work.labels", "labels of run evaluation", work.labels),
            BenchmarkCounter(.work, "work.places", "places looked at by insertion", work.places),
          ]
            // What stands before the ladder counts locks, of which a generated day has none.
            + zip(levels, values.dropFirst()).map {
              BenchmarkCounter(.level, "level.\($0.name)", $0.printedName, $1)
            })
      }
    }
  }

  /// `swapTails` as `swap-tails` or `swap tails`.
  private static func words(_ kind: SearchOperator, joined separator: String) -> String {
    kind.rawValue.reduce(into: "") { $0 += $1.isUppercase ? separator + $1.lowercased() : String($1) }
  }
}
