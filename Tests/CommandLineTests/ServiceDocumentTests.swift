import Foundation
import Testing

@Suite("A whole service on the command line")
struct ServiceDocumentTests {
  private let folder: WorkFolder

  init() throws {
    folder = try WorkFolder()
    try folder.write(ServiceDocumentTests.document, to: "service.json")
  }

  /// One person with calls on weekdays, one worker with every second weekend.
  private static let document = """
    {"format": "reable-service", "version": 1, "inventedPeople": true, "asOf": "2026-11-24T07:00+00:00",
      "calendar": {"zone": "Europe/London", "utcOffsets": {"initialOffsetSeconds": 0, "changes": []}},
      "places": [{"id": "h-1", "latitudeMicrodegrees": 51411000, "longitudeMicrodegrees": -301000}],
      "people": [{"id": "p-1", "place": "h-1"}],
      "episodes": [{"id": "e-1", "person": "p-1", "startDate": "2026-11-10", "packages": [{"effectiveFrom": "2026-11-10",
        "lines": [{"id": "morning", "kind": "personalCare", "demands": [{"lengthMinutes": 30}],
            "preferred": {"from": "08:00", "until": "09:00"}},
          {"id": "tea", "weekdays": ["saturday"], "kind": "personalCare", "demands": [{"lengthMinutes": 30}],
            "preferred": {"from": "16:30", "until": "17:30"}}]}]}],
      "workers": [{"id": "w-1", "role": "rehabilitationAssistant", "home": "h-1", "mode": "car", "startsFrom": "h-1",
        "contract": {"weeklyMinutes": 2220, "weekends": "alternate"},
        "roster": {"anchor": "2026-11-23", "weeks": [
          {"shifts": [{"weekday": "tuesday", "from": "07:00", "until": "14:30"},
            {"weekday": "saturday", "from": "07:00", "until": "19:00"}]},
          {"shifts": [{"weekday": "tuesday", "from": "07:00", "until": "14:30"}]}]}}]}
    """

  private func rota(_ more: String...) throws -> Program.Outcome {
    try Program.run(["rota", "service.json", "--budget", "2000", "--format", "csv"] + more, in: folder)
  }

  @Test("its own day is planned unless another is asked for")
  func today() throws {
    let outcome = try rota()
    #expect(outcome.code == 0, "\(outcome.notes)")
    #expect(outcome.output.contains("e-1-morning-20261124"))
    #expect(try rota("--date", "2026-11-24").output == outcome.output)
  }

  @Test("any date's day is cut: with the calls of its weekday, and the workers of its week")
  func anyDate() throws {
    let saturday = try rota("--date", "2026-11-28")
    #expect(saturday.code == 0, "\(saturday.notes)")
    #expect(saturday.output.contains("e-1-tea-20261128"))
    let nobody = try rota("--date", "2026-12-05")
    #expect(nobody.code == 1)
    #expect(nobody.output.contains("e-1-tea-20261205"))
  }

  @Test("it is validated like a day, also as the service.json of a folder; what is wrong is said with its place")
  func validated() throws {
    // The package's call of the day, and the review that nobody has booked.
    #expect(try folder.run("validate", ".").output.hasPrefix("2 calls, 1 person, 1 worker, 0 referrals on"))
    let text = ServiceDocumentTests.document.replacingOccurrences(of: "\"tuesday\"", with: "\"tusday\"")
    try folder.write(text, to: "service.json")
    let outcome = try folder.run("validate", "service.json")
    #expect(outcome.code == 1)
    #expect(outcome.notes.contains("workers[w-1].roster.weeks[0].shifts[0].weekday (service.json:"))
    #expect(outcome.notes.contains("Maybe tuesday"))
    #expect(try folder.run("validate", "service.json", "--refuse-bad-records").code == 65)
  }

  @Test("a date or moment that doesn't fit is refused")
  func refused() throws {
    #expect(try rota("--date", "2026-11-31").code == 64)
    #expect(try rota("--date", "2300-01-01").code == 64)
    let late = try rota("--date", "2026-11-24", "--as-of", "2026-11-26T07:00Z")
    #expect(late.code == 65)
    #expect(late.notes.contains("asOf.afterDay"))
  }
}
