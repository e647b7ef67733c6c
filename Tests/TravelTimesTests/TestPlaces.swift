import CareModel
import Quantities
import ReproducibleNumbers

/// Places and policies for the tests of travel.
enum TestPlaces {
  static func place(
    _ id: String, _ latitude: Int, _ longitude: Int, area: AreaKind = .town, access: Minutes? = nil, row: Int? = nil
  ) -> Place {
    let position = GeographicPosition(latitudeMicrodegrees: latitude, longitudeMicrodegrees: longitude)
    return Place(id: PlaceID(id), position: position, area: area, access: access, matrixIndex: row)
  }

  static func unplaced(_ id: String, row: Int? = nil) -> Place {
    Place(id: PlaceID(id), position: nil, matrixIndex: row)
  }

  /// Straight lines at a metre a second, with no access: seconds are metres.
  static var metreASecond: TravelPolicy {
    var policy = TravelPolicy()
    let pace = TravelPolicy.BySurroundings(innerLondon: 3600, town: 3600, rural: 3600)
    policy.roadFactor = PerMille(1000)
    policy.carSpeed = pace
    policy.bicycleSpeed = pace
    policy.walkingSpeed = pace
    policy.publicTransportSpeed = pace
    policy.carAccess = .init(innerLondon: 0, town: 0, rural: 0)
    policy.otherAccess = .init(innerLondon: 0, town: 0, rural: 0)
    return policy
  }

  /// Fifty places within some ten kilometres, in areas of all kinds.
  static let scattered: [Place] = {
    var stream = RandomStream(seed: 1, purpose: StreamPurpose("scattered places"))
    return (0..<50).map { index in
      place(
        "p\(index)", 51_350_000 + stream.nextInt(below: 100_000), -360_000 + stream.nextInt(below: 140_000),
        area: stream.choose(from: AreaKind.allCases) ?? .town)
    }
  }()
}
