package import CareModel
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
}
