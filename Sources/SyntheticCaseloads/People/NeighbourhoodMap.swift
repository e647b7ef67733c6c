import CareModel
import Quantities
import ReproducibleNumbers

/// An invented plane of neighbourhoods about 51.40 N 0.29 W, where people and workers live.
struct NeighbourhoodMap: Sendable {
  let parameters: DayParameters

  private static let centreLatitude = 51_400_000
  private static let centreLongitude = -290_000
  /// A mile between centres, so that legs come near the 1.0 to 1.5 miles of a London borough (`domain.md` 2.5).
  private static let spacing = 1600

  /// Somebody's home: near the centre of one of the neighbourhoods, each as likely.
  func home(_ id: PlaceID, purpose: StreamPurpose, index: Int) -> Place {
    var stream = RandomStream(seed: parameters.seed, purpose: purpose, index: UInt64(max(index, 0)))
    let centre = centre(stream.nextInt(below: max(1, parameters.neighbourhoods)))
    let east = centre.east + NeighbourhoodMap.scatter(&stream)
    let north = centre.north + NeighbourhoodMap.scatter(&stream)
    return place(id, kind: .home, east: east, north: north)
  }

  /// The team's office, in the middle of the plane.
  var base: Place { place(PlaceID("base"), kind: .base, east: 0, north: 0) }

  /// A place so many metres from the middle of the plane.
  func place(_ id: PlaceID, kind: Place.Kind, east: Int, north: Int) -> Place {
    // 111,195 m to a degree of latitude, 69,373 m to one of longitude at 51.4 degrees.
    let position = GeographicPosition(
      latitudeMicrodegrees: NeighbourhoodMap.centreLatitude + north * 8993 / 1000,
      longitudeMicrodegrees: NeighbourhoodMap.centreLongitude + east * 14_415 / 1000)
    return Place(
      id: id, kind: kind, position: position, area: parameters.area, patch: north >= 0 ? "North" : "South")
  }

  /// Metres east and north of the plane's middle: neighbourhoods wind outwards from it, so that more of them leave the
  /// others where they are.
  private func centre(_ index: Int) -> (east: Int, north: Int) {
    var (east, north) = (0, 0)
    var (stepEast, stepNorth) = (1, 0)
    var (leg, walked, turns) = (1, 0, 0)
    for _ in 0..<index {
      (east, north) = (east + stepEast, north + stepNorth)
      walked += 1
      guard walked == leg else { continue }
      (stepEast, stepNorth) = (-stepNorth, stepEast)
      (walked, turns) = (0, turns + 1)
      if turns % 2 == 0 { leg += 1 }
    }
    var stream = RandomStream(seed: parameters.seed, purpose: .neighbourhoods, index: UInt64(max(index, 0)))
    let spacing = NeighbourhoodMap.spacing
    return (
      east * spacing + stream.nextInt(in: -300...300), north * spacing + stream.nextInt(in: -300...300) - spacing / 4
    )
  }

  /// Metres from the centre in one direction: bell-shaped, within 900.
  private static func scatter(_ stream: inout RandomStream) -> Int {
    stream.nextInt(in: -300...300) + stream.nextInt(in: -300...300) + stream.nextInt(in: -300...300)
  }
}
