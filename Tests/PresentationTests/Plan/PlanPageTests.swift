import CareModel
import Foundation
import Presentation
import Quantities
import Testing

@Suite("The page of a plan")
struct PlanPageTests {
  @Test(
    "the page is well-formed to its last tag, full or empty, with a link to each of its parts",
    arguments: [(HandMadePlan.compared, 11), (HandMadePlan.full, 7), (HandMadePlan(), 7)])
  func wellFormed(plan: HandMadePlan, parts: Int) {
    let page = WellFormedPage(plan.page)
    #expect(page.problem == nil)
    #expect(page.texts(in: "h1") == ["Sample, Tue 24 Nov 2026 to Mon 4 Jan 2027"])
    let sections = page.elements.filter { $0.name == "section" }.map { $0.attributes["id"] ?? "" }
    #expect(sections.count == parts)
    #expect(page.elements.compactMap { $0.attributes["href"] }.dropFirst() == sections.map { "#" + $0 }[...])
    #expect(plan.page == plan.page)
  }

  @Test("nothing is fetched or run, and only the page's own style sheet is let in")
  func selfContained() {
    let html = HandMadePlan.compared.page
    let rest = html.replacing("xmlns=\"http://www.w3.org/2000/svg\"", with: "").replacing("http-equiv=", with: "")
    for word in ["http", "@import", "<script", "src=", " style=\"", "url("] { #expect(!rest.contains(word), "\(word)") }
    #expect(html.contains("content=\"default-src 'none'; style-src 'sha256-"))
  }

  @Test("it can be read by ear and by keyboard: headings, table heads with a scope, links that lead somewhere")
  func accessible() {
    let page = WellFormedPage(HandMadePlan.compared.page)
    #expect(page.count("h1") == 1)
    let ids = page.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    for element in page.elements {
      if let target = element.attributes["href"] { #expect(ids.contains(String(target.dropFirst()))) }
      for label in (element.attributes["aria-labelledby"] ?? "").split(separator: " ") {
        #expect(ids.contains(String(label)))
      }
      if element.name == "svg" { #expect(element.attributes["aria-hidden"] == "true") }
      if element.name == "th" { #expect(element.attributes["scope"] != nil) }
    }
    #expect(page.elements.first { $0.name == "a" }?.attributes["class"] == "skip")
    #expect(page.elements.first { $0.name == "html" }?.attributes["lang"] == "en-GB")
  }

  @Test(
    "names and texts from an input never become markup",
    arguments: ["<script>alert(1)</script>", "\"><img src=x>", "A & B's <b>", "]]>", "Eve\u{0}\u{B}\u{FFFE}x"])
  func hostile(name: String) {
    var plan = HandMadePlan.compared
    plan.title = name
    plan.names = ["p-1": name, "p-2": name, "p-3": name, "p-4": name]
    plan.quarantine = [
      QuarantinedRecord(
        kind: name, id: name, person: PersonID("p-1"),
        problems: [InputProblem(code: name, location: name, found: name, expected: name, suggestion: name)])
    ]
    plan.fallback = name
    plan.levels.append(EpisodePlan.LevelReached(name: name, value: 1, bound: 0))
    plan.teams.append(
      CoreTeamProposal(person: PersonID("p-2"), team: [WorkerID(name)], covered: 1, calls: 1, seenLately: 1))
    plan.changes?.append(
      PlanChange(
        person: PersonID("p-2"), episode: EpisodeID(name), kind: .therapy, line: LineID(name), before: nil, after: nil,
        reason: .better(name)))
    plan.waits = [
      EpisodePlan.LongestWait(
        referralClass: .newCommunity, patch: name, referral: ReferralID(name), receivedAt: plan.at(-1, 3), waiting: 2)
    ]
    plan.starts[0] = plan.start(
      "p-1", patch: name,
      .waits(
        .full(.init(date: plan.today, part: .morning, roles: [.nurse], skills: [Skill(name)], missing: Minutes(5)))))
    plan.episodes[1] = plan.episode(
      "p-4", startedDaysAgo: 13, extension: Episode.Extension(lastDay: plan.day(40), authorisedBy: name, reason: name))
    let page = WellFormedPage(plan.page)
    #expect(page.problem == nil)
    for tag in ["script", "img", "b"] { #expect(page.count(tag) == 0) }
    #expect(page.texts(in: "h1").joined().hasSuffix(", Tue 24 Nov 2026 to Mon 4 Jan 2027"))
  }

  @Test("what was left out stands before the title with its reason; who is past the limit stands before the main part")
  func head() throws {
    var plan = HandMadePlan.full
    plan.names = ["p-3": "Mrs Example"]
    #expect(!plan.page.contains("NOT IN THIS PLAN"))
    plan.quarantine = [
      QuarantinedRecord(
        kind: "episode", id: "e-9", person: PersonID("p-3"),
        problems: [InputProblem(code: "date.range", location: "episodes[e-9]", found: "x", expected: "a date")])
    ]
    let html = plan.page
    let title = try #require(html.firstRange(of: "<h1>")).lowerBound
    #expect(try #require(html.firstRange(of: "NOT IN THIS PLAN: 1 record left out")).lowerBound < title)
    #expect(html.contains("episode e-9 (Mrs Example)<ul><li>episodes[e-9]"))
    let mark = try #require(html.firstRange(of: "day 44, no authoriser: Mrs Example")).lowerBound
    #expect(mark < (try #require(html.firstRange(of: "<main>"))).lowerBound)
  }

  @Test("whoever waits has a row with rank, receipt, all three clocks, and when it starts or why it waits")
  func queue() throws {
    var plan = HandMadePlan.full
    plan.starts[1] = plan.start("p-2", deadline: plan.at(1, 9), .waits(.needsUnknown))
    let rows = rows(of: "queue", plan.page)
    #expect(rows.count == 3)
    #expect(rows[0].contains("Own clock, 24 h") && rows[0].contains("National, 48 h"))
    #expect(
      rows[1].hasPrefix(
        "1 p-1, North r-p-1 hospital discharge Mon 03:40 overdue 3 h 20 03:40 overdue 3 h 20 03:40 20 h 40 left Wed 03:40 "
          + "Tue 24 Nov midday not earlier: no rehabilitation assistant (stoma) has time")
    )
    #expect(
      rows[2].contains(
        "2 p-2 r-p-2 hospital discharge Mon 16:00 1 day 2 h left Wed 09:00 9 h left 16:00 1 day 9 h left"))
    #expect(rows[2].hasSuffix("waits it is not known what the person needs"))
  }

  @Test("tasks stand in groups by how soon they press; promises by clock, then those that can still be kept")
  func tasksAndPromises() {
    var plan = HandMadePlan.full
    let page = WellFormedPage(plan.page)
    #expect(page.texts(in: "h3").starts(with: ["Overdue: 1", "Due today: 1", "Foreseen: 1"]))
    #expect(page.texts(in: "summary").starts(with: ["Later: 1 task", "So far: 1"]))
    let words = page.texts(in: "td").joined(separator: " ").split { $0.isWhitespace }.joined(separator: " ")
    #expect(
      words.contains("overdue 2 days find an authoriser p-3 e-p-3 9 h left hold the contact assessment p-2 r-p-2"))
    #expect(words.contains("7 days left ask who goes on caring p-4"))
    #expect(rows(of: "narrow", plan.page) == ["Clock So far Foreseen", "first visit 0 1", "last permitted day 1 0"])
    #expect(words.contains("p-1 r-p-1 10:00 11:00 1 h") && words.contains("p-3 e-p-3 Sun 22 Nov not planned"))
    (plan.tasks, plan.breaches) = ([], [])
    #expect(plan.page.contains("Nothing is due in the coming week.") && plan.page.contains("No promise is broken"))
  }

  @Test("each cell of the load has its number, a mark where it is tight, and a shade that says no more than they do")
  func load() {
    var plan = HandMadePlan()
    plan.days = 2
    plan.cells = [
      .nurse: [
        plan.cell(0, .morning, 49, of: 100), plan.cell(0, .midday, 50, of: 100), plan.cell(0, .afternoon, 75, of: 100),
        plan.cell(0, .evening, 89, of: 100), plan.cell(1, .morning, 90, of: 100), plan.cell(1, .midday, 101, of: 100),
        plan.cell(1, .afternoon, 5, of: 0), plan.cell(1, .evening, 0, of: 0),
      ]
    ]
    let html = plan.page
    let rows = rows(of: "heat", html)
    #expect(
      rows == ["part Tu 24 We 25", "morning 49 90!", "midday 50 101!", "afternoon 75 \u{221E}!", "evening 89 \u{2013}"])
    for (shade, number) in [("u0", "49"), ("u1", "50"), ("u2", "75"), ("u2", "89"), ("u3", "90!"), ("u4", "101!")] {
      #expect(html.contains(#"<td class="\#(shade)" title=""#) && html.contains(">\(number)</td>"))
    }
    #expect(html.contains(#"title="Wed 25 Nov midday: 1 h 41 of 1 h 40">101!</td>"#))
    #expect(self.rows(of: "narrow", html).dropFirst().first == "Wed 25 Nov morning nurse 1 h 30 1 h 30 1 h 40 90 %")
  }

  @Test("patches and skills have maps too; where the forecast is another it stands below, and what is tight is marked")
  func forecastMaps() {
    var plan = HandMadePlan()
    plan.days = 1
    func cells(_ load: Int, _ forecast: Int) -> [CapacityCell] {
      PartOfDay.allCases.map { plan.cell(0, $0, load, of: 100, forecast: forecast) }
    }
    plan.patchCells = ["North": cells(95, 40)]
    plan.skillCells = [Skill("stoma"): cells(120, 92)]
    let html = plan.page
    #expect(
      WellFormedPage(html).texts(in: "caption")
        == ["patch North", "skill stoma"].map { "\($0), Tue 24 Nov to Tue 24 Nov, percent taken" })
    func maps(_ html: String) -> [String] { rows(of: "heat", html) }
    #expect(
      maps(html) == ["part Tu 24"] + PartOfDay.allCases.map { "\($0.printedName) 95!" }
        + PartOfDay.allCases.map { "\($0.printedName), forecast 40" })
    #expect(html.contains("<h3>By patch</h3>") && html.contains("<h3>By skill</h3>") && !html.contains("By role"))
    #expect(
      rows(of: "narrow", html).dropFirst().first == "Tue 24 Nov morning patch North 1 h 35 40 min 1 h 40 95 %")
    plan.patchCells = [:]
    #expect(maps(plan.page).contains("morning 120!") && maps(plan.page).contains("morning, forecast 92!"))
  }

  @Test("each role with time or work has a map, the busiest first; twelve weeks take two")
  func maps() {
    var plan = HandMadePlan.full
    plan.cells[.physiotherapist] = plan.cells(0, of: 0)
    func captions(_ plan: HandMadePlan) -> [String] { WellFormedPage(plan.page).texts(in: "caption") }
    #expect(
      captions(plan)
        == ["rehabilitation assistant", "nurse"].map {
          "\($0), Tue 24 Nov to Mon 4 Jan, percent taken"
        })
    plan.days = 84
    plan.cells = [.nurse: plan.cells(10, of: 100)]
    #expect(
      captions(plan) == [
        "nurse, Tue 24 Nov to Mon 4 Jan, percent taken", "nurse, Tue 5 Jan to Mon 15 Feb, percent taken",
      ])
    #expect(WellFormedPage(plan.page).count("td", class: "u0") == 84 * 4)
  }

  @Test("the page's own colours differ enough from its paper, by day and in the dark")
  func inks() throws {
    var checked = 0
    let html = HandMadePlan.full.page
    var colours: [String: Substring] = [:]
    for rule in html.matches(of: /:root\{([^}]*)\}/) {
      for match in rule.1.matches(of: /--([a-z-]+):#([0-9a-f]{3,6})/) { colours[String(match.1)] = match.2 }
      guard let paper = colours["paper"] else { continue }
      for name in ["ink", "soft", "dark", "alarm", "mark", "edge"] {
        let (back, fore) = (luminance(paper), luminance(try #require(colours[name])))
        #expect((max(back, fore) + 0.05) / (min(back, fore) + 0.05) >= 4.5, "\(name)")
        checked += 1
      }
    }
    #expect(checked == 12)
    #expect(html.contains("@media screen and (prefers-color-scheme:dark)"))
  }

  @Test("shades and their numbers differ enough for weak eyes")
  func contrast() throws {
    let html = HandMadePlan.full.page
    var count = 0
    for match in html.matches(of: /\.u[0-4]\{background:#([0-9a-f]{6});color:#([0-9a-f]{3,6})/) {
      let (back, fore) = (luminance(match.1), luminance(match.2))
      #expect((max(back, fore) + 0.05) / (min(back, fore) + 0.05) >= 4.5)
      count += 1
    }
    // By day and in the dark.
    #expect(count == 10)
  }

  /// Source: Web Content Accessibility Guidelines 2.2, relative luminance.
  private func luminance(_ colour: Substring) -> Double {
    let digits = colour.count == 3 ? colour.flatMap { [$0, $0] } : Array(colour)
    let parts = stride(from: 0, to: 6, by: 2).map { place -> Double in
      let value = Double(Int(String(digits[place...place + 1]), radix: 16) ?? 0) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  /// The rows of the first table of a class, each as its words with single blanks.
  private func rows(of kind: String, _ html: String) -> [String] {
    guard let from = html.firstRange(of: "<table class=\"\(kind)\">")?.upperBound,
      let until = html[from...].firstRange(of: "</table>")?.lowerBound
    else { return [] }
    return html[from..<until].split(separator: "</tr>").map { row in
      let cells = row.firstRange(of: "<tr").map { row[$0.lowerBound...] } ?? ""
      return cells.replacing(/<[^>]*>/, with: " ").split { $0.isWhitespace }.joined(separator: " ")
    }.filter { !$0.isEmpty }
  }
}
