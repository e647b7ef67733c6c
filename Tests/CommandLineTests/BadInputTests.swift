import Foundation
import Testing

@Suite("Bad input gives a message and an exit code, never a trap")
struct BadInputTests {
  private let folder: WorkFolder
  private let day: TinyDocument

  init() throws {
    folder = try WorkFolder()
    day = try TinyDocument(in: folder)
  }

  private func expectRefused(_ name: String, _ words: String..., code: Int32 = 65) throws {
    for command in [["rota", name, "--out", "made"], ["validate", name], ["check", name, "day.json"]] {
      let outcome = try Program.run(command, in: folder)
      #expect(outcome.code == code, "\(command) \(outcome.notes)")
      #expect(outcome.output.isEmpty, "\(command)")
      for word in words { #expect(outcome.notes.contains(word), "\(command) \(outcome.notes)") }
    }
    #expect(!folder.files.contains { $0.hasPrefix("made") })
  }

  @Test("a file that is not JSON, and an empty one")
  func notJSON() throws {
    try folder.write("hello", to: "text.json")
    try expectRefused("text.json", "text.json:1:1", "json.notJSON")
    try folder.write("", to: "empty.json")
    try expectRefused("empty.json", "json.empty")
    try folder.write("[1, 2]", to: "list.json")
    try expectRefused("list.json", "[")
  }

  @Test("twenty million brackets")
  func brackets() throws {
    try folder.write(String(repeating: "[", count: 20_000_000), to: "deep.json")
    try expectRefused("deep.json", "json.tooDeep")
  }

  @Test("a file or folder that is not there")
  func missing() throws { try expectRefused("nowhere", "nowhere", code: 74) }

  @Test("a folder without a day in it")
  func emptyFolder() throws {
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("bare"), withIntermediateDirectories: true)
    let outcome = try folder.run("rota", "bare")
    #expect([65, 74].contains(outcome.code))
    #expect(!outcome.notes.isEmpty)
  }

  @Test("an unknown key of the document, with the nearest known one")
  func unknownKey() throws {
    var bad = day
    bad.set("polcy", ["grain": 1])
    try bad.write(to: "bad.json", in: folder)
    try expectRefused("bad.json", "polcy", "key.unknown", "Maybe policy")
  }

  @Test(
    "a wrong record is left out, and every output is headed NOT IN THIS ROTA",
    arguments: [
      "length", "duplicate", "key", "place",
    ])
  func quarantine(fault: String) throws {
    var bad = day
    switch fault {
    case "length": bad.change("visits", 0) { $0["demands"] = [["lengthMinutes": -5]] }
    case "duplicate": bad.add(bad.records("visits")[0], to: "visits")
    case "key": bad.change("visits", 0) { $0["consequnce"] = "high" }
    default:
      let id = bad.records("visits")[0]["person"] as? String
      let home = bad.records("people").first { $0["id"] as? String == id }?["place"] as? String
      let index = try #require(bad.records("places").firstIndex { $0["id"] as? String == home })
      bad.change("places", index) { $0["latitudeMicrodegrees"] = 999_999_999_999 }
    }
    try bad.write(to: "bad.json", in: folder)
    for format in ["table", "json", "csv", "html"] {
      let outcome = try folder.run("rota", "bad.json", "--budget", "500", "--format", format)
      #expect(outcome.code == 1, "\(format): \(outcome.notes)")
      // Data for programs has it as a key or a kind of row.
      let heading = ["json", "csv"].contains(format) ? "notInThisRota" : "NOT IN THIS ROTA"
      #expect(
        outcome.output.contains(heading) || outcome.output.contains("NOT IN THIS ROTA"), "\(fault) in \(format)")
      #expect(outcome.notes.contains("left out"))
      if fault == "key" { #expect(outcome.notes.contains("Maybe consequence")) }
    }
    let summary = try folder.run("rota", "bad.json", "--budget", "500")
    #expect(summary.code == 1)
    #expect(summary.output.hasPrefix("NOT IN THIS ROTA"))
    let validated = try folder.run("validate", "bad.json")
    #expect(validated.code == 1)
    #expect(validated.output.contains("left out"))
    for command in [["rota", "bad.json"], ["validate", "bad.json"]] {
      let refused = try Program.run(command + ["--refuse-bad-records"], in: folder)
      #expect(refused.code == 65, "\(command)")
      #expect(refused.output.isEmpty)
    }
  }

  @Test("all problems are said in one pass")
  func onePass() throws {
    var bad = day
    bad.change("visits", 0) { $0["demands"] = [["lengthMinutes": -5]] }
    bad.change("visits", 1) { $0["kind"] = "nonsense" }
    bad.change("people", 0) { $0["place"] = "nowhere" }
    try bad.write(to: "bad.json", in: folder)
    let notes = try folder.run("validate", "bad.json").notes
    for word in ["-5", "nonsense", "nowhere"] { #expect(notes.contains(word)) }
  }

  @Test("a clock time that doesn't exist on the night the clocks go forward")
  func missingTime() throws {
    _ = try folder.run("template", "own")
    try folder.write(
      try folder.text("own/service.csv").replacingOccurrences(of: "24/11/2026", with: "28/03/2026"),
      to: "own/service.csv")
    let visits = try folder.text("own/visits.csv").replacingOccurrences(of: "11:00,12:00", with: "01:15,01:45")
    try folder.write(visits, to: "own/visits.csv")
    let outcome = try folder.run("rota", "own", "--out", "made")
    #expect([1, 65].contains(outcome.code))
    #expect(outcome.notes.contains("time.missing") || outcome.notes.contains("01:15"), "\(outcome.notes)")
    if outcome.code == 1 { #expect(outcome.output.hasPrefix("NOT IN THIS ROTA")) }
    #expect(try folder.run("rota", "own", "--out", "made", "--refuse-bad-records").code == 65)
  }
}
