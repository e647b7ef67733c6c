import CareModel
import Presentation
import Testing

@Suite struct RunTableTests {
  @Test("columns line up by display width, whatever the names are written in")
  func alignment() throws {
    var day = HandMadeDay.quiet()
    day.names["p1"] = "王小明"
    day.names["p2"] = "Zoe\u{301} Ng"
    let table = RunTable(try day.report()).text()
    let rows = table.split(separator: "\n").filter { $0.hasPrefix("Ann") || $0.hasPrefix("Bob") }
    #expect(rows.count == 7)
    let columns = rows.compactMap { row -> Int? in
      let kinds = ["personal care", "first visit", "therapy", "break"]
      guard let range = kinds.lazy.compactMap({ row.firstRange(of: $0) }).first else { return nil }
      return DisplayWidth.of(String(row[..<range.lowerBound]))
    }
    #expect(Set(columns).count == 1)
    #expect(columns.count == 7)
  }

  @Test("each stop has its times, person, kind, minutes and the travel before it")
  func row() throws {
    let lines = RunTable(try HandMadeDay.quiet().report()).text().split(separator: "\n").map(String.init)
    #expect(
      lines.contains(
        "Ann     08:00–08:30  Ada Brook    personal care                         30       3  time-critical"))
    #expect(
      lines.contains("Bob     09:00–09:45  Ben Carr     personal care                         45       3  with Ann"))
  }

  @Test("no line is wider than a page, and nothing is cut, however long names and reasons are")
  func width() throws {
    var day = HandMadeDay.short(essential: 2, other: 1)
    for person in ["pe0", "pe1"] { day.names[person] = "Mrs Wilhelmina Featherstonehaugh-Cholmondeley of \(person)" }
    day.quarantine = [QuarantinedRecord(kind: "worker", id: String(repeating: "w9 ", count: 40), problems: [])]
    let text = RunTable(try day.report()).text()
    for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= 100, "\(line)") }
    #expect(!text.contains("…"))
    let words = text.split(whereSeparator: \.isWhitespace).joined()
    #expect(words.contains("Wilhelmina") && words.contains("UNCOVERED"))
  }

  @Test("a run says to ring the ward first where nobody has confirmed the homecoming, and only there")
  func unconfirmedHomecoming() throws {
    func says(_ whereabouts: Referral.Whereabouts, _ homecoming: Referral.Homecoming) throws -> Bool {
      var day = HandMadeDay.quiet()
      day.firstVisit(
        "v-home", of: "p1", at: "13:00", deadline: "18:00", whereabouts: whereabouts, homecoming: homecoming)
      day.give("v-home", to: "w1", at: "13:00")
      let report = try day.report()
      let visit = try #require(report.caseload.visit(VisitID("v-home")))
      return report.notes(on: visit, for: WorkerID("w1")).first?.hasPrefix("RING THE WARD FIRST") ?? false
    }
    #expect(try says(.inHospital, .expected))
    #expect(try !says(.inHospital, .confirmed))
    #expect(try !says(.home, .expected))
  }

  @Test("styles only where they are asked for")
  func styles() throws {
    let report = try HandMadeDay.short(essential: 1, other: 0).report()
    #expect(!RunTable(report).text().contains("\u{1B}"))
    #expect(RunTable(report).text(isStyled: true).contains("\u{1B}[1mUNCOVERED"))
  }

  @Test("the table is headed by what is left out")
  func quarantine() throws {
    var day = HandMadeDay.quiet()
    day.quarantine = [QuarantinedRecord(kind: "worker", id: "w9", problems: [])]
    #expect(RunTable(try day.report()).text().hasPrefix("NOT IN THIS ROTA: 1 record left out\n  worker w9\n"))
  }
}
