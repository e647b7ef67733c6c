import CareModel
import Explanations
import Presentation
import Quantities
import RotaChecking
import Testing

@Suite struct RotaPageTests {
  private func html(_ day: HandMadeDay) throws -> String { RotaPage(try day.report()).html }

  @Test(
    "the page is well-formed to its last tag",
    arguments: [HandMadeDay.quiet(), .short(essential: 3, other: 2), .nightOfClockChange(), HandMadeDay()])
  func wellFormed(day: HandMadeDay) throws {
    let page = WellFormedPage(try html(day))
    #expect(page.problem == nil)
    #expect(page.count("svg") > 0)
  }

  @Test("a whole borough's page is well-formed and every call of the day is in it")
  func borough() throws {
    let day = try HandMadeDay.borough()
    let report = try day.report()
    let page = WellFormedPage(RotaPage(report).html)
    #expect(page.problem == nil)
    #expect(page.count("article", class: "sheet") == report.runs.count)
    // A call is in the page as one bar for each of its workers, or by its id among the uncovered.
    let bars = page.count("rect", class: "bar") - 4
    #expect(bars == report.checked.rota.runs.reduce(0) { $0 + $1.stops.count })
    let ids = Set(page.texts(in: "code"))
    for visit in day.visits where !report.isCovered(visit) { #expect(ids.contains(visit.id.text)) }
    let names = page.texts(in: "article").joined(separator: "\n")
    for visit in day.visits where report.isCovered(visit) {
      #expect(names.contains(report.personName(of: visit)))
    }
  }

  @Test("every uncovered call stands before the timeline, with its reason and the next possible time")
  func uncoveredOnTop() throws {
    let day = HandMadeDay.short(essential: 12, other: 9)
    let page = try html(day)
    let top = try #require(page.firstRange(of: "id=\"timeline\"")).lowerBound
    for visit in day.uncovered {
      let place = try #require(page.firstRange(of: "<code>\(visit.text)</code>")).lowerBound
      #expect(place < top)
    }
    #expect(page.contains("1 run full 07:00–15:00"))
    #expect(page.contains("13:00 with ann"))
    #expect(page.contains("no room today"))
  }

  @Test(
    "names and texts from an input never become markup",
    arguments: ["<script>alert(1)</script>", "\"><img src=x>", "A & B's <b>", "]]>"])
  func hostile(name: String) throws {
    var day = HandMadeDay.short(essential: 1, other: 1)
    day.title = name
    day.names = ["pe0": name, "ann": name, "p": name]
    day.call(
      "locked", of: "p", at: "12:00", lock: Lock(workers: nil, start: nil, setBy: name, reason: name))
    day.give("locked", to: "ann", at: "12:00")
    day.quarantine = [
      QuarantinedRecord(
        kind: name, id: name, person: PersonID("pe0"),
        problems: [InputProblem(code: name, location: name, found: name, expected: name, suggestion: name)])
    ]
    day.provenance = Provenances.failed
    day.provenance?.inputDigest = name
    day.provenance?.stages[2].outcome = .failed(name)
    day.provenance?.start = StartReport(
      inputDigest: name, kept: 0,
      mends: [
        .init(visit: VisitID(name), worker: WorkerID(name), remedy: .dropped, rule: name, sentence: name)
      ])
    let html = try html(day)
    let page = WellFormedPage(html)
    #expect(page.problem == nil)
    #expect(page.count("script") == 0)
    #expect(page.count("img") == 0)
    #expect(page.count("b") == 0)
    #expect(page.texts(in: "h1").joined().hasPrefix(name))
  }

  @Test("control characters of a name can't break the page")
  func controlCharacters() throws {
    var day = HandMadeDay.quiet()
    day.names["p1"] = "Eve\u{0}\u{B}\u{FFFE}x"
    #expect(WellFormedPage(try html(day)).problem == nil)
  }

  @Test("nothing is fetched: no address but that of SVG, no script, a policy that allows only the page's own style")
  func selfContained() throws {
    let html = try html(try .borough())
    let rest = html.replacing("xmlns=\"http://www.w3.org/2000/svg\"", with: "")
      .replacing("http-equiv=", with: "")
    #expect(!rest.contains("http"))
    #expect(!rest.contains("@import"))
    #expect(!rest.contains("<script"))
    #expect(!rest.contains("src="))
    #expect(!rest.contains(" style=\""))
    #expect(html.contains("content=\"default-src 'none'; style-src 'sha256-"))
    for part in rest.split(separator: "url(").dropFirst() { #expect(part.hasPrefix("#")) }
  }

  @Test("it can be read by ear and by keyboard: one first heading, a skip link that leads somewhere, named drawings")
  func accessible() throws {
    let page = WellFormedPage(try html(try .borough()))
    #expect(page.count("h1") == 1)
    let ids = page.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    for element in page.elements {
      if let target = element.attributes["href"] { #expect(ids.contains(String(target.dropFirst()))) }
      if let label = element.attributes["aria-labelledby"] {
        for id in label.split(separator: " ") { #expect(ids.contains(String(id))) }
      }
      if element.name == "svg" {
        #expect(element.attributes["role"] == "img" || element.attributes["aria-hidden"] == "true")
      }
      if element.name == "th" { #expect(element.attributes["scope"] != nil) }
    }
    #expect(page.elements.first { $0.name == "html" }?.attributes["lang"] == "en-GB")
    #expect(page.elements.first { $0.name == "a" }?.attributes["class"] == "skip")
  }

  @Test("what was left out heads the page, before its title")
  func quarantine() throws {
    var day = HandMadeDay.quiet()
    #expect(!(try html(day)).contains("NOT IN THIS ROTA"))
    day.quarantine = [
      QuarantinedRecord(
        kind: "visit", id: "v-017", person: PersonID("p4"),
        problems: [InputProblem(code: "time.missing", location: "visits[v-017]", found: "01:30", expected: "a time")])
    ]
    let page = try html(day)
    let mark = try #require(page.firstRange(of: "NOT IN THIS ROTA: 1 record left out")).lowerBound
    #expect(mark < (try #require(page.firstRange(of: "<h1>"))).lowerBound)
    #expect(page.contains("visit v-017 (Mrs Example)"))
    // On each of the two sheets too, which are carried about alone.
    #expect(page.ranges(of: "NOT IN THIS ROTA").count == 3)
  }

  @Test("a person past the last permitted day without anybody's word is named at the head")
  func unauthorised() throws {
    var day = HandMadeDay.quiet()
    day.episodes = [
      Episode(id: EpisodeID("e"), person: PersonID("p4"), startDate: day.serviceDate.adding(days: -43))
    ]
    let page = try html(day)
    let mark = try #require(page.firstRange(of: "day 44, no authoriser: Mrs Example")).lowerBound
    #expect(mark < (try #require(page.firstRange(of: "<main>"))).lowerBound)
  }

  @Test("without positions a sentence stands for the map")
  func withoutPositions() throws {
    var day = HandMadeDay()
    day.hasPositions = false
    day.worker("ann")
    day.call("v1", of: "p1", at: "08:00")
    day.give("v1", to: "ann", at: "08:00")
    let page = try html(day)
    #expect(page.contains("There is no map"))
    #expect(!page.contains("class=\"map\""))
    #expect(WellFormedPage(page).problem == nil)
  }

  @Test("the second worker of a two-person call stands on both sheets")
  func secondWorker() throws {
    let page = WellFormedPage(try html(.quiet()))
    let cells = page.texts(in: "td")
    #expect(cells.contains("Ann"))
    #expect(cells.contains("Bob"))
  }

  @Test("a worker's own home is not on the map")
  func workersHome() throws {
    var day = HandMadeDay.quiet()
    let ways = try html(day).ranges(of: "class=\"to-base\"").count
    #expect(ways > 0)
    day.places = day.places.map { place in
      place.id.text == "base-ann"
        ? Place(id: place.id, kind: .home, position: place.position, patch: place.patch) : place
    }
    #expect(try html(day).ranges(of: "class=\"to-base\"").count < ways)
  }

  @Test("provenance names each stage, what it gave and which one made the rota")
  func provenance() throws {
    var day = HandMadeDay.quiet()
    day.provenance = Provenances.failed
    let page = try html(day)
    #expect(page.contains("cost £612.40 → £551.20"))
    #expect(page.contains("failed, the rota before it was kept: out of memory"))
    #expect(page.contains("<dt>Made by</dt><dd>the search</dd>"))
    #expect(page.contains("<dt>Seed</dt><dd>7</dd>"))
    #expect(page.contains("no bound yet"))
  }

  @Test("a bound that is not reached says what it leaves out of account, and whether the work ran out")
  func basis() throws {
    var day = HandMadeDay.quiet()
    day.provenance = Provenances.failed
    let cost = Level(.cost)
    for (isSolved, isTold) in [(true, false), (false, true)] {
      day.provenance?.proof = Proof(levels: [
        .init(
          level: cost, bound: 1, value: 2, by: .columns, isSolved: isSolved, relaxations: ["fractions", "together"])
      ])
      let page = try html(day)
      #expect(page.contains("that a run is done whole or not at all; that two workers start in the same second."))
      #expect(page.contains("The work ran out before") == isTold)
    }
    day.provenance?.proof = Proof(levels: [.init(level: cost, bound: 1, value: 2)])
    #expect(try !html(day).contains("leaves out of account"))
  }

  @Test("what of a rota to start from was mended is listed, with call, worker and rule")
  func mended() throws {
    var day = HandMadeDay.quiet()
    day.provenance = Provenances.failed
    day.provenance?.start = StartReport(inputDigest: "", kept: 3, mends: [])
    #expect(try html(day).contains("It started from a rota: 3 calls kept, nothing to mend."))
    day.provenance?.start = StartReport(
      inputDigest: "", kept: 2,
      mends: [
        .init(visit: VisitID("v?"), worker: WorkerID("nobody"), remedy: .dropped, rule: "breaks", sentence: "No rest.")
      ])
    let page = try html(day)
    #expect(WellFormedPage(page).problem == nil)
    #expect(page.contains(#"<th scope="row">v?</th><td>nobody</td><td>dropped</td><td>breaks</td><td>No rest.</td>"#))
  }

  @Test("two pages of the same rota are the same text")
  func reproducible() throws {
    #expect(try html(try .borough()) == html(try .borough()))
  }

  @Test("a rota that names what the day doesn't know is drawn all the same")
  func unknownRecords() throws {
    var day = HandMadeDay.quiet()
    let start = day.at("13:00")
    day.stops["nobody"] = [Stop(visit: VisitID("v?"), demand: 4, start: start, end: start + Minutes(30))]
    let page = WellFormedPage(try html(day))
    #expect(page.problem == nil)
    #expect(page.texts(in: "article").contains { $0.contains("nobody") })
  }
}
