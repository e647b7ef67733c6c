/// Draws from the triangular distribution, for quantities known by their least, most likely and largest value only.
///
/// Source: inversion of the distribution function, one draw for each number.
package struct TriangularSampler: Sendable {
  /// The least value.
  package let lowest: Double
  /// The most likely value.
  package let mostLikely: Double
  /// The largest value.
  package let highest: Double

  /// Makes the sampler; nil unless the three are finite and in order (they may be equal).
  package init?(lowest: Double, mostLikely: Double, highest: Double) {
    guard lowest <= mostLikely, mostLikely <= highest, (highest - lowest).isFinite else { return nil }
    self.lowest = lowest
    self.mostLikely = mostLikely
    self.highest = highest
  }

  /// Draws one number from `lowest` to `highest`.
  package func draw(from stream: inout RandomStream) -> Double {
    let level = stream.nextUnit()
    let width = highest - lowest
    guard width > 0 else { return lowest }
    let rise = mostLikely - lowest
    guard level * width >= rise else {
      return min(lowest + (level * width).squareRoot() * rise.squareRoot(), highest)
    }
    return max(highest - ((1 - level) * width).squareRoot() * (highest - mostLikely).squareRoot(), lowest)
  }
}
