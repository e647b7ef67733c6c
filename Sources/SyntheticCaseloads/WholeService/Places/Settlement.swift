import ReproducibleNumbers

/// A town, a part of a city, or a village.
struct Settlement: Sendable {
  let name: String
  let isRural: Bool
  /// Sets the travel times of an inner city.
  let isInnerCity: Bool
  let centre: PlanePoint
  let adults: Double
  /// Metres: the radius of a round that holds its adults.
  let radius: Double

  /// Where somebody in it lives: dense in the middle, thin at the rim.
  func point(_ stream: inout RandomStream) -> PlanePoint {
    let sampler = NormalSampler(mean: 0, standardDeviation: radius * 0.55)
    let limit = radius * 1.6
    let east = sampler?.draw(from: &stream) ?? 0
    let north = sampler?.draw(from: &stream) ?? 0
    return PlanePoint(
      east: centre.east + min(max(east, -limit), limit), north: centre.north + min(max(north, -limit), limit))
  }
}
