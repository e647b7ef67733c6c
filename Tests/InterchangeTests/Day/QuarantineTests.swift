import CareModel
import Interchange
import Testing

@Suite("What follows a record that is set aside")
struct QuarantineTests {
  /// Ids of what is left out, kind by kind.
  private func leftOut(_ old: String, _ new: String) throws -> [String] {
    let caseload = try #require(SampleDay.reading(replacing: old, with: new).caseload)
    return caseload.quarantine.map { "\($0.kind) \($0.id): \($0.problems.map(\.code).joined(separator: " "))" }
  }

  @Test("a place takes its people, and they their episodes, referrals, calls and links")
  func place() throws {
    let gone = try leftOut("\"area\": \"innerLondon\"", "\"area\": \"city\"")
    #expect(
      gone == [
        "place h-1: word.unknown", "person p-1: reference.leftOut", "episode e-1: reference.leftOut",
        "referral r-1: reference.leftOut",
        "visit v-1: reference.leftOut reference.leftOut reference.leftOut",
        "visit v-2: reference.leftOut reference.leftOut", "link v-1 and v-2: reference.leftOut reference.leftOut",
      ])
  }

  @Test("a first visit takes the other calls of its start, and its links")
  func firstVisit() throws {
    let gone = try leftOut("\"kind\": \"firstResponse\"", "\"kind\": \"firstResponse\", \"place\": \"h-9\"")
    #expect(
      gone == [
        "visit v-3: reference.unknown", "visit v-4: visit.requiredCallLeftOut",
        "link v-3 and v-4: reference.leftOut reference.leftOut",
        "link v-3 and v-4: reference.leftOut reference.leftOut",
      ])
  }

  @Test("a first visit that can't be read takes the other calls of its start, too")
  func unreadableFirstVisit() throws {
    let text = SampleDay.text(replacing: "\"kind\": \"firstResponse\"", with: "\"kind\": \"firstResponse\", \"x\": 1")
      .replacing("\"relation\": \"requires\"", with: "\"relation\": \"order\"")
    let caseload = try #require(DayReader.read(json: Array(text.utf8), file: "day.json").caseload)
    #expect(caseload.quarantine.first { $0.id == "v-4" }?.problems.map(\.code) == ["visit.firstVisitLeftOut"])
  }

  @Test("a worker is dropped from core teams and published times, and takes calls locked to them or begun")
  func worker() throws {
    let reading = SampleDay.reading(
      replacing: "\"role\": \"rehabilitationAssistant\", \"skills\"", with: "\"role\": \"assistant\", \"skills\"")
    let caseload = try #require(reading.caseload)
    #expect(caseload.quarantine.map(\.id) == ["w-1", "v-1", "v-5", "v-1 and v-2"])
    #expect(caseload.person(PersonID("p-1"))?.coreTeam.isEmpty == true)
    #expect(caseload.person(PersonID("p-1"))?.recentVisits.isEmpty == true)
    #expect(reading.warnings.map(\.code) == ["episode.stopNotInForce"])
  }

  @Test("a worker who is struck off the document costs nobody a call; one warning names them")
  func struckOff() throws {
    let text = SampleDay.text(replacing: "\"lock\": {\"workers\": [\"w-1\", \"w-2\"], ", with: "\"lock\": {")
      .replacing("[\"w-1\", \"w-2\"]", with: "[\"w-1\", \"w-7\"]").replacing(
        "\"coreTeam\": [\"w-1\"]", with: "\"coreTeam\": [\"w-7\"]")
    let reading = DayReader.read(json: Array(text.utf8), file: "day.json")
    let caseload = try #require(reading.caseload)
    #expect(caseload.quarantine.isEmpty)
    #expect(caseload.visit(VisitID("v-1"))?.published?.workers.map(\.text) == ["w-1"])
    #expect(reading.warnings.map(\.code) == ["reference.dropped", "episode.stopNotInForce"])
    #expect(reading.warnings.first?.found == "w-7 (and in 1 other places)")
  }

  @Test("an unknown reference is answered with the nearest id")
  func unknown() throws {
    let reading = SampleDay.reading(
      replacing: "\"person\": \"p-2\", \"kind\": \"therapy\"", with: "\"person\": \"p2\", \"kind\": \"therapy\"")
    #expect(reading.problems.map(\.code) == ["reference.unknown"])
    #expect(reading.problems.first?.suggestion == "p-2")
    #expect(reading.caseload?.visits.count == 4)
  }

  @Test("a record that can't be read is asked, too, whom it names")
  func unknownOfUnreadable() throws {
    let reading = SampleDay.reading(
      replacing: "\"person\": \"p-2\", \"kind\": \"therapy\"", with: "\"person\": \"p-9\", \"kind\": \"walk\"")
    #expect(reading.problems.map(\.code) == ["word.unknown", "reference.unknown"])
  }
}
