import Foundation
import Testing

@Suite("reable generate")
struct GenerateCommandTests {
  private let folder: WorkFolder

  init() throws { folder = try WorkFolder() }

  @Test("a preset without --service is a day, as ever")
  func day() throws {
    #expect(try folder.run("generate", "--preset", "tiny").output.contains("\"format\": \"reable-day\""))
    #expect(try folder.run("generate", "--preset", "small-borough-2x").output.contains("\"format\": \"reable-day\""))
  }

  @Test(
    "a whole service comes by --service, by its preset, or by what only a service has",
    arguments: [
      ["--service", "--preset", "tiny"], ["--preset", "inner-london"], ["--preset", "tiny", "--mix", "tight"],
      ["--starts-per-week", "2.5"],
    ])
  func service(arguments: [String]) throws {
    let outcome = try Program.run(["generate"] + arguments, in: folder)
    #expect(outcome.code == 0 && outcome.notes.isEmpty)
    #expect(outcome.output.contains("\"format\": \"reable-service\""))
    #expect(try Program.run(["generate"] + arguments, in: folder).output == outcome.output)
  }

  @Test("a day of a generated service is valid, on its own date and a week later")
  func validDay() throws {
    #expect(
      try folder.run("generate", "--service", "--seed", "4", "--out", "service.json", "--names-out", "n.csv").code == 0)
    for date in ["2026-11-24", "2026-12-01"] {
      let outcome = try folder.run("validate", "service.json", "--date", date)
      #expect(outcome.code == 0, "\(outcome.notes)")
    }
    #expect(try folder.text("n.csv").hasPrefix("id,name\n"))
  }

  @Test("settings of a file have the last word, and change what is made")
  func settings() throws {
    try folder.write("{\"startsPerYear\": 80, \"bookedDays\": 3}", to: "mine.json")
    let plain = try folder.run("generate", "--service", "--preset", "tiny")
    let mine = try folder.run("generate", "--preset", "tiny", "--settings", "mine.json")
    #expect(mine.code == 0 && mine.output != plain.output)
  }

  @Test("all mistakes of a settings file are told at once, with the nearest known key")
  func badSettings() throws {
    try folder.write("{\"twoPersnPerMille\": 3, \"ruralPerMille\": 2000, \"windowMinutes\": \"x\"}", to: "bad.json")
    let outcome = try folder.run("generate", "--settings", "bad.json", "--out", "service.json")
    #expect(outcome.code == 65 && outcome.output.isEmpty)
    for word in ["3 problems", "Maybe twoPersonPerMille", "0 to 1000", "windowMinutes: a whole number", "bad.json:1:2"]
    {
      #expect(outcome.notes.contains(word), "\(word)")
    }
    #expect(!folder.files.contains("service.json"))
    for text in ["[1]", "", "{", "hello"] {
      try folder.write(text, to: "bad.json")
      #expect(try folder.run("generate", "--settings", "bad.json").code == 65)
    }
    #expect(try folder.run("generate", "--settings", "nowhere.json").code == 74)
  }

  @Test("--describe writes a page beside the document, or in its place")
  func describe() throws {
    #expect(try folder.run("generate", "--preset", "tiny", "--describe", "--out", "tiny.json").code == 0)
    #expect(try folder.text("tiny.html").hasPrefix("<!DOCTYPE html>"))
    #expect(try folder.text("tiny.json").contains("reable-service"))
    #expect(try folder.run("generate", "--preset", "tiny", "--describe").output.hasPrefix("<!DOCTYPE html>"))
  }

  @Test("--map writes the map of the page as a file of its own")
  func map() throws {
    #expect(try folder.run("generate", "--preset", "tiny", "--out", "tiny.json", "--map", "map.svg").code == 0)
    let drawing = try folder.text("map.svg")
    #expect(drawing.hasPrefix("<svg ") && drawing.hasSuffix("</svg>\n") && drawing.contains("<style>"))
    #expect(drawing.contains("xmlns=\"http://www.w3.org/2000/svg\""))
  }

  @Test("the map that the documentation shows is the one that the program makes")
  func documentedMap() throws {
    let name = "county-leicestershire-like"
    #expect(try folder.run("generate", "--preset", name, "--out", "service.json", "--map", "map.svg").code == 0)
    let shown = projectFolder.appendingPathComponent("Documentation/pictures/\(name).svg")
    let isSame = try folder.text("map.svg") == String(contentsOf: shown, encoding: .utf8)
    #expect(isSame, "Documentation/generator-settings.md has the command that draws it anew")
  }

  @Test(
    "wrong usage gives 64",
    arguments: [
      ["--preset", "inner-londn"], ["--preset", "small-borough-2x", "--service"], ["--mix", "lose"],
      ["--starts-per-week", "0"], ["--starts-per-week", "nan"], ["--scenario", "overdue", "--service"],
    ])
  func usage(arguments: [String]) throws {
    let outcome = try Program.run(["generate"] + arguments, in: folder)
    #expect(outcome.code == 64 && outcome.output.isEmpty && !outcome.notes.isEmpty)
  }

  @Test("more starts a week than the largest service has are refused with the limit")
  func tooManyStarts() throws {
    let outcome = try folder.run("generate", "--starts-per-week", "383.6")
    #expect(outcome.code == 64 && outcome.output.isEmpty)
    #expect(outcome.notes.contains("between 0.1 and 383.5"))
  }

  @Test("a document named like a page is refused where a page is wanted beside it, and may be named so alone")
  func documentNamedLikePage() throws {
    for name in ["page.html", "page.HTML"] {
      let outcome = try folder.run("generate", "--preset", "tiny", "--describe", "--out", name)
      #expect(outcome.code == 64 && outcome.notes.contains("page.json"))
      #expect(folder.files.isEmpty)
    }
    #expect(try folder.run("generate", "--service", "--preset", "tiny", "--out", "page.html").code == 0)
  }

  @Test(
    "two outputs of one name are refused, and nothing is written",
    arguments: [
      ["--out", "a.json", "--map", "a.json"], ["--out", "a.json", "--describe", "--map", "./a.html"],
      ["--out", "a.json", "--names-out", "a.json"],
    ])
  func oneNameTwice(arguments: [String]) throws {
    let outcome = try Program.run(["generate", "--preset", "tiny"] + arguments, in: folder)
    #expect(outcome.code == 64 && outcome.notes.contains("name the same file"))
    #expect(folder.files.isEmpty)
  }

  @Test("a device takes several outputs")
  func devices() throws {
    #expect(try folder.run("generate", "--preset", "tiny", "--out", "/dev/null", "--map", "/dev/null").code == 0)
  }

  @Test("a misspelt scenario is told with the nearest known one")
  func misspeltScenario() throws {
    #expect(try folder.run("generate", "--scenario", "overdu").notes.contains("Maybe overdue?"))
  }

  @Test("a setting that is no number is shown as it was written")
  func shownSetting() throws {
    for text in ["true", "\"many\"", "null"] {
      try folder.write("{\"womenPerMille\": \(text)}", to: "bad.json")
      #expect(try folder.run("generate", "--settings", "bad.json").notes.contains("found \(text);"), "\(text)")
    }
  }

  @Test("a date in either way of writing is the service's own", arguments: ["30/11/2026", "2026-11-30"])
  func serviceDate(date: String) throws {
    let outcome = try folder.run("generate", "--service", "--preset", "tiny", "--date", date)
    #expect(outcome.output.contains("\"asOf\": \"2026-11-30T"))
  }
}
