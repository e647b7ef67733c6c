package import CareModel

/// Places between which a worker of the day would travel, but whose distance nobody can tell.
package struct UnknownDistanceError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The mode of travel that lacks distances.
  package let mode: TravelMode
  /// The mode has a matrix, so that a row in it would do as well.
  package let hasMatrix: Bool
  /// In order of id.
  package let places: [PlaceID]

  package init(mode: TravelMode, hasMatrix: Bool, places: [PlaceID]) {
    self.mode = mode
    self.hasMatrix = hasMatrix
    self.places = places.sorted()
  }

  package var description: String {
    let names = places.map(\.text).joined(separator: ", ")
    let remedy = hasMatrix ? "a matrixIndex inside the travel matrix, or a position for every place" : "a position"
    return "no distances for travel by \(mode.rawValue): found neither for \(names); expected \(remedy)"
  }
}
