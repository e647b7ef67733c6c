import Foundation
import Testing

@Suite("reable plan")
struct PlanCommandTests {
  private let folder: WorkFolder

  init() throws {
    folder = try WorkFolder()
    let made = try folder.run(
      "generate", "--service", "--preset", "tiny", "--seed", "3", "--out", "service.json", "--names-out", "names.csv")
    try #require(made.code == 0, "\(made.notes)")
    try staffed()
  }

  /// So small a service has nobody on some evenings; here everybody works early every day, and somebody like them late.
  private func staffed() throws {
    var root = try #require(TinyDocument.object(try folder.text("service.json")))
    let workers = try #require(root["workers"] as? [[String: Any]])
    let week = "monday tuesday wednesday thursday friday saturday sunday".split(separator: " ")
    root["workers"] = workers.flatMap { worker in
      [("", "07:00", "15:00"), ("-late", "15:00", "23:00")].map { suffix, from, until in
        var worker = worker.filter { $0.key != "leave" && $0.key != "sickness" && $0.key != "rosterChanges" }
        worker["id"] = (worker["id"] as? String ?? "") + suffix
        let shifts = week.map { ["weekday": String($0), "from": from, "until": until] }
        worker["roster"] = ["anchor": "2026-01-05", "weeks": [["shifts": shifts]]]
        return worker
      }
    }
    try JSONSerialization.data(withJSONObject: root).write(to: folder.url.appendingPathComponent("service.json"))
  }

  private func plan(_ more: String...) throws -> Program.Outcome {
    try Program.run(["plan", "service.json", "--quiet"] + more, in: folder)
  }

  /// How each format begins.
  private static let openings = [
    "summary": "", "table": "", "json": "{\n  \"format\": \"reable-plan\",", "html": "<!DOCTYPE html>",
    "csv": "date,part,from,until,person,name,call,",
  ]

  @Test(
    "each format has its own look, the same bytes twice, and the same text in a file", arguments: openings.keys.sorted()
  )
  func formats(format: String) throws {
    let outcome = try plan("--format", format)
    #expect(outcome.code == 0 && outcome.notes.isEmpty, "\(outcome.notes)")
    #expect(outcome.output.hasPrefix(PlanCommandTests.openings[format] ?? "?"))
    #expect(try plan("--format", format).output == outcome.output)
    #expect(try plan("--format", format, "--out", "plan.out").output.isEmpty)
    #expect(try folder.text("plan.out") == outcome.output)
  }

  @Test("the plan before is where it begins: nothing has changed since itself, and a file that is no plan is refused")
  func previous() throws {
    #expect(try plan("--format", "json", "--out", "before.json").code == 0)
    let again = try plan("--previous", "before.json")
    #expect(again.code == 0 && again.output.contains("\nNothing has changed since the plan before.\n"))
    let wrong = try plan("--previous", "service.json")
    #expect(wrong.code == 65 && wrong.notes.contains("document.format"))
    #expect(try plan("--previous", "nowhere.json").code == 74)
  }

  @Test("a summary is what one gets unless asked for something else; it says that the people are invented")
  func summary() throws {
    let outcome = try plan()
    #expect(try plan("--format", "summary").output == outcome.output)
    #expect(outcome.output.contains("(invented people): to "))
    for part in ["\nTo do\n", "\nProof: "] { #expect(outcome.output.contains(part), "\(part)") }
  }

  @Test("a borough's plan comes in every format, and each says the same starts")
  func borough() throws {
    let made = try folder.run(
      "generate", "--service", "--preset", "small-borough", "--mix", "tight", "--out", "service.json")
    #expect(made.code == 0)
    var texts: [String: String] = [:]
    for format in PlanCommandTests.openings.keys.sorted() {
      let outcome = try plan("--format", format)
      // Short of staff, it leaves essential calls without a place.
      #expect(outcome.code == 1 && outcome.notes.isEmpty, "\(outcome.notes)")
      texts[format] = outcome.output
    }
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data((texts["json"] ?? "").utf8)) as? [String: Any])
    let starts = try #require(root["starts"] as? [[String: Any]])
    let calls = try #require(root["calls"] as? [[String: Any]])
    let beyond = try #require(root["beyondLimit"] as? [[String: Any]])
    #expect(!starts.isEmpty)
    #expect((texts["csv"] ?? "").split(separator: "\r\n").count == 1 + beyond.count + calls.count)
    let summary = texts["summary"] ?? ""
    #expect(summary.contains("Starts  \(starts.count) wait: "))
    #expect(summary.split(separator: "\n").allSatisfy { $0.count <= 100 })
    for start in starts {
      let referral = try #require(start["referral"] as? String)
      #expect((texts["html"] ?? "").contains("<code>\(referral)</code>"), "\(referral)")
    }
  }

  @Test("csv has every call, or with --sheet the load, which no other format takes")
  func sheets() throws {
    let load = try plan("--format", "csv", "--sheet", "load", "--days", "7")
    #expect(load.code == 0 && load.output.hasPrefix("date,part,by,of,contact_minutes,"), "\(load.notes)")
    let groups = Set(load.output.split(separator: "\r\n").dropFirst().map { $0.split(separator: ",")[2...3] })
    #expect(load.output.split(separator: "\r\n").count == 1 + groups.count * 7 * 4)
    #expect(try plan("--format", "csv", "--sheet", "calls").output == plan("--format", "csv").output)
    #expect(try plan("--sheet", "load").code == 64)
  }

  @Test("a folder with service.json is as good as the file")
  func serviceFolder() throws {
    #expect(try folder.run("plan", ".").output == plan().output)
  }

  @Test("one person's weeks alone; somebody the service doesn't know is refused, and nothing is written")
  func person() throws {
    let root = try #require(TinyDocument.object(try folder.text("service.json")))
    let episodes = try #require(root["episodes"] as? [[String: Any]])
    let running = try #require(episodes.first { $0["state"] as? String == "active" || $0["state"] == nil })
    let id = try #require(running["person"] as? String)
    let outcome = try plan("--person", id)
    #expect(outcome.code == 0 && outcome.output.hasPrefix("\(id)\n"), "\(outcome.output)\(outcome.notes)")
    let unknown = try plan("--person", "nobody", "--out", "weeks.txt")
    #expect(unknown.code == 65 && unknown.output.isEmpty && unknown.notes.contains("--person nobody"))
    #expect(!folder.files.contains("weeks.txt"))
    let part = try #require(TinyDocument.object(try plan("--person", id, "--format", "json").output))
    let calls = try #require(part["calls"] as? [[String: Any]])
    #expect(part["person"] as? String == id && calls.allSatisfy { $0["person"] as? String == id })
    let rows = try plan("--person", id, "--format", "csv").output.split(separator: "\r\n").dropFirst()
    #expect(!rows.isEmpty && rows.count == calls.count && rows.allSatisfy { $0.contains(",\(id),") })
    let load = try plan("--person", id, "--format", "csv", "--sheet", "load")
    #expect(load.code == 64 && load.output.isEmpty && load.notes.contains("--person goes with --sheet calls alone"))
    for format in ["html", "table"] {
      let refused = try plan("--person", id, "--format", format)
      #expect(refused.code == 64 && refused.output.isEmpty && refused.notes.contains("leave --format \(format) out"))
    }
  }

  @Test("with names, one person's weeks by name, too; whoever may be meant is listed where it is not one alone")
  func personByName() throws {
    let rows = try folder.text("names.csv").split(whereSeparator: \.isNewline).dropFirst().map(String.init)
    let root = try #require(TinyDocument.object(try folder.text("service.json")))
    let known = try #require(root["people"] as? [[String: Any]]).compactMap { $0["id"] as? String }
    let people = rows.map { $0.split(separator: ",").map(String.init) }.filter { known.contains($0[0]) }
    let (one, other) = (try #require(people.first), try #require(people.last))
    try folder.write(
      "id,name\n\(one[0]),Mrs Ada Example\n\(other[0]),Mr Bob Example\n", to: "own.csv")
    func weeks(_ name: String) throws -> Program.Outcome { try plan("--names", "own.csv", "--person", name) }
    let byID = try weeks(one[0])
    #expect(byID.code == 0 && byID.output.contains("Mrs Ada Example\n"))
    for name in ["Mrs Ada Example", "mrs ada example", "ada"] {
      #expect(try weeks(name).output == byID.output, "\(name)")
    }
    let both = try weeks("Example")
    #expect(both.code == 65 && both.output.isEmpty)
    for id in [one[0], other[0]] { #expect(both.notes.contains(id), "\(both.notes)") }
    #expect(try weeks("Ada Nobody").code == 65)
    #expect(try plan("--person", "Mrs Ada Example").code == 65)
  }

  @Test("days beyond the horizon are refused", arguments: ["0", "85", "-1", "many", "1.5"])
  func daysOutOfRange(days: String) throws {
    let outcome = try plan("--days=\(days)", "--out", "plan.out")
    #expect(outcome.code == 64 && outcome.output.isEmpty && !outcome.notes.isEmpty)
    #expect(!folder.files.contains("plan.out"))
  }

  @Test("the plan ends with the last of the days that are asked for", arguments: [1, 84])
  func horizon(days: Int) throws {
    let outcome = try plan("--days", "\(days)", "--format", "json")
    #expect(outcome.code == 0, "\(outcome.notes)")
    let root = try #require(TinyDocument.object(outcome.output))
    let roles = try #require(root["capacityByRole"] as? [String: [[String: Any]]])
    #expect(!roles.isEmpty && roles.values.allSatisfy { $0.count == 4 * days })
    let last = try #require(root["lastDay"] as? String)
    let calls = try #require(root["calls"] as? [[String: Any]])
    #expect(calls.allSatisfy { ($0["date"] as? String ?? "?") <= last })
  }

  @Test("the moment may be another one of the service's today, and no other day's")
  func asOf() throws {
    let usual = try #require(TinyDocument.object(try plan("--format", "json").output))
    let date = try #require(usual["firstDay"] as? String)
    let later = try plan("--as-of", "10:30", "--format", "json")
    #expect(later.code == 0, "\(later.notes)")
    let root = try #require(TinyDocument.object(later.output))
    #expect((root["asOf"] as? String)?.hasPrefix("\(date)T10:30") == true && root["firstDay"] as? String == date)
    #expect(try plan("--as-of", "\(date) 10:30", "--format", "json").output == later.output)
    #expect(try plan("--as-of", "noon").code == 64)
    for (moment, code) in [
      ("2020-01-01T09:00Z", "asOf.beforeDay"), ("2100-01-01T09:00Z", "asOf.afterDay"), ("\(date)T09:00", "time.zone"),
    ] {
      let outcome = try plan("--as-of", moment, "--out", "plan.out")
      #expect(outcome.code == (code == "time.zone" ? 64 : 65), "\(outcome.notes)")
      #expect(!folder.files.contains("plan.out"))
      if code != "time.zone" { #expect(outcome.notes.contains("[\(code)]"), "\(outcome.notes)") }
    }
  }

  @Test("calls and contact time may be shown from a later day on, of the same plan; starts and tasks stay whole")
  func from() throws {
    let whole = try #require(TinyDocument.object(try plan("--format", "json", "--days", "20").output))
    let first = try #require(whole["lastDay"] as? String)
    let part = try #require(
      TinyDocument.object(try plan("--format", "json", "--days", "1", "--from", first).output))
    #expect(part["firstDay"] as? String == first && part["lastDay"] as? String == first)
    func text(_ root: [String: Any], _ key: String) throws -> String {
      String(
        decoding: try JSONSerialization.data(withJSONObject: root[key] ?? [], options: .sortedKeys), as: UTF8.self)
    }
    for key in ["starts", "tasks", "breaches"] { #expect(try text(part, key) == text(whole, key), "\(key)") }
    let shown = try #require(part["calls"] as? [[String: Any]])
    let all = try #require(whole["calls"] as? [[String: Any]])
    #expect(shown.count == all.count { $0["date"] as? String == first })
    let roles = try #require(part["capacityByRole"] as? [String: [[String: Any]]])
    #expect(!roles.isEmpty && roles.values.allSatisfy { $0.count == 4 })
    let summary = try plan("--from", first, "--days", "14").output
    #expect(summary.contains(": from ") && summary.contains("the two weeks from "))
    #expect(try plan("--from", "soon").code == 64)
    for days in [["--from", "2020-01-01"], ["--from", first, "--days", "84"]] {
      let outcome = try Program.run(["plan", "service.json", "--quiet", "--out", "plan.out"] + days, in: folder)
      #expect(outcome.code == 65 && outcome.notes.contains("--from"), "\(outcome.notes)")
      #expect(!folder.files.contains("plan.out"))
    }
  }

  @Test("a day's document is no service: it is refused with a code, and an older plan stays as it was")
  func dayDocument() throws {
    try folder.write("old", to: "plan.out")
    #expect(try folder.run("generate", "--preset", "tiny", "--out", "day.json").code == 0)
    let outcome = try folder.run("plan", "day.json", "--out", "plan.out")
    #expect(outcome.code == 65 && outcome.output.isEmpty)
    #expect(outcome.notes.contains("[document.format]"), "\(outcome.notes)")
    #expect(try folder.text("plan.out") == "old")
  }

  @Test("what can't be read or written gives 74, and leaves nothing half-written")
  func files() throws {
    #expect(try folder.run("plan", "nowhere.json").code == 74)
    #expect(try plan("--names", "nowhere.csv").code == 74)
    let empty = folder.url.appendingPathComponent("empty")
    try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: false)
    let nothing = try folder.run("plan", "empty")
    #expect(nothing.code == 74 && nothing.notes == "no service.json and no CSV files in empty\n")
    let before = folder.files
    let outcome = try plan("--format", "html", "--out", "service.json/plan.html")
    #expect(outcome.code == 74 && outcome.output.isEmpty && !outcome.notes.isEmpty)
    #expect(folder.files == before)
    #expect(try plan("--out", "plan.out").code == 0)
    #expect(folder.files == (before + ["plan.out"]).sorted())
  }

  @Test("a bad record is set aside, named in every format, and said by the exit code; or everything is refused")
  func badRecord() throws {
    var root = try #require(TinyDocument.object(try folder.text("service.json")))
    var episodes = try #require(root["episodes"] as? [[String: Any]])
    episodes[0]["startDate"] = "2026-13-01"
    root["episodes"] = episodes
    let id = try #require(episodes[0]["id"] as? String)
    try JSONSerialization.data(withJSONObject: root).write(to: folder.url.appendingPathComponent("service.json"))
    let marks = [
      "summary": "NOT IN THIS PLAN  episode \(id)\n", "table": "NOT IN THIS PLAN  episode \(id)\n",
      "html": "NOT IN THIS PLAN: ",
      "json": "{\"kind\": \"episode\", \"id\": \"\(id)\"}",
    ]
    for format in PlanCommandTests.openings.keys.sorted() {
      let outcome = try plan("--format", format)
      #expect(outcome.code == 1 && outcome.notes.contains("episodes[\(id)]"), "\(format): \(outcome.notes)")
      if let mark = marks[format] { #expect(outcome.output.contains(mark), "\(format)") }
    }
    let weeks = try plan("--person", id)
    #expect(weeks.code == 1 && weeks.output.contains("left out: episode \(id)"), "\(weeks.output)\(weeks.notes)")
    let refused = try plan("--refuse-bad-records", "--out", "plan.out")
    #expect(refused.code == 65 && !folder.files.contains("plan.out"))
  }

  @Test("an essential call without a place ends it as it ends the day's rota, after the plan has been written")
  func exitCode() throws {
    var root = try #require(TinyDocument.object(try folder.text("service.json")))
    root["workers"] = [[String: Any]]()
    try JSONSerialization.data(withJSONObject: root).write(to: folder.url.appendingPathComponent("service.json"))
    let rota = try folder.run("rota", "service.json", "--format", "json", "--out", "rota.json")
    let outcome = try folder.run("plan", "service.json", "--format", "json", "--out", "plan.out")
    #expect(rota.code == 1 && outcome.code == 1)
    #expect(outcome.notes.contains("Not complete: essential calls without a place"))
    #expect(try folder.text("plan.out").hasPrefix("{"))
    #expect(try plan("--without-rotas").code == 0)
    // Nobody works: every format says of the calls that nobody is on duty.
    let marks = [
      "summary": "\nNobody on duty who may  ", "table": "\nNobody on duty who may ", "html": "id=\"duty-heading\"",
      "json": "\"nobodyOnDuty\": true", "csv": ",yes,\r\n",
    ]
    for (format, mark) in marks {
      #expect(try plan("--without-rotas", "--format", format).output.contains(mark), "\(format)")
    }
  }

  @Test("names are joined where people read, and stay out of the document for programs")
  func names() throws {
    let rows = try folder.text("names.csv").split(whereSeparator: \.isNewline).dropFirst()
    let names = rows.compactMap { $0.split(separator: ",").last.map(String.init) }
    func shown(_ format: String) throws -> Int {
      let text = try plan("--format", format, "--names", "names.csv").output
      return names.count { text.contains($0) }
    }
    for format in ["summary", "table", "html", "csv"] { #expect(try shown(format) > 0, "\(format)") }
    #expect(try shown("json") == 0)
  }
}
