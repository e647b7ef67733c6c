import CareModel
import Presentation
import Quantities
import RotaChecking
import Testing

@Suite("The report of a rota's measures")
struct MeasureReportTests {
  private func day() -> HandMadeDay {
    var day = HandMadeDay()
    day.worker("w-1")
    day.worker("w-2")
    for (place, time) in ["08:00", "09:00", "10:00"].enumerated() { day.call("v-\(place)", of: "p-\(place)", at: time) }
    day.give("v-0", to: "w-1", at: "08:00")
    day.give("v-1", to: "w-2", at: "09:31")
    day.leaveOut("v-2")
    day.names = ["w-1": "Ada Brook"]
    return day
  }

  private func text(_ day: HandMadeDay) throws -> String {
    let report = try day.report()
    return MeasureReport(RotaMeasures(report.checked, of: report.caseload), of: report).text()
  }

  @Test("each number stands with what it counts")
  func numbers() throws {
    let text = try text(day())
    #expect(text.contains("2 of 3 (67 %)"))
    #expect(text.contains("1 of 2 (50 %)"))
    #expect(text.contains("of these begin within the window that was agreed"))
    #expect(text.contains("Ada Brook") && text.contains("w-2"))
  }

  @Test("what is left out heads it, and no line is wider than a page")
  func heads() throws {
    var day = day()
    day.quarantine = [QuarantinedRecord(kind: "visit", id: "v-9", problems: [])]
    let text = try text(day)
    #expect(text.hasPrefix("NOT IN THIS ROTA: 1 record left out"))
    for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= 100, "\(line)") }
  }

  @Test("no number is cut, however many hours there are")
  func large() throws {
    var day = HandMadeDay()
    for index in 1...150 { day.worker("w-\(index)") }
    #expect(try text(day).contains("0 min of 1200 h (0 %)"))
    #expect(try !text(day).contains("…"))
  }

  @Test("a day without calls and workers has nothing to share, and says so")
  func empty() throws {
    let text = try text(HandMadeDay())
    #expect(text.contains("nobody on duty") && text.contains("none"))
  }
}
