import CareModel
import Foundation
import Interchange
import Quantities
import RotaChecking
import Testing

@Suite("A repair as a document and as a sheet")
struct RepairDocumentTests {
  private let caseload: Caseload
  private let checked: CheckedRota

  init() throws {
    caseload = try #require(RotaSample.caseload)
    checked = try RotaSample.checked(caseload, provenance: RotaSample.provenance(caseload))
  }

  private var events: [DayEvent] {
    [
      DayEvent(
        id: EventID("e-1"), at: RotaSample.at("10:00", caseload), reportedBy: "desk",
        matter: .workerOff(WorkerID("w-02"), from: RotaSample.at("10:00", caseload)))
    ]
  }

  private var report: RepairReport {
    func placement(_ workers: [String], _ time: String) -> Visit.Placement {
      Visit.Placement(workers: workers.map { WorkerID($0) }, start: RotaSample.at(time, caseload))
    }
    let person = PersonID("p-001")
    return RepairReport(
      asOf: caseload.asOf,
      changes: [
        CallChange(
          visit: VisitID("v-001"), person: person, kind: .otherTime, before: placement(["w-01"], "11:30"),
          after: placement(["w-01"], "11:00"), struckBy: [], makesRoomFor: [VisitID("v-002")]),
        CallChange(
          visit: VisitID("v-002"), person: person, kind: .otherWorker, before: placement(["w-01", "w-09"], "14:00"),
          after: placement(["w-01", "w-02"], "14:00"), struckBy: [EventID("e-1")]),
        CallChange(
          visit: VisitID("v-003"), person: person, kind: .uncovered, before: placement(["w-02"], "09:00"), after: nil,
          struckBy: [EventID("e-1")]),
      ],
      runs: [
        RunChange(
          worker: WorkerID("w-02"), duty: DutyID("w-02-pm"), gained: [VisitID("v-002")], lost: [], moved: [])
      ],
      lifted: [
        LiftedLock(
          visit: VisitID("v-003"),
          lock: Lock(workers: [WorkerID("w-02")], start: nil, setBy: "A. Shah", reason: "asked for"),
          event: EventID("e-1"))
      ], others: OtherCalls(total: 12, changed: 1, limit: 1))
  }

  private var document: RepairDocument {
    RepairDocument(
      report, events: events, rota: checked, of: caseload, explanations: RotaSample.explanations(caseload))
  }

  @Test("it tells calls, runs, orders and shares, and holds the whole rota")
  func content() throws {
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(document.json.utf8)) as? [String: Any])
    let changes = try #require(root["changes"] as? [[String: Any]])
    #expect(changes.map { $0["kind"] as? String } == ["otherTime", "otherWorker", "uncovered"])
    #expect((changes[0]["before"] as? [String: Any])?["start"] as? String == "2026-11-24T11:30:00+00:00")
    #expect(changes[2]["after"] == nil && changes[2]["events"] as? [String] == ["e-1"])
    #expect((root["otherCalls"] as? [String: Any])?["changedPerMille"] as? Int == 84)
    #expect((root["rota"] as? [String: Any])?["format"] as? String == "reable-rota")
    #expect((root["liftedLocks"] as? [[String: Any]])?.first?["setBy"] as? String == "A. Shah")
  }

  @Test("its schema takes it, and refuses mistakes")
  func schema() throws {
    let text = document.json
    let mistakes = [
      ("\"reable-repair\"", "\"reable-rota\""), ("\"toBeTold\": true", "\"toBeTold\": 1"),
      ("\"kind\": \"otherTime\"", "\"kind\": \"moved\""), ("\"gained\"", "\"got\""), ("\"limit\": 1", "\"limit\": -1"),
    ]
    try expectVerdicts(
      of: "reable-repair.schema.json", accepting: [text],
      refusing: mistakes.map { (text.replacingOccurrences(of: $0.0, with: $0.1), $0) })
    let schema = try PublishedSchema("reable-repair.schema.json")
    let kinds = schema.definitions["change"]?["properties"]?["kind"]?["enum"]?.json
    #expect(kinds == .array(CallChange.Kind.allCases.map { .text($0.rawValue) }))
    let events = schema.definitions["event"]?["properties"]?["kind"]?["enum"]?.json
    #expect(events == .array(DayEvent.Kind.allCases.map { .text($0.rawValue) }))
  }

  @Test("the sheet has a row for each call that changes, with names only where they are given")
  func sheet() {
    let lines = RepairTable(report, calendar: caseload.calendar).csv.split(whereSeparator: \.isNewline)
    #expect(lines.count == 4 && lines[0].contains(RepairTable.columns.joined(separator: ",")))
    #expect(lines[2].hasPrefix("v-002,p-001,otherWorker,yes,w-01 w-09,14:00,"))
    #expect(lines[3].hasSuffix(",,,,e-1,"))
    let (book, _) = NameBook.read(Array("id,name\np-001,Mrs Example\n".utf8), file: "names.csv")
    #expect(RepairTable(report, calendar: caseload.calendar, names: book).csv.contains("Mrs Example"))
    #expect(!document.json.contains("Mrs Example"))
  }
}
