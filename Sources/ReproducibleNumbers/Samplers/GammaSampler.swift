/// Draws from the gamma distribution, for rates and durations that vary more than a constant one.
///
/// Source: G. Marsaglia, W. W. Tsang, "A simple method for generating gamma variables", ACM Transactions on
/// Mathematical Software 26(3), 2000, doi:10.1145/358407.358414, with their boost for shapes below 1.
package struct GammaSampler: Sendable {
  /// The shape; the mean is shape times scale.
  package let shape: Double
  /// The scale; the variance is shape times the scale squared.
  package let scale: Double
  private let boost: Double?
  private let d: Double
  private let c: Double

  /// Makes the sampler; nil unless shape and scale are positive and finite.
  package init?(shape: Double, scale: Double) {
    guard shape > 0, shape < .infinity, scale > 0, scale < .infinity else { return nil }
    self.shape = shape
    self.scale = scale
    boost = shape < 1 ? 1 / shape : nil
    d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3
    c = 1 / (9 * d).squareRoot()
  }

  /// Draws one number, 0 or more.
  package func draw(from stream: inout RandomStream) -> Double {
    let large = scale * drawLarge(from: &stream)
    guard let boost else { return large }
    return large * ElementaryFunctions.exp(ElementaryFunctions.log(stream.nextOpenUnit()) * boost)
  }

  private func drawLarge(from stream: inout RandomStream) -> Double {
    while true {
      let x = ElementaryFunctions.normalQuantile(stream.nextOpenUnit())
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      let u = stream.nextOpenUnit()
      let square = x * x
      if u < 1 - 0.0331 * square * square { return d * v }
      let bound = 0.5 * square + d * (1 - v + ElementaryFunctions.log(v))
      if ElementaryFunctions.log(u) < bound { return d * v }
    }
  }
}
