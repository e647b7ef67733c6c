import CareModel
import Presentation
import Quantities
import Testing

@Suite("The tables of a plan")
struct PlanTablesTests {
  @Test("every task has a row, however late it is due")
  func tasks() {
    let lines = HandMadePlan.full.tables.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    #expect(lines[1] == "due task person record")
    #expect(lines[2] == "Sun 22 Nov find an authoriser p-3 e-p-3")
    #expect(lines[3] == "16:00 hold the contact assessment p-2 r-p-2")
    #expect(lines[4] == "Tue 1 Dec ask who goes on caring p-4 e-p-4")
  }

  @Test("what was left out, and who is past the last permitted day, heads them")
  func head() {
    var plan = HandMadePlan.full
    plan.quarantine = ["p-3", "p-4", nil].enumerated().map { index, person in
      QuarantinedRecord(kind: "episode", id: "e-\(index)", person: person.map { PersonID($0) }, problems: [])
    }
    #expect(
      plan.tables.hasPrefix(
        """
        NOT IN THIS PLAN  episode e-0
        NOT IN THIS PLAN  episode e-1
        NOT IN THIS PLAN  episode e-2
        day 44, no authoriser: p-3
        due
        """))
  }

  @Test("every day has a row for each role that has time or work, with a mark where it is tight")
  func load() {
    var plan = HandMadePlan()
    plan.days = 2
    plan.cells = [
      .nurse: plan.cells(0, of: 0),
      .physiotherapist: Array(plan.cells(0, of: 0).dropLast(4))
        + PartOfDay.allCases.map { plan.cell(1, $0, 90, of: 100) },
    ]
    let lines = plan.tables.split(separator: "\n").dropFirst().map { $0.split(separator: " ").joined(separator: " ") }
    #expect(lines[0] == "day role morning midday afternoon evening")
    #expect(
      lines.dropFirst() == [
        "Wed 25 Nov physiotherapist " + Array(repeating: "1 h 30 of 1 h 40 !", count: 4).joined(separator: " ")
      ])
  }
}
