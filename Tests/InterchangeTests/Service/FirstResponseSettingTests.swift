import CareModel
import Interchange
import Quantities
import Testing

@Suite("Who may make a first visit where the referral doesn't say, in documents and sheets")
struct FirstResponseSettingTests {
  private func reading(roles: String) -> ServiceReading {
    SampleService.reading(
      replacing: "\"afterLimit\": \"bridge\"", with: "\"firstResponseMinutes\": 45, \"firstResponseRoles\": \(roles)")
  }

  @Test("a document has its own roles and length, and is written with them")
  func document() throws {
    let service = try #require(reading(roles: "[\"nurse\", \"socialWorker\"]").service)
    #expect(service.policy.clocks.firstResponseRoles == [.nurse, .socialWorker])
    #expect(service.policy.clocks.firstResponseLength == Minutes(45))
    let text = ServiceWriter.text(service)
    #expect(text.contains("\"firstResponseRoles\": [\"nurse\", \"socialWorker\"]"))
    #expect(ServiceReader.read(json: Array(text.utf8), file: "again.json").service == service)
  }

  @Test(
    "a list that is empty, has a word that is none or one twice is refused with its code",
    arguments: [
      ("[]", "list.length"), ("[\"nurse\", \"doctor\"]", "word.unknown"), ("[\"nurse\", \"nurse\"]", "list.repeated"),
      ("\"nurse\"", "value.kind"), ("[1]", "word.unknown"),
    ])
  func wrong(roles: String, code: String) {
    #expect(reading(roles: roles).problems.map(\.code) == [code])
  }

  @Test("a start may be known without a word about its first visit, which is then as usual")
  func silent() throws {
    let first =
      "\"firstVisit\": {\"demands\": [{\"lengthMinutes\": 75}], \"preferred\": "
      + "{\"from\": \"10:00\", \"until\": \"12:00\"},\n          \"consequence\": \"high\"},"
    #expect(SampleService.text.contains(first))
    let reading = SampleService.reading(replacing: first, with: "")
    #expect(reading.problems.map(\.description) == [])
    let service = try #require(reading.service)
    let needs = try #require(service.referral(ReferralID("r-1"))?.needs)
    #expect(needs.firstVisit == nil && needs.lines.map(\.id.text) == ["tea"])
    #expect(
      service.policy.clocks.firstVisit(needs.firstVisit).demands == [
        Demand(
          roles: [.rehabilitationAssistant, .occupationalTherapist, .physiotherapist], length: Minutes(60))
      ])
    let text = ServiceWriter.text(service)
    #expect(ServiceReader.read(json: Array(text.utf8), file: "again.json").service == service)
  }

  @Test(
    "in sheets they are a row of service.csv, and a referral whose package alone is known has the usual first visit")
  func sheets() throws {
    let sheets = SheetFolder(.wholeService)
    let own = sheets.adding("first response roles,Nurse; social worker", to: "service.csv")
      .adding("firstResponseMinutes,45", to: "service.csv").service
    #expect(own.problems.isEmpty)
    #expect(try #require(own.service).policy.clocks.firstResponseRoles == [.nurse, .socialWorker])
    #expect(try #require(own.service).policy.clocks.firstResponseLength == Minutes(45))
    let wrong = sheets.adding("firstResponseRoles,nurse; doctor", to: "service.csv").service
    #expect(wrong.problems.map(\.code) == ["word.unknown"])
    #expect(wrong.problems.allSatisfy { $0.location.hasPrefix("service.csv:") })
    let asked = "60,no,\"occupational therapist; rehabilitation assistant\""
    #expect(sheets.files["referrals.csv"]?.contains(asked) == true)
    let silent = sheets.replacing(asked, with: ",,", in: "referrals.csv").service
    #expect(silent.problems.map(\.description) == [])
    let needs = try #require(silent.service?.referrals.first?.needs)
    #expect(needs.firstVisit == nil && !needs.lines.isEmpty)
  }
}
