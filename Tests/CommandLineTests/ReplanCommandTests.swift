import Foundation
import Testing

@Suite("reable replan")
struct ReplanCommandTests {
  private let folder: WorkFolder

  init() throws {
    folder = try WorkFolder()
    _ = try TinyDocument(in: folder)
    _ = try folder.run("rota", "day.json", "--budget", "2000", "--format", "json", "--out", "rota.json")
  }

  @Test("a worker off: who is to be rung is printed, and what is written is the day of the next repair")
  func workerOff() throws {
    let outcome = try folder.run(
      "replan", "day.json", "rota.json", "--off", "w-01@08:00", "--by", "duty desk", "--quiet")
    #expect(outcome.code == 0 || outcome.code == 1, "\(outcome.notes)")
    #expect(outcome.output.contains("duty desk: w-01 off from 08:00"))
    #expect(outcome.output.contains("to tell people of"))
    #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    let changes = try #require(TinyDocument.object(try folder.text("replan/changes.json")))
    let rota = try #require(TinyDocument.object(try folder.text("replan/rota.json")))
    #expect(changes["format"] as? String == "reable-repair" && rota["format"] as? String == "reable-rota")
    let runs = try #require(rota["runs"] as? [[String: Any]])
    let own = runs.filter { $0["worker"] as? String == "w-01" }.flatMap { $0["stops"] as? [[String: Any]] ?? [] }
    #expect(own.allSatisfy { ($0["start"] as? String ?? "T9").contains("T07:") }, "\(own)")
    #expect(try folder.run("check", "replan", "replan/rota.json").output.contains("no rule is broken by choice"))
    let next = try folder.run(
      "replan", "replan", "replan/rota.json", "--late", "w-02+20@09:00", "--out", "next", "--quiet")
    #expect(next.code == 0 || next.code == 1, "\(next.notes)")
    #expect(try folder.text("next/day.json").contains("09:00"))
  }

  @Test("the same events give the same bytes, from a file as from the command line, in every format")
  func twice() throws {
    try folder.write(
      """
      {"format": "reable-events", "version": 1, "events": [
        {"id": "told-1", "at": "2026-11-24T08:00+00:00", "kind": "workerOff", "worker": "w-01"}]}
      """, to: "events.json")
    for format in ["json", "csv", "table", "html"] {
      let typed = try folder.run("replan", "day.json", "rota.json", "--off", "w-01@08:00", "--format", format)
      let filed = try folder.run("replan", "day.json", "rota.json", "events.json", "--format", format)
      #expect(typed.output == filed.output && !typed.output.isEmpty && typed.code == filed.code, "\(filed.notes)")
    }
  }

  @Test("a rota of another day's document is refused with 65, and so are events that can't be, all at once")
  func refused() throws {
    let other = try folder.run("generate", "--preset", "tiny", "--seed", "4", "--out", "other.json")
    #expect(other.code == 0)
    let wrong = try folder.run("replan", "other.json", "rota.json", "--off", "w-01@08:00")
    #expect(wrong.code == 65 && wrong.notes.contains("rota.otherDigest"), "\(wrong.notes)")
    let events = try folder.run(
      "replan", "day.json", "rota.json", "--off", "w-99@08:00", "--cancel", "nobody@08:00", "--late", "w-01")
    #expect(events.code == 65 && events.notes.contains("--late w-01") == false, "\(events.notes)")
    #expect(events.notes.contains("event.unreadable"))
    let unknown = try folder.run("replan", "day.json", "rota.json", "--off", "w-99@08:00", "--cancel", "nobody@08:00")
    #expect(unknown.code == 65)
    for word in ["--off w-99@08:00", "--cancel nobody@08:00", "reference.unknown"] {
      #expect(unknown.notes.contains(word), "\(unknown.notes)")
    }
    #expect(!FileManager.default.fileExists(atPath: folder.url.appendingPathComponent("replan").path))
    #expect(try folder.run("replan", "day.json", "rota.json", "--max-changes", "-1").code == 64)
    #expect(try folder.run("replan", "day.json", "rota.json", "nowhere.json").code == 74)
  }

  @Test("on request it is told what fewer and more changes would bring")
  func tradeOff() throws {
    let outcome = try folder.run("replan", "day.json", "rota.json", "--off", "w-01@08:00", "--trade-off", "--quiet")
    #expect(outcome.output.contains("other calls changed at most"), "\(outcome.notes)")
    #expect(try folder.run("replan", "day.json", "rota.json", "--trade-off", "--format", "csv").code == 64)
  }

  @Test("names are joined in the words and never in the document")
  func names() throws {
    try folder.write("id,name\nw-01,Ada Brook\n", to: "names.csv")
    let arguments = ["replan", "day.json", "rota.json", "--off", "w-01@08:00", "--names", "names.csv"]
    #expect(try Program.run(arguments, in: folder).output.contains("Ada Brook off"))
    #expect(try !folder.text("replan/changes.json").contains("Ada Brook"))
  }
}
