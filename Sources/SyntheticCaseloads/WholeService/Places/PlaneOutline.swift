import ReproducibleNumbers

/// The rim of the area: a round with bulges, so that no county is a circle.
struct PlaneOutline: Sendable {
  /// Metres: the radius of a round of the same area.
  let radius: Double
  private let turns: [Double]

  init(squareMetres: Double, stream: inout RandomStream) {
    radius = ElementaryFunctions.squareRoot(max(1, squareMetres) / Double.pi)
    turns = (0..<3).map { _ in stream.nextUnit() }
  }

  /// The rim's distance from the middle in a direction, as a part of the whole turn.
  func rim(turn: Double) -> Double {
    let angle = turn * 2 * Double.pi
    let bulges = [(2.0, 0.20), (3.0, 0.12), (5.0, 0.05)]
    var factor = 1.0
    for (place, (waves, height)) in bulges.enumerated() {
      factor += height * ElementaryFunctions.cos(waves * angle + turns[place] * 2 * Double.pi)
    }
    // The bulges add half their squares to the area: 2.8 per cent in all.
    return radius * factor * 0.986
  }

  /// A point of the area, each square metre as likely.
  func point(_ stream: inout RandomStream) -> PlanePoint {
    let middle = PlanePoint(east: 0, north: 0)
    // The likelihood of a direction goes with the square of the rim's distance.
    let most = radius * radius * 1.37 * 1.37
    for _ in 0..<40 {
      let turn = stream.nextUnit()
      let share = stream.nextUnit()
      let rim = rim(turn: turn)
      guard stream.nextUnit() * most <= rim * rim else { continue }
      return middle.moved(by: rim * ElementaryFunctions.squareRoot(share), turn: turn)
    }
    return middle
  }

  /// Whether a point lies within the rim.
  func contains(_ point: PlanePoint) -> Bool { kept(point, inset: 0) == point }

  /// Brings a point that lies outside, or within so many metres of the rim, back to there.
  func kept(_ point: PlanePoint, inset: Double) -> PlanePoint {
    let distance = point.distance(to: PlanePoint(east: 0, north: 0))
    guard distance > radius * 0.5 else { return point }
    // The direction as a part of the turn, by the arc sine of the northing.
    let quarter = ElementaryFunctions.asin(min(1, max(-1, point.north / distance))) / (2 * Double.pi)
    let turn = point.east >= 0 ? quarter : 0.5 - quarter
    let rim = max(radius * 0.5, rim(turn: turn) - inset)
    guard distance > rim else { return point }
    return PlanePoint(east: point.east * rim / distance, north: point.north * rim / distance)
  }
}
