import Foundation
import Testing

@Suite("reable rota")
struct RotaCommandTests {
  private let folder: WorkFolder
  private let day: TinyDocument

  init() throws {
    folder = try WorkFolder()
    day = try TinyDocument(in: folder)
  }

  private func rota(_ more: String...) throws -> Program.Outcome {
    try Program.run(["rota", "day.json", "--budget", "2000"] + more, in: folder)
  }

  @Test("without --format it writes the page and the rota and prints a summary of at most 15 lines")
  func summary() throws {
    let outcome = try rota("--out", "here")
    #expect([0, 1].contains(outcome.code), "\(outcome.notes)")
    #expect(folder.files == ["day.json", "here/2026-11-24.html", "here/2026-11-24.json"])
    #expect(outcome.output.split(separator: "\n").count <= 15)
    #expect(outcome.output.contains("here/2026-11-24.html"))
    #expect(try folder.text("here/2026-11-24.html").contains("</html>"))
  }

  @Test(
    "each format goes to standard output alone, and to the file of --out with the same bytes",
    arguments: [
      ("json", "{"), ("csv", "\u{FEFF}what,"), ("html", "<!DOCTYPE html>"), ("table", ""),
    ])
  func formats(format: String, begin: String) throws {
    let shown = try rota("--format", format)
    #expect(shown.output.lowercased().hasPrefix(begin.lowercased()))
    #expect(!shown.output.isEmpty)
    let written = try rota("--format", format, "--out", "sub/file")
    #expect(written.output.isEmpty)
    #expect(written.code == shown.code)
    #expect(try folder.text("sub/file") == shown.output)
    #expect(folder.files == ["day.json", "sub/file"])
  }

  @Test("progress and notes go to standard error, and --quiet leaves nothing there")
  func streams() throws {
    let loud = try rota("--format", "json")
    #expect(!loud.notes.isEmpty)
    #expect(TinyDocument.object(loud.output) != nil)
    let quiet = try rota("--format", "json", "--quiet")
    #expect(quiet.notes.isEmpty)
    #expect(quiet.output == loud.output)
    #expect(quiet.code == loud.code)
  }

  @Test("what the machine was asked for is told at the end, and is no part of the rota")
  func use() throws {
    let loud = try rota("--format", "json")
    let line = try #require(loud.notes.split(separator: "\n").first { $0.hasPrefix("Used ") })
    #expect(line.contains(" s of processor time and at most ") && line.hasSuffix(" MB of memory."))
    #expect(!loud.output.contains("processor") && !loud.output.contains("memory"))
  }

  @Test("--from takes up a rota, as JSON or CSV, and says what had to be mended", arguments: ["json", "csv"])
  func from(format: String) throws {
    _ = try rota("--format", format, "--out", "first")
    let same = try rota("--from", "first", "--format", "json")
    #expect([0, 1].contains(same.code), "\(same.notes)")
    let start = try #require(try provenance(same)["start"] as? [String: Any])
    #expect((start["mended"] as? [Any])?.isEmpty == true, "\(start)")
    #expect("\(start["inputDigest"] ?? "")".count == 64)
    #expect(try rota("--from", "first", "--format", "json").output == same.output)
    var ill = day
    let workers = day.records("workers")
    ill.set("workers", Array(workers.dropFirst()))
    try ill.write(to: "ill.json", in: folder)
    let mended = try folder.run("rota", "ill.json", "--from", "first", "--budget", "500", "--out", "mended")
    #expect([0, 1].contains(mended.code), "\(mended.notes)")
    #expect(mended.output.contains("started from a rota: ") && mended.output.contains("dropped "), "\(mended.output)")
    #expect(try folder.text("mended/2026-11-24.html").contains("started from a rota: "))
    #expect(try folder.text("mended/2026-11-24.json").contains(#""rule": "knownRecords""#))
  }

  @Test("a rota of another day, and a file that is no rota, are refused with their codes")
  func fromWrongFile() throws {
    try folder.write(#"{"format": "reable-rota", "serviceDate": "2026-11-23", "runs": []}"#, to: "other.json")
    let other = try rota("--from", "other.json")
    #expect(other.code == 65 && other.notes.contains("[rota.otherDay]"), "\(other.notes)")
    let sheet = try rota("--format", "csv").output.replacingOccurrences(of: "2026-11-24", with: "2026-11-20")
    try folder.write(sheet, to: "other.csv")
    let earlier = try rota("--from", "other.csv")
    #expect(earlier.code == 65 && earlier.notes.contains("[rota.otherDay]"), "\(earlier.notes)")
    let none = try rota("--from", "day.json")
    #expect(none.code == 65 && none.notes.contains("[format.unknown]"), "\(none.notes)")
    try folder.write("colour\nblue\n", to: "broken.csv")
    #expect(try rota("--from", "broken.csv").code == 65)
    #expect(try rota("--from", "nowhere.json").code == 74)
    #expect(folder.files == ["broken.csv", "day.json", "other.csv", "other.json"])
  }

  @Test("off a terminal there is no control character, and a line for each stage and important change only")
  func plainProgress() throws {
    let outcome = try rota("--format", "json")
    #expect(!outcome.notes.contains("\u{1B}") && !outcome.notes.contains("\r"))
    #expect(outcome.notes.split(separator: "\n").count <= 12)
  }

  @Test("the same command twice gives the same bytes")
  func repeatable() throws {
    for format in ["json", "csv", "html", "table"] {
      #expect(try rota("--format", format).output == rota("--format", format).output, "\(format)")
    }
  }

  @Test("--solver greedy runs that stage alone")
  func greedy() throws {
    let outcome = try rota("--solver", "greedy", "--format", "json")
    let stages = try provenance(outcome)["stages"] as? [[String: Any]]
    #expect(stages?.compactMap { $0["name"] as? String } == ["greedy"])
  }

  @Test("--solver glpk works where GLPK does")
  func glpk() throws {
    #expect([0, 1].contains(try rota("--solver", "glpk", "--format", "json").code))
  }

  @Test("a tight --time-limit still gives a rota, which says what stopped it")
  func timeLimit() throws {
    _ = try folder.run("generate", "--preset", "small-borough", "--seed", "1", "--out", "big.json")
    let outcome = try folder.run("rota", "big.json", "--time-limit", "0.2", "--format", "json")
    #expect([0, 1].contains(outcome.code) && !outcome.isStuck)
    let stopped = try provenance(outcome)["stoppedBy"] as? String
    #expect(["deadline", "finished"].contains(stopped))
  }

  @Test("with more threads the same bytes")
  func threads() throws {
    let alone = try rota("--threads", "1", "--format", "json")
    for threads in ["2", "3"] {
      #expect(try rota("--threads", threads, "--format", "json").output == alone.output)
    }
    #expect(try rota("--format", "json").output == alone.output)
  }

  @Test("an uncovered essential call gives 1, a day without a gap 0")
  func uncovered() throws {
    var short = day
    short.set("workers", [[String: Any]]())
    try short.write(to: "nobody.json", in: folder)
    let outcome = try folder.run("rota", "nobody.json", "--format", "csv")
    #expect(outcome.code == 1)
    #expect(outcome.notes.contains("essential calls not covered"))
    _ = try folder.run("template", "own")
    #expect(try folder.run("rota", "own").code == 0)
  }

  @Test("a late first visit is no failure unless --fail-on late asks for it")
  func failOnLate() throws {
    var late = day
    late.set("visits", late.records("visits").filter { $0["kind"] as? String == "firstResponse" })
    late.set("workers", [[String: Any]]())
    late.change("referrals", 0) { $0["whereabouts"] = "home" }
    try late.write(to: "late.json", in: folder)
    let plain = try folder.run("rota", "late.json", "--format", "json", "--quiet")
    let strict = try folder.run("rota", "late.json", "--format", "json", "--quiet", "--fail-on", "late")
    #expect(strict.code == 1)
    #expect(strict.output == plain.output)
  }

  @Test("--as-of overrides the document's moment, and --date its service day")
  func overrides() throws {
    let later = try rota("--format", "json", "--as-of", "2026-11-24T09:00+00:00")
    let document = try #require(TinyDocument.object(later.output))
    #expect("\(document["asOf"] ?? "")".hasPrefix("2026-11-24T09:00"))
    let other = try folder.run("rota", "day.json", "--date", "2026-11-25", "--format", "json", "--quiet")
    if other.code == 0 || other.code == 1 {
      #expect(TinyDocument.object(other.output)?["serviceDate"] as? String == "2026-11-25")
    } else {
      #expect(other.code == 65)
    }
  }

  @Test("names are joined when printing and never in the JSON")
  func names() throws {
    try folder.write("id,name\np-002,Ada Brook\n", to: "names.csv")
    #expect(!(try rota("--format", "json", "--names", "names.csv").output.contains("Ada Brook")))
    #expect(try rota("--format", "table", "--names", "names.csv").output.contains("Ada Brook"))
    #expect(try rota("--format", "html", "--names", "names.csv").output.contains("Ada Brook"))
    #expect(try rota("--format", "csv", "--names", "nowhere.csv").code == 74)
  }

  @Test("a public instance is recognised in its folder and solved")
  func publicInstance() throws {
    let scenario = projectFolder.appendingPathComponent("Scenarios/uhhc-i-134").path
    let outcome = try folder.run("rota", scenario, "--format", "json", "--budget", "20000", "--quiet")
    #expect([0, 1].contains(outcome.code), "\(outcome.notes)")
    let runs = TinyDocument.object(outcome.output)?["runs"] as? [Any]
    #expect((runs?.count ?? 0) > 0)
  }

  private func provenance(_ outcome: Program.Outcome) throws -> [String: Any] {
    let document = try #require(TinyDocument.object(outcome.output), "\(outcome.notes)")
    return try #require(document["provenance"] as? [String: Any])
  }
}
