import Presentation
import Quantities
import Testing

@Suite struct MapProjectionTests {
  private func position(_ latitude: Int, _ longitude: Int) throws -> GeographicPosition {
    try #require(GeographicPosition(latitudeMicrodegrees: latitude, longitudeMicrodegrees: longitude))
  }

  @Test("north is up, east is right, and a kilometre is as long either way")
  func scale() throws {
    let south = try position(51_400_000, -300_000)
    // One kilometre north, and one east at this latitude.
    let north = try position(51_408_983, -300_000)
    let east = try position(51_400_000, -285_601)
    let map = try #require(MapProjection(of: [south, north, east], width: 1000, heights: 300...800))
    let (a, b, c) = (map.point(south), map.point(north), map.point(east))
    #expect(b.y < a.y)
    #expect(c.x > a.x)
    #expect(abs((a.y - b.y) - (c.x - a.x)) < 1)
    #expect(abs((a.y - b.y) / map.scale - 1000) < 2)
  }

  @Test("every position lies within the drawing", arguments: [(1, 1), (50_000, 1), (1, 90_000), (400_000, 500_000)])
  func within(north: Int, east: Int) throws {
    let positions = [try position(51_000_000, 0), try position(51_000_000 + north, east)]
    let map = try #require(MapProjection(of: positions, width: 1000, heights: 300...800))
    for position in positions {
      let point = map.point(position)
      #expect((0...map.width).contains(point.x))
      #expect((0...map.height).contains(point.y))
    }
    #expect((300...800).contains(map.height))
  }

  @Test("the scale bar is a round length of at most a quarter of the width")
  func scaleBar() throws {
    let map = try #require(
      MapProjection(
        of: [try position(51_000_000, 0), try position(51_100_000, 100_000)], width: 1000, heights: 300...800))
    let length = map.scaleBar.value
    #expect(Double(length) * map.scale <= 250)
    #expect([1, 2, 5].contains(Int(String(String(length).prefix(1)))))
    #expect(Double(length) * map.scale > 80)
  }

  @Test("without positions there is no map")
  func empty() { #expect(MapProjection(of: [], width: 1000, heights: 300...800) == nil) }
}
