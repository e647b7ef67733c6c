import Quantities
import ReproducibleNumbers

/// A point of the unit sphere, from which distances follow without trigonometry.
struct SpherePoint: Hashable, Sendable {
  private let x: Double
  private let y: Double
  private let z: Double

  /// Mean radius of the earth in metres (International Union of Geodesy and Geophysics, R1, rounded to 0.1 m).
  static let earthRadius = 6_371_008.8

  private static let radiansInMicrodegree = 1.7453292519943295e-8

  init(_ position: GeographicPosition) {
    let latitude = Double(position.latitudeMicrodegrees) * Self.radiansInMicrodegree
    let longitude = Double(position.longitudeMicrodegrees) * Self.radiansInMicrodegree
    let ring = ElementaryFunctions.cos(latitude)
    x = ring * ElementaryFunctions.cos(longitude)
    y = ring * ElementaryFunctions.sin(longitude)
    z = ElementaryFunctions.sin(latitude)
  }

  /// Metres along the great circle, a started metre counting whole; the same in both directions.
  ///
  /// By the chord: 2 R asin(|a - b| / 2), which keeps its accuracy however near the points are.
  func metres(to other: SpherePoint) -> Int {
    let (dx, dy, dz) = (x - other.x, y - other.y, z - other.z)
    let (xx, yy, zz) = (dx * dx, dy * dy, dz * dz)
    let half = min(0.5 * ElementaryFunctions.squareRoot(xx + yy + zz), 1)
    let exact = 2 * Self.earthRadius * ElementaryFunctions.asin(half)
    return Int(nearest: exact.rounded(.up))
  }
}
