package import CareModel
import Quantities

/// Every leg between some places, for one mode and one part of the day, as flat arrays.
package struct TravelTable: Hashable, Sendable {
  /// Number of rows and of columns.
  package let size: Int
  /// Row-major, from row to column: entry `from * size + to`.
  package let seconds: [Int32]
  /// Metres along the road, row-major.
  package let metres: [Int32]
}

extension TravelModel {
  /// The legs between all pairs of some places, the same numbers as ``leg(from:to:mode:part:)``.
  ///
  /// - Complexity: quadratic in the number of places, in time and space.
  package func table(places: [PlaceID], mode: TravelMode, part: DayPart) -> TravelTable {
    let rule = rule(mode: mode, part: part)
    let known = places.map(site)
    var seconds: [Int32] = []
    var metres: [Int32] = []
    seconds.reserveCapacity(places.count * places.count)
    metres.reserveCapacity(places.count * places.count)
    for (from, start) in zip(places, known) {
      for (to, end) in zip(places, known) {
        let leg: TravelLeg
        if from == to {
          leg = .none
        } else if let start, let end {
          leg = rule.leg(from: start, to: end)
        } else {
          leg = .unreachable
        }
        seconds.append(Int32(clamping: leg.seconds.value))
        metres.append(Int32(clamping: leg.distance.value))
      }
    }
    return TravelTable(size: places.count, seconds: seconds, metres: metres)
  }
}
