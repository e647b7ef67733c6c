/// Draws counts of independent events whose mean number is known.
///
/// Source: below a mean of 10, inversion by sequential search with one draw (L. Devroye, "Non-Uniform Random Variate
/// Generation", 1986, X.3.3); from 10, transformed rejection PTRS, on average under two pairs of draws (W. Hörmann,
/// "The transformed rejection method for generating Poisson random variables", Insurance: Mathematics and Economics
/// 12(1), 1993).
package struct PoissonSampler: Sendable {
  /// The largest mean that is taken.
  package static let largestMean = 1e9
  private static let leastMeanForRejection = 10.0

  /// The mean, which is the variance too.
  package let mean: Double
  private let logarithmOfMean: Double
  private let noEvent: Double

  /// Makes the sampler; nil unless the mean is from 0 to ``largestMean``.
  package init?(mean: Double) {
    guard mean >= 0, mean <= Self.largestMean else { return nil }
    self.mean = mean
    logarithmOfMean = ElementaryFunctions.log(mean)
    noEvent = ElementaryFunctions.exp(-mean)
  }

  /// Draws one count, 0 or more.
  package func draw(from stream: inout RandomStream) -> Int {
    mean < Self.leastMeanForRejection ? drawByInversion(from: &stream) : drawByRejection(from: &stream)
  }

  private func drawByInversion(from stream: inout RandomStream) -> Int {
    let level = stream.nextUnit()
    var count = 0
    var term = noEvent
    var cumulative = term
    while level >= cumulative {
      count += 1
      term = term * mean / Double(count)
      let sum = cumulative + term
      // Rounding can leave the sum of all terms just below the level drawn.
      guard sum > cumulative else { break }
      cumulative = sum
    }
    return count
  }

  private func drawByRejection(from stream: inout RandomStream) -> Int {
    let b = 0.931 + 2.53 * mean.squareRoot()
    let a = -0.059 + 0.02483 * b
    let inverseAlpha = 1.1239 + 1.1328 / (b - 3.4)
    let quickAcceptance = 0.9277 - 3.6224 / (b - 2)
    while true {
      let u = stream.nextOpenUnit() - 0.5
      let v = stream.nextOpenUnit()
      let us = 0.5 - u.magnitude
      let candidate = (2 * a / us + b) * u + mean + 0.43
      // Beyond this the density is far below the smallest number, and the conversion would not be safe.
      guard candidate >= 0, candidate < 0x1p52 else { continue }
      let count = Int(candidate)
      if us >= 0.07, v <= quickAcceptance { return count }
      if us < 0.013, v > us { continue }
      let left = ElementaryFunctions.log(v * inverseAlpha / (a / (us * us) + b))
      let right = Double(count) * logarithmOfMean - mean - ElementaryFunctions.logFactorial(count)
      if left <= right { return count }
    }
  }
}
