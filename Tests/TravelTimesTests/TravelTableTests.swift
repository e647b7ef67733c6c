import CareModel
import ReproducibleNumbers
import Testing
import TravelTimes

@Suite("Tables of travel")
struct TravelTableTests {
  @Test("30,000 estimated legs have the recorded digest: the same on every CPU and in every build")
  func digest() {
    let model = TravelModel(places: TestPlaces.scattered, policy: TravelPolicy())
    var digest = StableDigest()
    for mode in TravelMode.allCases {
      for part in DayPart.allCases {
        let table = model.table(places: TestPlaces.scattered.map(\.id), mode: mode, part: part)
        for (seconds, metres) in zip(table.seconds, table.metres) {
          digest.update(seconds)
          digest.update(metres)
        }
      }
    }
    #expect(digest.value == 5_954_348_660_668_158_614)
  }

  @Test("no places, an empty table")
  func empty() {
    let table = TravelModel(places: [], policy: TravelPolicy()).table(places: [], mode: .car, part: .offPeak)
    #expect(table.size == 0 && table.seconds.isEmpty && table.metres.isEmpty)
  }
}
