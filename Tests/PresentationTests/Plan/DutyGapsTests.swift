import CareModel
import Presentation
import Quantities
import Testing

@Suite("A plan's essential calls for which nobody is on duty")
struct DutyGapsTests {
  private static var plan: HandMadePlan {
    var plan = HandMadePlan()
    plan.calls =
      [
        plan.call("p-1", 4, .morning), plan.call("p-2", 4, .morning), plan.call("p-1", 4, .evening),
        plan.call("p-1", 5, .evening),
      ].map(\.withNobodyOnDuty) + [plan.call("p-3", 5, .morning)]
    return plan
  }

  @Test("the summary counts them by day and part")
  func summary() {
    #expect(
      Self.plan.summary.contains(
        """

        Nobody on duty who may  4 essential calls on 2 days
          Sat 28 Nov: morning 2, evening 1
          Sun 29 Nov: evening 1

        """))
    #expect(!HandMadePlan.full.summary.contains("Nobody on duty"))
  }

  @Test("the table and the page say who may and whom it concerns")
  func table() {
    let table = Self.plan.tables
    #expect(table.contains("Nobody on duty who may do these essential calls  4\n"))
    let row = table.split(separator: "\n").first { $0.hasPrefix("Sat 28 Nov  morning") }
    #expect(row?.hasSuffix("2  anybody  p-1, p-2") == true)
    let page = Self.plan.page
    #expect(page.contains("<h2 id=\"duty-heading\">Nobody on duty who may</h2>") && page.contains("<td>p-1, p-2</td>"))
    #expect(!HandMadePlan.full.page.contains("duty-heading"))
  }

  @Test("one person's weeks say it beside the call")
  func weeks() {
    func words(_ person: String) -> String? {
      Self.plan.weeks(of: person)?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    #expect(words("p-2")?.contains("personal care, nobody on duty") == true)
    #expect(words("p-3")?.contains("nobody on duty") == false)
  }

  @Test("reasons to wait say whether anybody is on duty at all")
  func reasons() {
    func says(_ obstacle: StartObstacle) -> String {
      var plan = HandMadePlan()
      plan.starts = [plan.start("p-1", .waits(obstacle))]
      return plan.summary.replacing("\n      ", with: " ")
    }
    let day = HandMadePlan().day(1)
    #expect(says(.nobodyOnDuty(day)).contains("nobody is on duty Wed 25 Nov\n"))
    #expect(says(.refusedByRota(day)).contains("the rota of Wed 25 Nov has no place for it\n"))
    func short(_ isNobody: Bool) -> StartObstacle {
      .full(
        .init(date: day, part: .evening, roles: [.nurse], skills: [], missing: Minutes(5), isNobodyOnDuty: isNobody))
    }
    #expect(says(short(true)).contains("no nurse is on duty Wed 25 Nov evening: 5 min would free it"))
    #expect(says(short(false)).contains("no nurse has time Wed 25 Nov evening: 5 min would free it"))
  }
}
