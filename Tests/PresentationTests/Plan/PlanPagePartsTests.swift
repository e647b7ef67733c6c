import CareModel
import Presentation
import Quantities
import Testing

@Suite("What only some plans have, on their page")
struct PlanPagePartsTests {
  /// A section's text with single blanks; nil where the page has none of that name.
  private func section(_ name: String, _ plan: HandMadePlan) -> String? {
    let html = plan.page
    guard let from = html.firstRange(of: "<section id=\"\(name)\"")?.lowerBound,
      let until = html[from...].firstRange(of: "</section>")?.lowerBound
    else { return nil }
    return html[from..<until].replacing(/<[^>]*>/, with: " ").split { $0.isWhitespace }.joined(separator: " ")
  }

  @Test("changes since the plan before are told each with its reason, what has lost its day marked")
  func changes() {
    var plan = HandMadePlan.compared
    #expect(
      section("changes", plan)
        == "Changed since the plan before Starts: 2 Who What Was Is now Why "
        + "p-1 r-p-1 first visit Wed 25 Nov evening Tue 24 Nov midday better for lateness of starts "
        + "p-2 r-p-2 first visit Wed 25 Nov morning no day received: to be assessed and accepted "
        + "Calls of running episodes: 2 Who What Was Is now Why p-4 e-p-4 stairs no day Fri 27 Nov new since then "
        + "p-4 e-p-4 weekly review Fri 27 Nov (home) Fri 27 Nov (telephone) not possible there any more")
    #expect(plan.page.contains("<tr class=\"grave\"><th scope=\"row\">p-2 <code>r-p-2</code></th><td>first visit"))
    plan.changes = []
    #expect(
      section("changes", plan) == "Changed since the plan before Nothing has changed since the plan before.")
    plan.changes = nil
    #expect(section("changes", plan) == nil)
  }

  @Test("what goes beyond twenty rows is folded away, and none is lost", arguments: [20, 21, 50])
  func folded(count: Int) {
    var plan = HandMadePlan()
    plan.changes = (1...count).map { number in
      PlanChange(
        person: PersonID("p-\(number)"), episode: EpisodeID("e-\(number)"), kind: .review, before: nil, after: nil,
        reason: .new)
    }
    let page = WellFormedPage(plan.page)
    #expect(page.problem == nil)
    #expect(page.texts(in: "summary") == (count > 20 ? ["The other \(count - 20)"] : []))
    #expect(page.texts(in: "code") == (1...count).map { "e-\($0)" })
  }

  @Test("what is kept for the classes behind is told, and who starts on another day for it")
  func reserve() {
    var plan = HandMadePlan.compared
    #expect(
      section("reserve", plan)
        == "Starts kept for the classes behind 20 % of each week's starts are kept for the classes behind hospital "
        + "discharge, as long as somebody of them waits: 2 this week, 1 the week after. "
        + "Who Rank Without it With it That is "
        + "p-2 r-p-2 new in the community Sun 29 Nov Thu 26 Nov 3 days earlier "
        + "p-1 r-p-1 hospital discharge Tue 24 Nov Wed 25 Nov 1 day later "
        + "p-3 r-p-3 hospital discharge (care-home risk) Tue 24 Nov no day no day any more "
        + "p-4 r-p-4 new in the community (care-home risk) no day Mon 30 Nov a day found")
    plan.reserve = ReserveEffect(share: PerMille(200), kept: [0, 3], changes: [])
    #expect(section("reserve", plan)?.contains("waits: none this week, 3 the week after.") == true)
    #expect(section("reserve", plan)?.hasSuffix("Nobody starts on another day for it.") == true)
    plan.reserve = nil
    #expect(section("reserve", plan) == nil)
  }

  @Test("core teams say what they could do and how many have come, those that can do least first")
  func teams() {
    var plan = HandMadePlan.compared
    plan.names = ["w-2": "Mr Sample"]
    #expect(
      section("teams", plan)
        == "Core teams Proposed for the coming two weeks; rotas go by the teams that are recorded. 1 of 3 people could be "
        + "seen by 4 workers or fewer; in the last four weeks more than that came to 1, in 1 of 2 weeks of running "
        + "episodes. "
        + "Who Of the recorded team Proposed beside them Calls they could do Different workers in 28 days "
        + "By week of the episode p-4 nobody w-3 5 of 8 5, above 4 3, 5; 6 in all p-1 nobody nobody 0 of 1 0 p-3 w-1 Mr Sample 9 of 9 4"
    )
    #expect(plan.page.contains("<td class=\"over\">5 of 8</td><td class=\"over\">5, above 4</td>"))
    #expect(plan.page.contains("<td>9 of 9</td><td>4</td><td></td>"))
    plan.teams = []
    #expect(section("teams", plan) == nil)
  }

  @Test(
    "predicted ends stand by which of an episode's predictions they are, with how far off and on which side they were")
  func forecastErrors() {
    var plan = HandMadePlan()
    #expect(section("forecasts", plan) == nil)
    plan.forecastErrors = [
      ForecastError(number: 1, episodes: 8, daysOff: 44, daysLater: 20),
      ForecastError(number: 2, episodes: 4, daysOff: 9, daysLater: -9),
      ForecastError(number: 3, episodes: 2, daysOff: 2, daysLater: 0),
    ]
    #expect(
      section("forecasts", plan)?.hasSuffix(
        "Prediction Episodes Days off, either way Ends came 1 8 5.5 2.5 days later than predicted "
          + "2 4 2.3 2.3 days earlier than predicted 3 2 1.0 neither later nor earlier") == true)
  }

  @Test("who is back stands with the end of the earlier episode and the days between")
  func repeats() {
    var plan = HandMadePlan.compared
    #expect(
      section("repeats", plan)
        == "Back within 91 days Reablement may be given again, without limit: being back changes nobody's place. "
        + "Who Now Last ended on Days between p-1 waits to start r-p-1 Mon 5 Oct e-0 50 "
        + "p-4 episode running e-p-4 Wed 4 Nov e-9 7")
    plan.repeats = []
    #expect(section("repeats", plan) == nil)
  }

  @Test("levels go by their printed names, with what is proven of them and what is not")
  func proof() {
    var plan = HandMadePlan()
    func level(_ name: String, _ value: Int, _ bound: Int?) -> EpisodePlan.LevelReached {
      EpisodePlan.LevelReached(name: "raw" + name, printedName: name, value: value, bound: bound)
    }
    plan.levels = [
      level("starts", 0, 0), level("lateness", 12_500, 9_000), level("clocks", 3, 3), level("days", 4, nil),
    ]
    let told = section("making", plan) ?? ""
    #expect(!plan.page.contains("raw"))
    #expect(
      told.contains(
        "Proven: the first of 4 levels. Not proven: "
          + "lateness: 12,500, could be better by 3,500 at most "
          + "days: 4, how much better it could be is not known Level by level, the gravest first"))
    #expect(
      told.hasSuffix(
        "starts 0 0 proven lateness 12,500 9,000 could be better by 3,500 at most "
          + "clocks 3 3 proven, as long as the levels above stay as they are "
          + "days 4 not known how much better it could be is not known"))
    plan.levels = [level("starts", 0, 0), level("days", 4, 4)]
    #expect(section("making", plan)?.contains("All 2 levels are proven. Level by level") == true)
    plan.levels = [level("starts", 1, nil)]
    #expect(section("making", plan)?.contains("None of 1 level is proven: starts: 1, how much better") == true)
    plan.levels = []
    #expect(section("making", plan)?.contains("A plan is judged") == false)
  }
}
