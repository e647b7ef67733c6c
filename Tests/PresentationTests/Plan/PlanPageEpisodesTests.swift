import CareModel
import Presentation
import Quantities
import Testing

@Suite("Running episodes on the page of a plan")
struct PlanPageEpisodesTests {
  /// The table's rows below its head.
  private func rows(_ plan: HandMadePlan) -> [String] {
    let html = plan.page
    guard let from = html.firstRange(of: "<table class=\"lines\">")?.upperBound,
      let until = html[from...].firstRange(of: "</table>")?.lowerBound
    else { return [] }
    return html[from..<until].split(separator: "</tr>").dropFirst().map(String.init).filter { $0.contains("<tr") }
  }

  private func words(_ row: String) -> String {
    row.replacing(/<[^>]*>/, with: " ").split { $0.isWhitespace }.joined(separator: " ")
  }

  /// A number of the first element of a class.
  private func number(_ name: String, of kind: String, in row: String) -> Double? {
    guard let from = row.firstRange(of: "class=\"\(kind)\"")?.upperBound,
      let until = row[from...].firstRange(of: "/>")?.lowerBound,
      let value = row[from..<until].firstRange(of: " \(name)=\"")?.upperBound
    else { return nil }
    return Double(row[value...].prefix { $0 != "\"" })
  }

  private func has(_ kind: String, _ row: String) -> Bool { row.contains("class=\"\(kind)\"") }

  @Test("each has a line, the nearest last permitted day first, and says in words what is drawn")
  func inWords() {
    let rows = rows(.full)
    #expect(
      rows.map(words) == [
        "p-3 e-p-3 day 44, bridging since Mon 23 Nov not said Sun 22 Nov, past none",
        "p-4 e-p-4 day 14 Mon 14 Dec Tue 29 Dec, extended by A. Nother: a fall Tue 24 Nov",
      ])
  }

  @Test("what lies behind ends today, where what is foreseen begins; extension and bridging have marks of their own")
  func drawn() throws {
    let rows = rows(.full)
    try #require(rows.count == 2)
    #expect(has("bridging", rows[0]) && !has("foreseen", rows[0]) && !has("extension", rows[0]))
    #expect(!has("bridging", rows[1]) && has("extension", rows[1]) && has("limit", rows[1]))
    #expect(has("to-bridge", rows[0]) && !has("to-bridge", rows[1]))
    #expect(has("held", rows[1]) && has("coming", rows[1]) && !has("held", rows[0]))
    let behind = try #require(number("x", of: "behind", in: rows[1]))
    let length = try #require(number("width", of: "behind", in: rows[1]))
    let foreseen = try #require(number("x", of: "foreseen", in: rows[1]))
    let rest = try #require(number("width", of: "foreseen", in: rows[1]))
    #expect(abs(behind + length - foreseen) < 0.2)
    // Thirteen days so far, one and twenty to come.
    #expect(abs(length / 13 - rest / 21) < 0.1)
    let held = try #require(number("cx", of: "held", in: rows[1]))
    #expect(abs(held - (behind + length * 6.5 / 13)) < 0.2)
    let bridging = try #require(number("x", of: "bridging", in: rows[0]))
    let before =
      try #require(number("x", of: "behind", in: rows[0])) + (number("width", of: "behind", in: rows[0]) ?? 0)
    #expect(abs(bridging - before) < 0.2)
  }

  @Test(
    "bridging is foreseen where nobody says that the episode ends in time, or where it waits for onward care",
    arguments: [
      (nil, .active, true), (10, .active, false), (9, .active, false), (11, .active, true), (9, .awaitingOnward, true),
    ] as [(Int?, EpisodeRecord.State, Bool)])
  func bridgingForeseen(predictedIn days: Int?, state: EpisodeRecord.State, isForeseen: Bool) throws {
    var plan = HandMadePlan()
    let ends = days.map { [EpisodeClocks.PredictedEnd(madeOn: plan.day(-1), end: plan.day($0))] } ?? []
    // The last permitted day is in ten days.
    plan.episodes = [
      plan.episode("p-1", startedDaysAgo: 31, clocks: EpisodeClocks(predictedEnds: ends), state: state)
    ]
    plan.calls = [plan.call("p-1", 0), plan.call("p-1", 11, basis: .bridging)]
    let row = try #require(rows(plan).first)
    #expect(has("to-bridge", row) == isForeseen && words(row).contains("bridging foreseen") == isForeseen)
    #expect(!has("bridging", row))
  }

  @Test("help without a limit, bridging alone, a stay in hospital and a start long ago are drawn and said")
  func others() throws {
    var plan = HandMadePlan()
    plan.episodes = [
      plan.episode("p-a", startedDaysAgo: 5, kind: .visionRehabilitation),
      plan.episode("p-b", startedDaysAgo: 9, kind: .bridging),
      plan.episode("p-c", startedDaysAgo: 3, state: .suspended),
      plan.episode("p-d", startedDaysAgo: 200, state: .awaitingOnward),
      plan.episode("p-e", startedDaysAgo: 0),
      plan.episode("p-f", startedDaysAgo: 3, state: .preStart), plan.episode("p-g", startedDaysAgo: -2),
    ]
    let rows = rows(plan)
    #expect(rows.map { words($0).prefix(3) } == ["p-d", "p-c", "p-e", "p-b", "p-a"])
    try #require(rows.count == 5)
    #expect(words(rows[0]).contains("day 201, waits for onward care not said") && has("earlier", rows[0]))
    #expect(words(rows[1]).contains("day 4, in hospital") && !has("earlier", rows[1]))
    #expect(!has("behind", rows[2]) && has("rail", rows[2]))
    #expect(words(rows[3]).contains("bridging since Sun 15 Nov") && words(rows[3]).contains("no limit"))
    #expect(has("bridging", rows[3]) && !has("behind", rows[3]) && !has("rail", rows[3]))
    #expect(has("behind", rows[4]) && !has("limit", rows[4]))
    #expect(WellFormedPage(plan.page).problem == nil)
    plan.episodes = []
    #expect(plan.page.contains("No episode is running."))
  }

  @Test("stays in hospital are hatched and said with their days; the one that the first visit has ended is not")
  func stays() throws {
    var plan = HandMadePlan()
    plan.episodes = [
      plan.episode("p-a", startedDaysAgo: 20), plan.episode("p-b", startedDaysAgo: 10, state: .suspended),
      plan.episode("p-c", startedDaysAgo: 3),
    ]
    plan.stays = [
      "p-a": plan.noons(-15...(-12), -12...(-10), 4...400), "p-b": plan.noons(-2...300), "p-c": plan.noons(-9...(-3)),
    ]
    let rows = rows(plan)
    try #require(rows.count == 3)
    #expect(
      words(rows[0]).contains("day 21, in hospital Mon 9 Nov to Sat 14 Nov, in hospital from Sat 28 Nov not said"))
    #expect(words(rows[1]).contains("day 11, in hospital since Sun 22 Nov not said"))
    #expect(words(rows[2]).contains("day 4 not said") && !has("away", rows[2]))
    #expect(rows[0].matches(of: /class="away"/).count == 2 && rows[0].matches(of: /class="hatch"/).count == 2)
    let behind = try #require(number("width", of: "behind", in: rows[0]))
    #expect(abs(try #require(number("width", of: "away", in: rows[0])) / 6 - behind / 20) < 0.1)
    #expect(plan.page.contains("in hospital</li>"))
    #expect(WellFormedPage(plan.page).problem == nil)
  }

  @Test("the predicted end has a mark, and so has what was predicted before; the row says both")
  func predictedEnds() throws {
    var plan = HandMadePlan()
    func ends(_ days: Int...) -> EpisodeClocks {
      EpisodeClocks(
        predictedEnds: days.enumerated().map {
          EpisodeClocks.PredictedEnd(madeOn: plan.day(-20 + $0.offset), end: plan.day($0.element))
        })
    }
    plan.episodes = [
      plan.episode("p-a", startedDaysAgo: 20, clocks: ends(10, 10, 12, 10, 38, 8, 16, 16)),
      plan.episode("p-b", startedDaysAgo: 19, clocks: ends(9, 9)), plan.episode("p-c", startedDaysAgo: 18),
    ]
    let rows = rows(plan)
    try #require(rows.count == 3)
    #expect(words(rows[0]).contains("day 21 Thu 10 Dec before: 4, 6, 4 Dec, 1 Jan, 2 Dec Tue 15 Dec"))
    #expect(rows[0].matches(of: /class="predicted-before"/).count == 4 && has("predicted", rows[0]))
    #expect(words(rows[1]).contains("day 20 Thu 3 Dec Wed 16 Dec"))
    #expect(has("predicted", rows[1]) && !has("predicted-before", rows[1]) && !has("predicted", rows[2]))
    #expect(plan.page.contains("end as predicted before</li>"))
  }

  @Test("a line begins with the referral, where that was before the first visit's day")
  func referral() throws {
    var plan = HandMadePlan()
    plan.episodes = [plan.episode("p-a", startedDaysAgo: 20), plan.episode("p-b", startedDaysAgo: 19)]
    plan.referredOn = ["p-a": -24, "p-b": -19]
    let rows = rows(plan)
    try #require(rows.count == 2)
    #expect(words(rows[0]).hasPrefix("p-a e-p-a day 21 referred Sat 31 Oct") && has("waited", rows[0]))
    #expect(words(rows[1]).hasPrefix("p-b e-p-b day 20") && !has("waited", rows[1]))
    #expect(plan.page.contains("from the referral to the first visit</li>"))
  }

  @Test("the last day without extension has a mark of its own where somebody has extended it; the key says its number")
  func lastDay() {
    let rows = rows(.full)
    #expect(rows.map { has("was-limit", $0) } == [false, true])
    #expect(HandMadePlan.full.page.contains("to the last permitted day: day 42</li>"))
    #expect(HandMadePlan.full.page.contains("extended beyond day 42</li>"))
  }

  @Test("everything drawn lies on the axis", arguments: [1, 42, 84])
  func onAxis(days: Int) {
    var plan = HandMadePlan.full
    plan.days = days
    plan.stays = ["p-1": plan.noons(-450...(-300)), "p-2": plan.noons(-5...(-1), 3...900)]
    plan.referredOn = ["p-2": -300]
    plan.episodes.append(plan.episode("p-1", startedDaysAgo: 500, kind: .visionRehabilitation))
    plan.episodes.append(
      plan.episode(
        "p-2", startedDaysAgo: 20,
        clocks: EpisodeClocks(
          reviewsHeld: [plan.day(-400)],
          predictedEnds: [EpisodeClocks.PredictedEnd(madeOn: plan.day(-1), end: plan.day(900))])))
    let page = WellFormedPage(plan.page)
    for element in page.elements where ["rect", "circle"].contains(element.name) {
      let x = Double(element.attributes["x"] ?? element.attributes["cx"] ?? "") ?? -1
      let width = Double(element.attributes["width"] ?? "0") ?? -1
      #expect(x >= 0 && width >= 0 && x + width <= 760.1)
    }
  }
}
