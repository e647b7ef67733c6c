import CareModel
import Foundation
import Interchange
import Presentation
import Quantities
import RotaChecking
import Testing
import TravelTimes

@Suite("Pages on paper, by a real browser", .serialized)
struct PaperTests {
  private func report(_ day: PlannedDay) throws -> RotaReport {
    let book = NameBook.read(try ScenarioFolder(name: "small-borough-day").bytes("names.csv"), file: "names.csv").book
    return RotaReport(
      caseload: day.caseload, checked: day.checked, explanations: day.explanations,
      names: PersonNames { book.name(PersonID($0)) })
  }

  /// The shipped rota with the runs of each two workers joined to one: as many calls as nobody can do.
  private func crowded() throws -> RotaReport {
    let day = try PlannedDay.shipped("small-borough-day")
    let runs = day.rota.runs
    let joined = stride(from: 0, to: runs.count - 1, by: 2).map { place in
      Run(
        worker: runs[place].worker, duty: runs[place].duty,
        stops: (runs[place].stops + runs[place + 1].stops).sorted { $0.start < $1.start }, breaks: runs[place].breaks)
    }
    let rota = Rota(serviceDate: day.rota.serviceDate, asOf: day.rota.asOf, runs: joined, uncovered: [])
    return RotaReport(
      caseload: day.caseload, checked: RotaChecker.check(rota, of: day.caseload, travel: day.travel),
      names: PersonNames { "Mrs \($0) Featherstonehaugh-Cholmondeley" })
  }

  @Test("each run sheet is one page, with few calls and with very many")
  func runSheets() throws {
    guard let browser = try Chromium.required() else { return }
    defer { browser.remove() }
    for report in [try report(.shipped("small-borough-day")), try crowded()] {
      let pdf = try browser.pdf(of: RunSheetsPage(report).html)
      #expect(Chromium.pages(of: pdf).count == report.runs.count)
    }
  }

  @Test("the desk's rota of a small borough is one sheet of A3 across")
  func desk() throws {
    guard let browser = try Chromium.required() else { return }
    defer { browser.remove() }
    let pages = Chromium.pages(of: try browser.pdf(of: DeskSheet(try report(.shipped("small-borough-day"))).html))
    #expect(pages.count == 1)
    // In points: 420 and 297 mm.
    #expect(pages.first?.width == 1191 && pages.first?.height == 842)
  }
}
