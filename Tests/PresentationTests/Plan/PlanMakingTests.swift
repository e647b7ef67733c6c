import CareModel
import Presentation
import Quantities
import Testing

@Suite("A plan in words: what is first, and how it was made")
struct PlanMakingTests {
  @Test("without rotas every format says so, with the proof beside; with them, that they were quick")
  func rotas() {
    var plan = HandMadePlan()
    let without = "No rotas were made: travel and waiting beside time with people are reckoned as usual"
    for text in [plan.summary, plan.tables, plan.page] { #expect(text.contains(without) && text.contains("Proof: ")) }
    plan.agreement = RotaAgreement(
      days: [RotaAgreement.RosteredDay(date: plan.today, calls: 3, uncovered: 0, withoutPlace: [])], rounds: 2,
      overhead: [:], cuts: [], leftOut: [])
    let with =
      "Rotas of the first days were made quickly, to see what fits (2 rounds); reable rota of a day may place more"
    for text in [plan.summary, plan.tables, plan.page] {
      let flat = text.replacing("\n  ", with: " ")
      #expect(flat.contains(with) && !text.contains("No rotas were made"))
      #expect(text.contains("Tue 24 Nov: all 3 calls have a place"))
    }
  }

  @Test("a title that is wider than a page is broken, in summary and tables")
  func longTitle() {
    var plan = HandMadePlan()
    plan.title = String(repeating: "Borough ", count: 12) + "service"
    for text in [plan.summary, plan.tables] {
      let lines = text.split(separator: "\n")
      #expect(lines[0].hasPrefix("Borough Borough") && lines[1].hasPrefix("  ") && lines[1].hasSuffix("2027"))
      #expect(lines.allSatisfy { $0.count <= 100 })
    }
  }

  @Test("of what is overdue the most pressing kind comes first, and of a kind what was due first")
  func overdue() {
    var plan = HandMadePlan()
    func task(_ kind: DueTask.Kind, _ person: String, _ days: Int) -> DueTask {
      DueTask(kind, person: PersonID(person), referral: ReferralID("r"), dueOn: plan.day(days))
    }
    plan.tasks = [task(.handover, "p-1", -5), task(.firstVisit, "p-2", -2), task(.firstVisit, "p-3", -1)]
    #expect(
      plan.summary.contains(
        """
        Overdue  3
          book the first visit: p-2 (since Sun 22 Nov)
          book the first visit: p-3 (since Mon 23 Nov)
          record the handover: p-1 (since Thu 19 Nov)

        """))
  }

  @Test("a standing alert is not overdue on the page either, and says since when it stands")
  func standingAlert() {
    var plan = HandMadePlan()
    plan.tasks = [DueTask(.limitAlert, person: PersonID("p-1"), episode: EpisodeID("e-1"), dueOn: plan.day(-2))]
    #expect(plan.page.contains("<td>2 days ago</td>") && !plan.page.contains("overdue 2 days"))
    plan.tasks = [DueTask(.review, person: PersonID("p-1"), episode: EpisodeID("e-1"), dueOn: plan.day(-2))]
    #expect(plan.page.contains("<td>overdue 2 days</td>"))
  }

  @Test("a start that a rota has today says today, one of another day its weekday")
  func today() {
    var plan = HandMadePlan()
    for (at, said) in [(plan.at(0, 9, 10), "today 09:10\n"), (plan.at(1, 9, 10), "  Wed 09:10\n")] {
      plan.starts = [
        plan.start("p-1", .starts(.init(date: plan.today, part: .morning, earliest: at, rosteredAt: at)))
      ]
      #expect(plan.summary.contains(said), "\(plan.summary)")
    }
  }

  @Test("eight of the promises foreseen to break are named, and the rest counted")
  func foreseen() {
    var plan = HandMadePlan()
    func breaches(_ count: Int) -> [ClockBreach] {
      (1...count).map {
        ClockBreach(
          .review, person: PersonID("p-\($0)"), episode: EpisodeID("e"), deadline: plan.at(2, 10), keptAt: nil,
          hasHappened: false)
      }
    }
    plan.breaches = breaches(8)
    #expect(plan.summary.contains("  foreseen: p-8, weekly review by Thu 26 Nov\n\n"))
    plan.breaches = breaches(9)
    #expect(plan.summary.contains("  foreseen: p-8, weekly review by Thu 26 Nov\n  and 1 more (--format table)\n"))
    #expect(plan.tables.contains("Promises not kept  9\n"))
  }

  @Test("the tables have the longest waits, and every broken promise: those that can still be kept first")
  func tables() {
    let lines = HandMadePlan.full.tables.split(separator: "\n").map {
      $0.split(separator: " ").joined(separator: " ")
    }
    #expect(lines.contains("hospital discharge North 2 1 day 3 h p-1 r-p-1"))
    let promises = Array(lines.drop { $0 != "Promises not kept 2" }.prefix(4))
    #expect(
      promises == [
        "Promises not kept 2", "clock person record promised by kept, or will be late by",
        "foreseen first visit p-1 r-p-1 10:00 11:00 1 h",
        "happened last permitted day p-3 e-p-3 Sun 22 Nov not planned",
      ])
    #expect(!HandMadePlan().tables.contains("Promises not kept") && !HandMadePlan().tables.contains("Longest waits"))
  }
}
