import RotaOptimiser
import RotaPlanning
import SyntheticCaseloads
import TravelTimes

extension BenchmarkCase {
  /// The search's inner steps on the greedy rota of the small borough.
  static let searchCases = [
    searchCase(
      "search-insertion", summary: "each call of a small borough taken out, and its best place looked for",
      step: { $0.searchInsertions() }),
    searchCase(
      "search-runs", summary: "the times of each run of a small borough worked out, a hundred times",
      step: { probe in
        (1..<100).reduce(into: probe.evaluateRuns()) { sum, _ in sum += probe.evaluateRuns() }
      }),
  ]

  private static func searchCase(
    _ name: String, summary: String, step: @escaping @Sendable (SearchProbe) -> SearchProbe.Work
  ) -> BenchmarkCase {
    BenchmarkCase(name, summary: summary, repetitions: 20) {
      let day = BenchmarkDay(DayPreset.smallBorough).make()
      let probe = try SearchProbe(RotaPlanner(day, travel: TravelModel(day)).problem)
      return {
        let work = step(probe)
        return BenchmarkOutcome(counters: [
          BenchmarkCounter(.size, "size.found", "runs or calls that fit", work.found),
          BenchmarkCounter(.work, "work.labels", "labels of run evaluation", work.labels),
          BenchmarkCounter(.work, "work.places", "places looked at by insertion", work.places),
        ])
      }
    }
  }
}
