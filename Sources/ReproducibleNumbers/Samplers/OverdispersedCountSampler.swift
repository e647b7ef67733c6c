/// Draws counts that vary more from day to day than independent events do (the negative binomial distribution).
///
/// Each count is a Poisson count whose mean is itself drawn from a gamma distribution, which is exact. With a variance
/// ratio of 1 the counts are Poisson.
///
/// Source: M. Greenwood, G. U. Yule, "An inquiry into the nature of frequency distributions ...", Journal of the Royal
/// Statistical Society 83(2), 1920.
package struct OverdispersedCountSampler: Sendable {
  /// The mean count.
  package let mean: Double
  /// The variance as a multiple of the mean, 1 or more.
  package let varianceRatio: Double
  private let constantRate: PoissonSampler
  private let rate: GammaSampler?

  /// Makes the sampler; nil unless the ratio is finite and 1 or more and ``PoissonSampler`` takes the mean.
  package init?(mean: Double, varianceRatio: Double) {
    guard varianceRatio >= 1, varianceRatio < .infinity, let constantRate = PoissonSampler(mean: mean) else {
      return nil
    }
    self.mean = mean
    self.varianceRatio = varianceRatio
    self.constantRate = constantRate
    let scale = varianceRatio - 1
    rate = scale > 0 ? GammaSampler(shape: mean / scale, scale: scale) : nil
  }

  /// Draws one count, 0 or more.
  package func draw(from stream: inout RandomStream) -> Int {
    guard let rate else { return constantRate.draw(from: &stream) }
    let drawn = min(rate.draw(from: &stream), PoissonSampler.largestMean)
    return PoissonSampler(mean: drawn)?.draw(from: &stream) ?? 0
  }
}
