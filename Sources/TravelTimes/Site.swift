import CareModel
import Quantities

/// What travel needs to know of a place.
struct Site: Sendable {
  let point: SpherePoint?
  let area: AreaKind
  /// Seconds of parking and getting in that the place itself gives.
  let ownAccess: Int?
  let matrixIndex: Int?

  init(_ place: Place) {
    point = place.position.map(SpherePoint.init)
    area = place.area
    // Not negative, and no longer than a day, whatever a caller made up.
    ownAccess = place.access.map { min(max($0.value, 0), 1440) * 60 }
    matrixIndex = place.matrixIndex
  }
}
