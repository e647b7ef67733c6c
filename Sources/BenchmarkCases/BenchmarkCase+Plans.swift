import CareModel
import EpisodePlanning
import SyntheticCaseloads

extension BenchmarkCase {
  /// Six weeks of invented services planned, without rotas.
  static let planCases = ServicePreset.allCases.map { preset in
    plan(preset, suite: [.tiny, .smallBorough, .innerLondon].contains(preset) ? .gate : .long)
  }

  private static func plan(_ preset: ServicePreset, suite: Suite) -> BenchmarkCase {
    BenchmarkCase(
      "plan-\(preset.rawValue)", summary: "six weeks of a service like \(preset.title) planned", suite: suite
    ) {
      let service = ServiceGenerator(preset.parameters(seed: 1)).service
      return {
        let plan = EpisodePlanner(service).plan()
        let levels = plan.account.levels.map {
          BenchmarkCounter(.level, "level.\($0.name)", $0.printedName, $0.value)
        }
        let bounds = plan.account.levels.compactMap { level in
          level.bound.map { BenchmarkCounter(.bound, "bound.\(level.name)", level.printedName, $0) }
        }
        return BenchmarkOutcome(
          counters: [
            BenchmarkCounter(.work, "work.pivots", "steps of the simplex", plan.account.pivots),
            BenchmarkCounter(
              .size, "size.episodes", "running episodes", service.episodes.count { $0.isRunning(on: service.today) }),
            BenchmarkCounter(.size, "size.starts", "people who wait", plan.starts.count),
            BenchmarkCounter(.size, "size.calls", "calls of six weeks", plan.calls.count),
          ] + levels + bounds)
      }
    }
  }
}
