import CareModel
import EpisodePlanning
import SyntheticCaseloads

extension BenchmarkCase {
  /// Six weeks of invented services planned, without rotas.
  static let planCases = [
    plan("plan-small-borough", of: .smallBorough), plan("plan-inner-london", of: .innerLondon),
    plan("plan-county-leicestershire-like", of: .countyLeicestershireLike, suite: .long),
    plan("plan-largest-county", of: .largestCounty, suite: .long),
  ]

  private static func plan(_ name: String, of preset: ServicePreset, suite: Suite = .gate) -> BenchmarkCase {
    BenchmarkCase(name, summary: "six weeks of a service like \(preset.title) planned", suite: suite) {
      let service = ServiceGenerator(preset.parameters(seed: 1)).service
      return {
        let plan = EpisodePlanner(service).plan()
        let levels = plan.account.levels.map {
          BenchmarkCounter(.level, "level.\($0.name)", $0.name, $0.value)
        }
        let bounds = plan.account.levels.compactMap { level in
          level.bound.map { BenchmarkCounter(.bound, "bound.\(level.name)", level.name, $0) }
        }
        return BenchmarkOutcome(
          counters: [
            BenchmarkCounter(.work, "work.pivots", "steps of the simplex", plan.account.pivots),
            BenchmarkCounter(.size, "size.starts", "people who wait", plan.starts.count),
            BenchmarkCounter(.size, "size.calls", "calls of six weeks", plan.calls.count),
          ] + levels + bounds)
      }
    }
  }
}
