import Foundation
import Testing

@Suite("The command line as a whole")
struct CommandLineTests {
  private let folder: WorkFolder

  init() throws { folder = try WorkFolder() }

  @Test("--version says the version and the build")
  func version() throws {
    let outcome = try folder.run("--version")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("build"))
    #expect(outcome.output.first?.isNumber ?? false)
  }

  @Test(
    "the help of each command has an example and names each option",
    arguments: [
      (
        "rota",
        [
          "--date", "--as-of", "--solver", "--budget", "--time-limit", "--threads", "--seed", "--names", "--out",
          "--format",
          "--fail-on",
          "--refuse-bad-records", "--quiet",
        ]
      ), ("check", ["--names", "--format", "--date", "--as-of", "--refuse-bad-records"]),
      ("validate", ["--refuse-bad-records"]), ("template", ["<folder>", "--service"]),
      ("plan", ["--as-of", "--from", "--days", "--person"]),
      ("generate", ["--preset", "--seed", "--out", "--date", "--names-out"]),
    ])
  func help(command: String, options: [String]) throws {
    let outcome = try folder.run(command, "--help")
    #expect(outcome.code == 0)
    #expect(outcome.output.contains("Example"))
    #expect(outcome.output.contains("reable \(command) "))
    for option in options { #expect(outcome.output.contains(option), "\(option)") }
  }

  @Test(
    "wrong usage gives 64, with nothing on standard output",
    arguments: [
      ["nonsense"], ["rota"], ["rota", "x", "--budget", "-1"], ["rota", "x", "--budget", "many"],
      ["rota", "x", "--time-limit", "0"], ["rota", "x", "--time-limit", "nan"], ["rota", "x", "--threads", "0"],
      ["rota", "x", "--threads", "65"], ["rota", "x", "--format", "pdf"],
      ["rota", "x", "--date", "2026-02-30"], ["rota", "x", "--as-of", "noon"], ["rota", "x", "--fail-on", "early"],
      ["rota", "x", "--buget", "3"], ["check", "x"], ["generate", "--preset", "none"], ["generate", "--date", "soon"],
      ["template"],
    ])
  func usage(arguments: [String]) throws {
    let outcome = try Program.run(arguments, in: folder)
    #expect(outcome.code == 64)
    #expect(outcome.output.isEmpty)
    #expect(!outcome.notes.isEmpty)
  }

  @Test("a template makes a rota as it is, and is never overwritten")
  func template() throws {
    #expect(try folder.run("template", "own").code == 0)
    try folder.write("mine", to: "own/README.txt")
    let made = try folder.run("rota", "own")
    #expect(made.code == 0, "\(made.notes)")
    let again = try folder.run("template", "own")
    #expect(again.code == 74)
    #expect(again.notes.contains("already there"))
    #expect(try folder.text("own/README.txt") == "mine")
  }

  @Test("the template of a whole service is planned as it is, and any of its days is rostered")
  func serviceTemplate() throws {
    #expect(try folder.run("template", "--service", "own").code == 0)
    let plan = try folder.run("plan", "own", "--quiet")
    #expect(plan.code == 0 && plan.notes.isEmpty, "\(plan.notes)")
    #expect(plan.output.contains("1 wait: 1 have a day, 0 of them late"))
    for date in [["--date", "24/11/2026"], ["--date", "2026-11-28"], []] {
      let rota = try Program.run(["rota", "own", "--format", "csv"] + date, in: folder)
      #expect(rota.code == 0, "\(date): \(rota.notes)")
      #expect(rota.output.contains("e-001-morning-"))
    }
    #expect(try folder.run("validate", "own").code == 0)
    let before = try folder.text("own/packages.csv")
    #expect(try folder.run("plan", "own", "--out", "own/packages.csv").code == 64)
    #expect(try folder.text("own/packages.csv") == before)
    try folder.write(before + "e-001,,10/11/2026,tea\r\n", to: "own/packages.csv")
    let bad = try folder.run("plan", "own", "--quiet")
    #expect(bad.code == 1 && bad.notes.contains("packages.csv:5:1") && bad.output.contains("episode e-001"))
    #expect(try folder.run("plan", "own", "--refuse-bad-records").code == 65)
    #expect(try folder.run("template", "day").code == 0)
    let day = try folder.run("plan", "day")
    #expect(day.code == 65 && day.notes.contains("is a day"))
  }

  @Test("the same preset, seed and date give the same bytes; another seed gives others")
  func generate() throws {
    let one = try folder.run("generate", "--preset", "tiny", "--seed", "5")
    #expect(try folder.run("generate", "--preset", "tiny", "--seed", "5").output == one.output)
    #expect(try folder.run("generate", "--preset", "tiny", "--seed", "6").output != one.output)
    #expect(one.notes.isEmpty)
    try folder.write(one.output, to: "day.json")
    #expect(try folder.run("validate", "day.json").code == 0)
  }

  @Test("what can't be written gives 74, and no half-written file stays", arguments: ["json", "summary"])
  func unwritable(format: String) throws {
    _ = try TinyDocument(in: folder)
    // A file stands where a folder is needed: no user may write there, not even root.
    try folder.write("in the way", to: "taken")
    let outcome = try folder.run(
      "rota", "day.json", "--budget", "500", "--format", format, "--out", format == "summary" ? "taken" : "taken/rota")
    #expect(outcome.code == 74)
    #expect(outcome.output.isEmpty)
    #expect(outcome.notes.contains("can't be written"))
    #expect(folder.files == ["day.json", "taken"])
    #expect(try folder.text("taken") == "in the way")
  }

  @Test("a file that can't take its name leaves nothing behind")
  func directoryInTheWay() throws {
    _ = try TinyDocument(in: folder)
    try FileManager.default.createDirectory(
      at: folder.url.appendingPathComponent("rota.json/inner"), withIntermediateDirectories: true)
    let outcome = try folder.run("rota", "day.json", "--budget", "500", "--format", "json", "--out", "rota.json")
    #expect(outcome.code == 74)
    #expect(folder.files == ["day.json"])
  }
}
