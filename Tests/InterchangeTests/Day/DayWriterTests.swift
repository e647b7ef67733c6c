import CareModel
import Interchange
import Quantities
import Testing

@Suite("Writing a day")
struct DayWriterTests {
  @Test("what is written is read back as an equal caseload, and written again byte for byte")
  func roundTrip() throws {
    let caseload = try #require(SampleDay.reading().caseload)
    let text = DayWriter.text(caseload)
    let reading = DayReader.read(json: Array(text.utf8), file: "day.json")
    #expect(reading.problems.map(\.description) == [])
    #expect(reading.caseload == caseload)
    #expect(reading.caseload.map { DayWriter.text($0) } == text)
  }

  @Test("days of every shape are read back as they were")
  func randomDays() throws {
    for seed in 0..<200 {
      let caseload = HandMadeDay.caseload(seed: UInt64(seed))
      let reading = DayReader.read(json: Array(DayWriter.text(caseload).utf8), file: "day.json")
      #expect(reading.problems.map(\.description) == [], "seed \(seed)")
      #expect(reading.caseload == caseload, "seed \(seed)")
    }
  }

  @Test("a policy and a ladder of the service's own are kept")
  func policy() throws {
    var policy = Policy()
    policy.careHomeRiskScope = .oneClassUp
    var levels = Ladder.standard(scope: .oneClassUp).levels
    levels.swapAt(0, 1)
    policy.ladder = try #require(Ladder(levels: levels, scope: .oneClassUp))
    policy.missedAfterClock = try #require(ClockTime(hour: 21, minute: 30))
    policy.travel.carSpeed.rural = 40_000
    let caseload = HandMadeDay.caseload(seed: 1, policy: policy)
    let reading = DayReader.read(json: Array(DayWriter.text(caseload).utf8), file: "day.json")
    #expect(reading.caseload?.policy == policy)
  }

  @Test("each record stands on a line of its own")
  func lines() throws {
    let caseload = try #require(SampleDay.reading().caseload)
    let lines = DayWriter.text(caseload).split(separator: "\n")
    for id in caseload.visits.map(\.id.text) + caseload.people.map(\.id.text) {
      #expect(lines.filter { $0.hasPrefix("    {\"id\": \"\(id)\", ") }.count == 1)
    }
  }
}
