import Presentation
import Quantities
import Testing

@Suite struct SpokenQuantitiesTests {
  @Test("durations, distances and money as people say them")
  func quantities() {
    #expect(Minutes(45).spoken == "45 min")
    #expect(Minutes(180).spoken == "3 h")
    #expect(Minutes(200).spoken == "3 h 20")
    #expect(Minutes(65).spoken == "1 h 05")
    #expect(Seconds(61).spoken == "2 min")
    #expect(Metres(12_349).spoken == "12.3 km")
    #expect(Metres(950).spoken == "1.0 km")
    #expect(Pence(120_405).spoken == "£1,204.05")
    #expect(Pence(-5).spoken == "-£0.05")
    #expect(Count.of(1, "call") == "1 call")
    #expect(Count.of(1200, "call") == "1,200 calls")
  }
}
