import CareModel
import Explanations
import Interchange
import Quantities
import RotaChecking
import Testing

@Suite("Reading a rota back")
struct RotaReaderTests {
  private let caseload: Caseload

  init() throws { caseload = try #require(RotaSample.caseload) }

  private func read(_ text: String) -> RotaReading {
    RotaReader.read(Array(text.utf8), file: "rota", of: caseload)
  }

  @Test("what we write, as JSON and as a sheet, is read back as the same rota")
  func roundTrip() throws {
    let checked = try RotaSample.checked(caseload)
    let explanations = RotaSample.explanations(caseload)
    let json = read(RotaDocument(checked, of: caseload, explanations: explanations).json)
    #expect(json.rota == checked.rota, "\(json.problems)")
    let sheet = read(RotaTable(checked, of: caseload, explanations: explanations).csv)
    #expect(sheet.rota == checked.rota, "\(sheet.problems)")
  }

  @Test("a document with provenance is read, too; where it came from is not claimed again")
  func provenance() throws {
    let checked = try RotaSample.checked(caseload, provenance: RotaSample.provenance(caseload))
    let rota = read(RotaDocument(checked, of: caseload).json).rota
    #expect(rota?.runs == checked.rota.runs && rota?.provenance == nil)
  }

  @Test("worker, call and start are enough")
  func byHand() throws {
    let rota = try #require(
      read("Worker;Visit;Start;note\nw-02;v-002;14:00;bring hoist\nw-01;v-002;14:00;\nw-01;v-001;24/11/2026 11:00;\n")
        .rota)
    #expect(rota.runs.map(\.duty.text) == ["w-01-am", "w-02-pm"])
    #expect(rota.runs[0].stops.map(\.visit.text) == ["v-001", "v-002"])
    #expect(rota.runs.flatMap(\.stops).filter { $0.visit.text == "v-002" }.map(\.demand).sorted() == [0, 1])
    #expect(rota.runs[0].stops[0].end == RotaSample.at("11:45", caseload))
    #expect(rota.uncovered == [VisitID("v-003")] && rota.asOf == caseload.asOf)
    let json = read(
      #"{"runs": [{"worker": "w-01", "stops": [{"visit": "v-001", "start": "2026-11-24T11:00+00:00"}]}]}"#)
    #expect(json.rota?.uncovered.map(\.text) == ["v-002", "v-003"])
  }

  @Test("the demand goes to the worker who fits it")
  func demands() throws {
    let sheets = RotaSample.sheets.replacing("two_person,roles", with: "two_person,second_roles", in: "visits.csv")
      .replacing("45,no,rehabilitation assistant", with: "45,yes,occupational therapist", in: "visits.csv")
      .replacing("occupational therapist,,male", with: "occupational therapist,medication,male", in: "workers.csv")
    let day = try #require(sheets.reading.caseload)
    let text = "worker,visit,start\nw-02,v-001,14:00\nw-01,v-001,14:00\n"
    let rota = try #require(RotaReader.read(Array(text.utf8), file: "r.csv", of: day).rota)
    #expect(rota.runs.map(\.worker.text) == ["w-01", "w-02"])
    #expect(rota.runs.flatMap(\.stops).map(\.demand) == [0, 1])
    let stop = rota.runs.first { $0.worker.text == "w-02" }?.stops.first
    #expect(stop.map { day.visit($0.visit)?.demands[$0.demand].roles } == [.occupationalTherapist])
  }

  @Test("what can't be understood is told with its place", arguments: RotaMistakes.all)
  func mistakes(text: String, code: String, location: String) {
    let reading = read(text)
    #expect(reading.rota == nil)
    #expect(reading.problems.contains { $0.code == code && $0.location.contains(location) }, "\(reading.problems)")
  }

  @Test("calls and workers that the day does not know go to the checker, where all is said about them")
  func unknownRecords() throws {
    let rota = try #require(
      read(
        "worker,duty,visit,start,end\nw-77,d-1,v-001,11:00,11:45\nw-01,,v-99,12:00,12:30\n"
      ).rota)
    #expect(rota.runs.map(\.worker.text) == ["w-01", "w-77"])
  }

  @Test("no damage to a rota traps")
  func damage() throws {
    let checked = try RotaSample.checked(caseload)
    let marks = ["", "\"", "{", "]", "-1", "null", ",", "\r\n", "9999999999999999999"]
    for text in [RotaDocument(checked, of: caseload).json, RotaTable(checked, of: caseload).csv].map(Array.init) {
      for place in stride(from: 0, to: text.count, by: 11) {
        let damaged =
          String(text[..<place]) + marks[place / 11 % marks.count] + String(text[min(place + 3, text.count)...])
        let reading = read(damaged)
        #expect(reading.rota != nil || !reading.problems.isEmpty)
      }
    }
  }
}

/// Rotas that can't be understood: the text, the problem's code and a part of its location.
private enum RotaMistakes {
  static let all: [(String, String, String)] = [
    ("worker,visit\nw-01,v-001\n", "column.missing", "rota:1:1"),
    ("worker,visit,start\nw-01,v-001,25:00\n", "cell.malformed", "rota:2:12"),
    ("worker,visit,start\n,v-001,11:00\n", "cell.missing", "rota:2:1"),
    ("worker,visit,start\nw-1,v-001,11:00\n", "reference.unknown", "rota:2:1"),
    ("worker,visit,start\nw-01,v-01,11:00\n", "reference.unknown", "rota:2:1"),
    ("worker,visit,start\nw-02,v-001,11:30\n", "duty.unclear", "rota:2:1"),
    ("", "file.empty", "rota:1:1"), ("{", "json.syntax", "rota:1:"),
    (#"{"runs": 7}"#, "value.kind", "runs"), ("{}", "value.missing", "runs"),
    (#"{"format": "reable-day", "runs": []}"#, "format.unknown", "format"),
    (#"{"serviceDate": "2026-11-23", "runs": []}"#, "rota.otherDay", "serviceDate"),
    (#"{"runs": [{"worker": "w-01", "stops": [{"visit": "v-001", "begin": 1}]}]}"#, "key.unknown", "begin"),
  ]
}
