import Quantities
import Testing

@Suite("Positions on the earth")
struct GeographicPositionTests {
  @Test("positions up to the poles and the date line are taken as they are")
  func onTheEarth() throws {
    for (north, east) in [(0, 0), (90_000_000, 180_000_000), (-90_000_000, -180_000_000), (51_412_300, -300_700)] {
      let position = try #require(GeographicPosition(latitudeMicrodegrees: north, longitudeMicrodegrees: east))
      #expect(position.latitudeMicrodegrees == north)
      #expect(position.longitudeMicrodegrees == east)
    }
  }

  @Test("positions off the earth are refused, the most extreme numbers too")
  func offTheEarth() {
    let refused = [
      (90_000_001, 0), (-90_000_001, 0), (0, 180_000_001), (0, -180_000_001), (Int.max, 0), (Int.min, 0), (0, Int.max),
      (0, Int.min),
    ]
    for (north, east) in refused {
      #expect(GeographicPosition(latitudeMicrodegrees: north, longitudeMicrodegrees: east) == nil)
    }
  }
}
