import CareModel
import Presentation
import Testing

@Suite("What a plan goes without")
struct LeftOutRecordsTests {
  private func record(_ kind: String, _ id: String, _ problems: [(code: String, found: String)]) -> QuarantinedRecord {
    QuarantinedRecord(
      kind: kind, id: id, person: PersonID("p-1"),
      problems: problems.map {
        InputProblem(code: $0.code, location: "appointments[\(id)].episode", found: $0.found, expected: "")
      })
  }

  private func plan(_ records: [QuarantinedRecord]) -> HandMadePlan {
    var plan = HandMadePlan()
    plan.quarantine = records
    return plan
  }

  private var episode: QuarantinedRecord { record("episode", "e-7", [("episode.clock", "1 December")]) }

  private func heads(_ text: String) -> [String] {
    text.split(separator: "\n").filter { $0.hasPrefix("NOT IN THIS PLAN  ") }.map { String($0.dropFirst(18)) }
  }

  @Test("appointments that follow an episode that is set aside are told by their number")
  func followers() {
    let plan = plan(
      [episode] + (1...12).map { record("visit", "a-\($0)", [("reference.leftOut", "e-7")]) })
    for text in [plan.summary, plan.tables, plan.weeks(of: "p-1") ?? ""] {
      #expect(heads(text) == ["episode e-7", "12 appointments of e-7"])
    }
    #expect(plan.page.contains("13 records left out") && plan.page.contains("<li>12 appointments of e-7</li>"))
    #expect(!plan.page.contains("visit a-1"))
  }

  @Test("one with something wrong of its own, or that follows anything else, has its line")
  func own() {
    let records = [
      episode, record("visit", "a-1", [("reference.leftOut", "e-7"), ("visit.workerCount", "3")]),
      record("visit", "a-2", [("reference.leftOut", "e-8")]), record("referral", "r-1", [("reference.leftOut", "e-7")]),
      record("visit", "a-3", [("reference.leftOut", "p-1"), ("reference.leftOut", "e-7")]),
    ]
    #expect(
      heads(plan(records).summary) == [
        "episode e-7", "visit a-1", "visit a-2", "referral r-1", "1 appointment of e-7",
      ])
  }
}
