import Foundation
import Testing

@Suite("reable export")
struct ExportCommandTests {
  private let folder: WorkFolder
  private let day: TinyDocument

  init() throws {
    folder = try WorkFolder()
    day = try TinyDocument(in: folder)
    _ = try rota()
  }

  @discardableResult private func rota(_ extra: String...) throws -> Program.Outcome {
    try Program.run(
      ["rota", "day.json", "--budget", "2000", "--format", "json", "--out", "rota.json", "--quiet"] + extra, in: folder)
  }

  private func export(_ arguments: String...) throws -> Program.Outcome {
    try Program.run(["export", "day.json", "rota.json", "--format"] + arguments, in: folder)
  }

  /// The calendars' texts, one after the other.
  private func calendars(in name: String) throws -> String {
    try folder.files.filter { $0.hasPrefix("\(name)/") }.map(folder.text).joined()
  }

  @Test("writes a calendar for each worker with calls; the same again when nothing has changed")
  func calendars() throws {
    let made = try export("ical", "--out", "diary")
    #expect([0, 1].contains(made.code), "\(made.notes)")
    let first = try calendars(in: "diary")
    #expect(first.contains("BEGIN:VEVENT") && !first.contains("SEQUENCE:1"))
    _ = try export("ical", "--out", "diary")
    #expect(try calendars(in: "diary") == first)
  }

  @Test("a call that is no longer in the rota is cancelled in the calendars that are there")
  func dropped() throws {
    _ = try export("ical", "--out", "diary")
    try folder.write("{\"runs\": []}", to: "rota.json")
    let outcome = try export("ical", "--out", "diary")
    #expect(outcome.notes.contains("doesn't say of which document"))
    let text = try calendars(in: "diary")
    #expect(text.contains("STATUS:CANCELLED") && !text.contains("STATUS:CONFIRMED"))
    #expect(text.contains("SEQUENCE:1"))
  }

  @Test("names reach a calendar as initials alone, and FHIR not at all")
  func privacy() throws {
    let people = day.records("people").compactMap { $0["id"] as? String }
    #expect(!people.isEmpty)
    let names = people.map { "\($0),Mrs Zenobia Quillfeather \($0)" }.joined(separator: "\n")
    try folder.write("id,name\n\(names)\nw-01,Ada Brook\n", to: "names.csv")
    _ = try export("ical", "--out", "diary", "--names", "names.csv")
    _ = try export("fhir", "--out", "rota.fhir.json", "--names", "names.csv")
    let calendars = try calendars(in: "diary")
    #expect(calendars.contains("SUMMARY:Call "))
    for text in [calendars, try folder.text("rota.fhir.json")] {
      for name in ["Zenobia", "Quillfeather", "Brook"] { #expect(!text.contains(name)) }
    }
    let homes = day.records("places").compactMap { ($0["latitude"] as? NSNumber)?.description }
    for home in homes { #expect(!calendars.contains(home)) }
  }

  @Test("a rota of a day that has been changed since gives 65 and writes nothing; reable check still takes it")
  func stale() throws {
    var changed = day
    changed.set("title", "Another morning")
    try changed.write(to: "day.json", in: folder)
    for arguments in [["ical", "--out", "diary"], ["fhir", "--out", "rota.fhir.json"]] {
      let outcome = try Program.run(["export", "day.json", "rota.json", "--format"] + arguments, in: folder)
      #expect(outcome.code == 65 && outcome.notes.contains("rota.otherDigest"), "\(outcome.notes)")
    }
    #expect(!folder.files.contains { $0.hasPrefix("diary") || $0 == "rota.fhir.json" })
    #expect([0, 1].contains(try folder.run("check", "day.json", "rota.json").code))
  }

  @Test("an older rota does not overwrite what a newer one has told people")
  func older() throws {
    try rota("--as-of", "09:00")
    _ = try export("ical", "--out", "diary", "--as-of", "09:00")
    let before = try calendars(in: "diary")
    #expect(!before.isEmpty)
    try rota()
    let outcome = try export("ical", "--out", "diary")
    #expect(outcome.code == 65 && outcome.notes.contains("calendar.later"), "\(outcome.notes)")
    #expect(try calendars(in: "diary") == before)
  }

  @Test("a rota that breaks a rule by choice is not handed out")
  func broken() throws {
    try folder.write("worker,visit,start\nw-01,p-002-morning,04:00\n", to: "rota.json")
    for format in ["ical", "fhir"] {
      let outcome = try export(format, "--out", "out")
      #expect(outcome.code == 65 && outcome.notes.contains("rota.notPublishable"), "\(outcome.notes)")
    }
    #expect(!folder.files.contains { $0.hasPrefix("out") })
  }

  @Test("pages to print have names where they are given, and a rota that breaks a rule is headed by it")
  func pages() throws {
    let worker = try #require(day.records("workers").first?["id"] as? String)
    try folder.write("id,name\n\(worker),Ada Brook\n", to: "names.csv")
    for format in ["runs", "desk"] {
      let page = try export(format, "--names", "names.csv", "--quiet")
      #expect([0, 1].contains(page.code) && page.output.contains("Ada Brook"), "\(page.notes)")
      #expect(try !export(format, "--quiet").output.contains("Ada Brook"))
    }
    let person = try #require(day.records("people").first?["id"] as? String)
    try folder.write("id,name,phone\n\(person),Mrs Example,020 7946 0000\n", to: "names.csv")
    #expect(try export("phones", "--names", "names.csv", "--quiet").output.contains("020 7946 0000"))
    try folder.write("worker,visit,start\nw-01,p-002-morning,04:00\n", to: "rota.json")
    #expect(try export("runs", "--quiet").output.contains("THIS ROTA BREAKS A RULE"))
  }

  @Test("FHIR goes to standard output, the same bytes each time")
  func fhir() throws {
    let first = try export("fhir", "--quiet")
    #expect(TinyDocument.object(first.output)?["resourceType"] as? String == "Bundle", "\(first.notes)")
    #expect(first.notes.isEmpty)
    #expect(try export("fhir", "--quiet").output == first.output)
  }

  @Test("calendars need a folder, and --previous needs calendars")
  func usage() throws {
    #expect(try export("ical").code == 64)
    #expect(try export("fhir", "--previous", "diary").code == 64)
  }
}
