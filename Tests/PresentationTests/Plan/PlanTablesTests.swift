import CareModel
import Presentation
import Quantities
import Testing

@Suite("The tables of a plan")
struct PlanTablesTests {
  /// The lines of a table from its title on, blanks drawn together.
  private func table(_ title: String, _ text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).drop { !$0.hasPrefix(title) }
    return lines.prefix { !$0.isEmpty }.map { $0.split(separator: " ").joined(separator: " ") }
  }

  @Test("every start has a row with its day, part and clocks, and below it rank, state and what is to be said")
  func starts() {
    var plan = HandMadePlan.full
    plan.starts.append(
      plan.start(
        "p-9",
        .starts(PlannedStart.Start(date: plan.day(1), part: .evening, earliest: plan.at(1, 18), isPublished: true))
      ))
    let text = plan.tables
    #expect(text.contains("\nStarts, in the order in which people are served  3\n"))
    let lines = table("Starts", text)
    #expect(lines[1] == "day part person referral clock from receipt")
    #expect(lines[2] == "Tue 24 Nov midday p-1 r-p-1 overdue 3 h 20 overdue 3 h 20")
    #expect(lines[3] == "hospital discharge, accepted, received Mon 03:40; national clock 20 h 40 left")
    #expect(
      lines[4...5].joined(separator: " ")
        == "not earlier: no rehabilitation assistant (stoma) has time Tue 24 Nov morning: 45 min would free it")
    #expect(lines[6] == "waits p-2 r-p-2 9 h left 9 h left")
    #expect(
      lines[7...8] == [
        "hospital discharge, received, received Mon 16:00; national clock 1 day 9 h left",
        "received: to be assessed and accepted",
      ])
    #expect(lines[9] == "Wed 25 Nov evening, promised p-9 r-p-9 9 h left 9 h left")
    #expect(
      HandMadePlan().tables.hasPrefix(
        "Sample, Tue 24 Nov 2026, as of 07:00 (invented people): to Mon 4 Jan 2027\n\nNobody waits to start.\n\n"
          + "Nothing to do.\n\nNo contact time"))
  }

  @Test("every task has a row, however late it is due")
  func tasks() {
    let lines = table("To do", HandMadePlan.full.tables)
    #expect(lines[0...1] == ["To do 3", "due task person record"])
    #expect(lines[2] == "Sun 22 Nov find an authoriser p-3 e-p-3")
    #expect(lines[3] == "16:00 hold the contact assessment p-2 r-p-2")
    #expect(lines[4] == "Tue 1 Dec ask who goes on caring p-4 e-p-4")
  }

  @Test("with a plan before, every change has a row and below it the reason; without one there is no such table")
  func changes() {
    var plan = HandMadePlan()
    #expect(!plan.tables.contains("plan before"))
    plan.changes = []
    #expect(plan.tables.contains("\nNothing has changed since the plan before.\n"))
    let tomorrow = plan.day(1)
    plan.changes = (0..<30).map { index in
      PlanChange(
        person: PersonID("p-\(index)"), referral: ReferralID("r-\(index)"), kind: .firstResponse, before: nil,
        after: PlanChange.Place(date: tomorrow, part: .midday), reason: .dayFound)
    }
    let gone = PlanChange(
      person: PersonID("p-1"), episode: EpisodeID("e-1"), kind: .therapy, line: LineID("stairs"),
      before: PlanChange.Place(date: plan.day(2)), after: nil, reason: .better("days of waiting"))
    plan.changes?.append(gone)
    let lines = table("Changed", plan.tables)
    #expect(lines[0...1] == ["Changed since the plan before 31", "person record what was is"])
    #expect(lines[2...3] == ["p-0 r-0 first visit no day Wed 25 Nov midday", "there is room now"])
    #expect(lines.suffix(2) == ["p-1 e-1 stairs Thu 26 Nov no day", "better for days of waiting"])
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
        Sample, Tue 24 Nov 2026, as of 07:00 (invented people): to Mon 4 Jan 2027
        NOT IN THIS PLAN  episode e-0
        NOT IN THIS PLAN  episode e-1
        NOT IN THIS PLAN  episode e-2
        day 44, no authoriser: p-3

        Starts
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
    #expect(
      table("Contact time", plan.tables) == [
        "Contact time by role, wanted/there is (! tight)", "day role morning midday afternoon evening",
        "Wed 25 Nov physiotherapist " + Array(repeating: "1h30/1h40!", count: 4).joined(separator: " "),
      ])
  }

  @Test("patches and skills have tables of their own, and a forecast that differs a row below, each with its marks")
  func loadElsewhere() {
    var plan = HandMadePlan()
    plan.days = 1
    func cells(_ load: Int, _ forecast: Int) -> [CapacityCell] {
      PartOfDay.allCases.map { plan.cell(0, $0, load, of: 100, forecast: forecast) }
    }
    plan.patchCells = ["South": cells(95, 30), "North": cells(50, 50)]
    plan.skillCells = [Skill("stoma"): cells(120, 95)]
    func row(_ head: String, _ cell: String) -> String {
      head + " " + Array(repeating: cell, count: 4).joined(separator: " ")
    }
    #expect(
      table("Contact time by patch", plan.tables) == [
        "Contact time by patch, wanted/there is (! tight)", "day patch morning midday afternoon evening",
        row("Tue 24 Nov North", "0h50/1h40"), row("Tue 24 Nov South", "1h35/1h40!"), row("forecast", "0h30/1h40"),
      ])
    #expect(
      table("Contact time by skill", plan.tables) == [
        "Contact time by skill, wanted/there is (! tight)", "day skill morning midday afternoon evening",
        row("Tue 24 Nov stoma", "2h00/1h40!"), row("forecast", "1h35/1h40!"),
      ])
    #expect(!plan.tables.contains("Contact time by role"))
  }

  @Test("names and ids of any length are told whole, on lines of a page's width")
  func width() {
    var plan = HandMadePlan.full
    let name = "Mrs Ada " + String(repeating: "Longname-", count: 5)
    plan.names = ["p-1": name, "p-2": name, "p-3": name, "p-4": name]
    plan.changes = [
      PlanChange(
        person: PersonID("p-1"), episode: EpisodeID(String(repeating: "e", count: 100)), kind: .therapy,
        line: LineID(String(repeating: "x", count: 100)), before: PlanChange.Place(date: plan.day(2)), after: nil,
        reason: .notWanted)
    ]
    plan.cells = [.rehabilitationAssistant: plan.cells(100_000, of: 100_000)]
    plan.patchCells = [String(repeating: "y", count: 100): plan.cells(100_000, of: 100_000)]
    let text = plan.tables
    #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.of(String($0)) <= 100 })
    #expect(
      !text.contains("…") && text.count { $0 == "x" } == 100
        && text.replacing("Longest", with: "").count { $0 == "L" } == 11 * 5)
  }
}
