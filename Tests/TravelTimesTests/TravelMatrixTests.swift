import CareModel
import Quantities
import Testing
import TravelTimes

@Suite("Travel by a given matrix")
struct TravelMatrixTests {
  private static let near = TestPlaces.place("near", 51_412_300, -300_700, access: Minutes(5), row: 0)
  private static let far = TestPlaces.place("far", 51_392_500, -303_600, row: 1)
  private static let bare = TestPlaces.unplaced("bare", row: 2)
  private static let seconds: [Int32] = [7, 100, 200, 300, 7, 400, 500, 600, -9]

  private func model(_ places: [Place], metres: [Int32] = []) throws -> TravelModel {
    let matrix = try #require(TravelMatrix(mode: .car, size: 3, seconds: Self.seconds, metres: metres))
    return TravelModel(places: places, matrices: [matrix], policy: TravelPolicy())
  }

  @Test("a matrix is taken as it stands: no factor, no access")
  func asGiven() throws {
    let model = try model([Self.near, Self.far, Self.bare], metres: [0, 11, 12, 13, 0, 14, 15, 16, 0])
    for part in DayPart.allCases {
      #expect(
        model.leg(from: Self.far.id, to: Self.near.id, mode: .car, part: part)
          == TravelLeg(seconds: Seconds(300), distance: Metres(13)))
      #expect(
        model.leg(from: Self.near.id, to: Self.bare.id, mode: .car, part: part)
          == TravelLeg(seconds: Seconds(200), distance: Metres(12)))
    }
  }

  @Test("the diagonal counts nothing, and without metres distances are zero")
  func diagonalAndMetres() throws {
    let model = try model([Self.near, Self.far])
    #expect(model.leg(from: Self.near.id, to: Self.near.id, mode: .car, part: .offPeak) == .none)
    #expect(model.leg(from: Self.near.id, to: Self.far.id, mode: .car, part: .offPeak).distance == .zero)
  }

  @Test("a mode without a matrix is estimated, and so is a place outside the matrix")
  func estimatesBeside() throws {
    let outside = TestPlaces.place("outside", 51_392_500, -303_600, row: 3)
    let model = try model([Self.near, Self.far, outside])
    let bicycle = model.leg(from: Self.near.id, to: Self.far.id, mode: .bicycle, part: .offPeak)
    #expect(bicycle.seconds.value == 717 + 60)
    #expect(model.leg(from: Self.near.id, to: outside.id, mode: .car, part: .offPeak).seconds.value == 371 + 180)
  }

  @Test("a table holds the same numbers as single legs, in rows")
  func table() throws {
    let model = try model([Self.near, Self.far, Self.bare] + TestPlaces.scattered)
    let ids = ([Self.bare, Self.near, Self.far] + TestPlaces.scattered).map(\.id) + [PlaceID("unknown")]
    for mode in TravelMode.allCases {
      for part in DayPart.allCases {
        let table = model.table(places: ids, mode: mode, part: part)
        #expect(table.size == ids.count)
        for (row, from) in ids.enumerated() {
          for (column, to) in ids.enumerated() {
            let leg = model.leg(from: from, to: to, mode: mode, part: part)
            let entry = row * table.size + column
            #expect(Int(table.seconds[entry]) == leg.seconds.value && Int(table.metres[entry]) == leg.distance.value)
          }
        }
      }
    }
  }
}
