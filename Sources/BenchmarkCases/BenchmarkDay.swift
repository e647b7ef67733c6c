package import CareModel
import EpisodePlanning
package import SyntheticCaseloads

/// A day that benchmarks are run on, by name.
package struct BenchmarkDay: Sendable {
  /// Small letters, digits and hyphens.
  package let name: String
  package let summary: String
  /// Makes the day, the same every time.
  package let make: @Sendable () -> Caseload

  package init(_ name: String, summary: String, make: @escaping @Sendable () -> Caseload) {
    self.name = name
    self.summary = summary
    self.make = make
  }

  /// A preset of the generator, with seed 1.
  package init(_ preset: DayPreset) {
    self.init(preset.rawValue, summary: preset.summary) { DayGenerator(preset.parameters(seed: 1)).caseload }
  }

  /// The day cut from a whole generated service, with seed 1, or from one with so many times its starts.
  package init(_ preset: ServicePreset, times: Int = 1) {
    let name = "service-\(preset.rawValue)" + (times == 1 ? "" : "-\(times)x")
    self.init(name, summary: "a day of \(preset.title)" + (times == 1 ? "" : ", \(times) times its starts")) {
      var parameters = preset.parameters(seed: 1)
      if times != 1 { parameters[.startsPerYear] *= times }
      let service = ServiceGenerator(parameters).service
      return DayCut.caseload(of: service, on: service.today)
    }
  }
}
