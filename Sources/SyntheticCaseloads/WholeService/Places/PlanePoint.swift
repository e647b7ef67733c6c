import ReproducibleNumbers

/// A point of the invented plane, in metres east and north of its middle.
struct PlanePoint: Hashable, Sendable {
  var east: Double
  var north: Double

  /// The square of the distance, in square metres.
  func squaredDistance(to other: PlanePoint) -> Double {
    let (across, up) = (east - other.east, north - other.north)
    return across * across + up * up
  }

  func distance(to other: PlanePoint) -> Double { ElementaryFunctions.squareRoot(squaredDistance(to: other)) }

  /// A point so far away, in a direction given as a part of the whole turn.
  func moved(by distance: Double, turn: Double) -> PlanePoint {
    let angle = turn * 2 * Double.pi
    return PlanePoint(
      east: east + distance * ElementaryFunctions.cos(angle), north: north + distance * ElementaryFunctions.sin(angle))
  }
}
