/// Draws from the normal distribution by inversion: one draw for each number, and a larger draw gives a larger number.
///
/// So two runs that use the same stream with other parameters stay comparable, draw by draw.
///
/// Source: ``ElementaryFunctions/normalQuantile(_:)``; with cells of 2^-52, nothing beyond 8.2 standard deviations.
package struct NormalSampler: Sendable {
  /// The mean.
  package let mean: Double
  /// The standard deviation, 0 or more.
  package let standardDeviation: Double

  /// Makes the sampler; nil unless both are finite and the deviation is not negative.
  package init?(mean: Double, standardDeviation: Double) {
    guard mean.isFinite, standardDeviation >= 0, standardDeviation < .infinity else { return nil }
    self.mean = mean
    self.standardDeviation = standardDeviation
  }

  /// Draws one number.
  package func draw(from stream: inout RandomStream) -> Double {
    mean + standardDeviation * ElementaryFunctions.normalQuantile(stream.nextOpenUnit())
  }
}
