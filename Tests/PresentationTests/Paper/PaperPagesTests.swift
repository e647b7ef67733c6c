import CareModel
import Explanations
import Foundation
import Presentation
import Quantities
import RotaChecking
import Testing

@Suite("Pages to print")
struct PaperPagesTests {
  enum Kind: CaseIterable {
    case runs, desk, phones

    func html(_ report: RotaReport) -> String {
      switch self {
      case .runs: RunSheetsPage(report).html
      case .desk: DeskSheet(report).html
      case .phones: PhoneList(report).html
      }
    }
  }

  @Test(
    "each is well-formed, fetches nothing and can be read by ear",
    arguments: Kind.allCases,
    [HandMadeDay.quiet(), .short(essential: 3, other: 2), .nightOfClockChange(), HandMadeDay()])
  func wellFormed(kind: Kind, day: HandMadeDay) throws {
    let html = kind.html(try day.report())
    let page = WellFormedPage(html)
    #expect(page.problem == nil)
    #expect(page.count("h1") == 1 && page.count("script") == 0)
    #expect(
      !html.replacing("xmlns=\"http://www.w3.org/2000/svg\"", with: "").replacing("http-equiv", with: "").contains(
        "http"))
    let ids = page.elements.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    for element in page.elements where element.name == "th" { #expect(element.attributes["scope"] != nil) }
    for label in page.elements.compactMap({ $0.attributes["aria-labelledby"] }) {
      for id in label.split(separator: " ") { #expect(ids.contains(String(id))) }
    }
  }

  @Test("what is left out heads each, and so does a rule that is broken", arguments: Kind.allCases)
  func heads(kind: Kind) throws {
    var day = HandMadeDay.quiet()
    #expect(!kind.html(try day.report()).contains("class=\"warnings\""))
    day.quarantine = [QuarantinedRecord(kind: "visit", id: "v-017", problems: [])]
    #expect(kind.html(try day.report()).contains("NOT IN THIS ROTA: 1 record left out"))
    day.give("v1", to: "bob", at: "08:00")
    #expect(kind.html(try day.report()).contains("THIS ROTA BREAKS A RULE"))
  }

  @Test("names never become markup", arguments: Kind.allCases)
  func hostile(kind: Kind) throws {
    var day = HandMadeDay.quiet()
    for id in ["p1", "ann"] { day.names[id] = "<script>alert(1)</script>\"'&" }
    let page = WellFormedPage(kind.html(try day.report()))
    #expect(page.problem == nil && page.count("script") == 0)
  }

  @Test("the run sheets are those of the runs and nothing else")
  func runs() throws {
    let report = try HandMadeDay.borough().report()
    let page = WellFormedPage(RunSheetsPage(report).html)
    #expect(page.count("article", class: "sheet") == report.runs.count)
    #expect(page.count("section") == 0)
  }

  @Test("on the desk every call stands once for each of its workers, or with nobody")
  func desk() throws {
    let report = try HandMadeDay.borough().report()
    let html = DeskSheet(report).html
    let stops = report.checked.rota.runs.reduce(0) { $0 + $1.stops.count }
    let uncovered = report.shortfalls.count(where: \.isUncovered)
    #expect(uncovered > 0)
    #expect(html.ranges(of: "<li><b>").count == stops + uncovered)
    let twice = report.caseload.visits.first { $0.demands.count > 1 && report.isCovered($0) }
    #expect(twice == nil || html.contains(", with "))
    #expect(WellFormedPage(html).texts(in: "th").contains("Nobody"))
  }

  @Test("a call stands on the desk in the column of its two hours: on the edge in the later one")
  func bands() throws {
    var day = HandMadeDay()
    day.worker("ann")
    for (call, time) in [("a", "08:55"), ("b", "09:00"), ("c", "12:55")] {
      day.call(call, of: "p\(call)", at: time)
      day.give(call, to: "ann", at: time)
    }
    let html = DeskSheet(try day.report()).html
    let heads = WellFormedPage(html).texts(in: "thead").filter { $0 != "\n" }
    #expect(heads == ["Worker", "07:00", "09:00", "11:00"])
    let row = try #require(html.split(separator: "<tr class=\"\">").last)
    let cells = row.split(separator: "<td>").dropFirst()
    #expect(zip(cells, ["pa", "pb", "pc"]).allSatisfy { $0.contains($1) })
  }

  @Test(
    "first come those whose call is uncovered, late or not as they were told; then everybody else, with times and workers"
  )
  func phones() throws {
    var day = HandMadeDay.quiet()
    day.call("v5", of: "p5", at: "13:00")
    day.leaveOut("v5", because: [(.dutyFull, 2)])
    day.names["p5"] = "Eve Ford"
    day.visits = day.visits.map { visit in
      guard visit.id.text == "v3" else { return visit }
      return Visit(
        id: visit.id, person: visit.person, kind: visit.kind, demands: visit.demands, windows: visit.windows,
        state: .published, published: Visit.Placement(workers: [WorkerID("ann")], start: day.at("10:30")))
    }
    let html = PhoneList(try day.report()) { $0.text == "p1" ? "020 7946 0000" : nil }.html
    let parts = html.split(separator: "Everybody else")
    #expect(parts.count >= 2)
    let first = String(parts[0])
    let rest = parts.dropFirst().joined()
    #expect(first.contains("Cy Dunn") && first.contains("was told 10:30 with Ann"))
    #expect(first.contains("Eve Ford") && first.contains("UNCOVERED"))
    #expect(rest.contains("Ada Brook") && rest.contains("020 7946 0000") && !first.contains("Ada Brook"))
    #expect(rest.contains("09:00–09:45 personal care with Ann and Bob"))
  }

  @Test("told the same time and workers, nobody has to be rung")
  func asTold() throws {
    var day = HandMadeDay.quiet()
    day.visits = day.visits.map { visit in
      guard visit.id.text == "v2" else { return visit }
      return Visit(
        id: visit.id, person: visit.person, kind: visit.kind, demands: visit.demands, windows: visit.windows,
        state: .published,
        published: Visit.Placement(workers: [WorkerID("bob"), WorkerID("ann")], start: day.at("09:00")))
    }
    #expect(PhoneList(try day.report()).html.contains("Nobody has to hear of a change."))
  }

  @Test("the more a run has, the closer its sheet is set")
  func fit() throws {
    func fit(_ calls: Int) throws -> String {
      var day = HandMadeDay()
      day.worker("ann", until: "22:00")
      for index in 0..<calls {
        day.call("v\(index)", of: "p\(index)", at: "08:00")
        let minutes = 7 * 60 + index * 30
        day.give(
          "v\(index)", to: "ann",
          at: "\(minutes / 60 < 10 ? "0" : "")\(minutes / 60):\(minutes % 60 == 0 ? "00" : "30")")
      }
      let page = WellFormedPage(RunSheetsPage(try day.report()).html)
      return page.elements.first { $0.name == "article" }?.attributes["data-fit"] ?? ""
    }
    #expect(try [4, 12, 16, 28].map(fit) == ["roomy", "plain", "tight", "tightest"])
  }
}
