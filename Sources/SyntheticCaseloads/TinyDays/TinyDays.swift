package import CareModel

/// Days small enough to try every rota, for property tests: 1 to 3 workers, 2 to 6 calls, a given travel matrix.
///
/// Every one is valid; across seeds all features meet in all combinations. Nothing about them is realistic.
package enum TinyDays {
  /// The day of a seed, the same on every machine.
  ///
  /// - Complexity: some tens of microseconds.
  package static func day(seed: UInt64, features: TinyDayFeatures = .usual) -> Caseload {
    var builder = TinyDayBuilder(seed: seed, features: features)
    builder.build()
    return builder.draft.caseload
  }
}
