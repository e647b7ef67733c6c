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
        "p-4 e-p-4 day 14 Mon 14 Dec Tue 29 Dec, extended by A. Nother Tue 24 Nov",
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

  @Test("everything drawn lies on the axis", arguments: [1, 42, 84])
  func onAxis(days: Int) {
    var plan = HandMadePlan.full
    plan.days = days
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
