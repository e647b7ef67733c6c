import Foundation
import Testing

@Suite("reable report")
struct ReportCommandTests {
  private let folder: WorkFolder
  private let day: TinyDocument

  init() throws {
    folder = try WorkFolder()
    day = try TinyDocument(in: folder)
    _ = try folder.run("rota", "day.json", "--budget", "2000", "--format", "json", "--out", "rota.json", "--quiet")
  }

  @Test("tells the measures in words, and gives their raw numbers by worker, person and call")
  func sheets() throws {
    let words = try folder.run("report", "day.json", "rota.json", "--quiet")
    #expect([0, 1].contains(words.code) && words.output.contains("Punctuality"), "\(words.notes)")
    for (sheet, records) in [("workers", "workers"), ("calls", "visits")] {
      let csv = try folder.run(
        "report", "day.json", "rota.json", "--format", "csv", "--sheet", sheet, "--out", "\(sheet).csv", "--quiet")
      #expect([0, 1].contains(csv.code), "\(csv.notes)")
      let rows = try folder.text("\(sheet).csv").split(separator: "\r\n")
      #expect(rows.count == day.records(records).count + 1)
      let cells = Set(rows.map { $0.split(separator: ",", omittingEmptySubsequences: false).count })
      #expect(cells.count == 1, "\(sheet)")
    }
    let people = try folder.run("report", "day.json", "rota.json", "--format", "csv", "--sheet", "people", "--quiet")
    #expect(people.output.contains("by_core_team"))
  }

  @Test("a rota of a day that has been changed since gives 65")
  func stale() throws {
    var changed = day
    changed.set("title", "Another morning")
    try changed.write(to: "day.json", in: folder)
    #expect(try folder.run("report", "day.json", "rota.json").code == 65)
  }

  @Test("--sheet goes with csv alone")
  func usage() throws {
    #expect(try folder.run("report", "day.json", "rota.json", "--sheet", "calls").code == 64)
  }
}
