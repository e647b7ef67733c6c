import Testing

@Suite("reable check")
struct CheckCommandTests {
  private let folder: WorkFolder
  private let day: TinyDocument

  init() throws {
    folder = try WorkFolder()
    day = try TinyDocument(in: folder)
  }

  @Test("the engine's own rota passes, as JSON and as CSV", arguments: ["json", "csv"])
  func ownRota(format: String) throws {
    let made = try folder.run("rota", "day.json", "--budget", "2000", "--format", format, "--out", "rota.\(format)")
    let outcome = try folder.run("check", "day.json", "rota.\(format)")
    // Both give 1 where an essential call is uncovered.
    #expect(outcome.code == made.code, "\(outcome.output)\(outcome.notes)")
    #expect(outcome.output.contains("no rule is broken by choice"))
  }

  @Test("a hand-made rota that breaks a rule gives 1, with the rule, the call and the worker")
  func handMade() throws {
    try folder.write("worker,visit,start\nw-01,p-002-morning,04:00\n", to: "mine.csv")
    let outcome = try folder.run("check", "day.json", "mine.csv")
    #expect(outcome.code == 1, "\(outcome.notes)")
    for word in ["p-002", "w-01"] { #expect(outcome.output.contains(word), "\(outcome.output)") }
    let json = try folder.run("check", "day.json", "mine.csv", "--format", "json")
    #expect(json.code == 1)
    #expect(json.output.contains("safeWindow"))
    #expect(TinyDocument.object(json.output) != nil)
  }

  @Test("names are joined in the text and never in the JSON")
  func names() throws {
    try folder.write("worker,visit,start\nw-01,p-002-morning,04:00\n", to: "mine.csv")
    try folder.write("id,name\nw-01,Ada Brook\n", to: "names.csv")
    #expect(try folder.run("check", "day.json", "mine.csv", "--names", "names.csv").output.contains("Ada Brook"))
    let json = try folder.run("check", "day.json", "mine.csv", "--names", "names.csv", "--format", "json")
    #expect(!json.output.contains("Ada Brook"))
  }

  @Test("a file that is no rota gives 65, one that is not there 74")
  func noRota() throws {
    try folder.write("{", to: "broken.json")
    #expect(try folder.run("check", "day.json", "broken.json").code == 65)
    try folder.write("colour\nblue\n", to: "broken.csv")
    #expect(try folder.run("check", "day.json", "broken.csv").code == 65)
    #expect(try folder.run("check", "day.json", "nowhere.csv").code == 74)
  }

  @Test("a day with a record left out gives 1 even where the rota keeps every rule")
  func quarantine() throws {
    var bad = day
    bad.change("visits", 0) { $0["demands"] = [["lengthMinutes": -5]] }
    try bad.write(to: "bad.json", in: folder)
    _ = try folder.run("rota", "bad.json", "--budget", "500", "--format", "json", "--out", "rota.json")
    let outcome = try folder.run("check", "bad.json", "rota.json")
    #expect(outcome.code == 1)
    #expect(outcome.notes.contains("left out"))
  }
}
