import CareModel
import Explanations
import Foundation
import Interchange
import RotaChecking
import Testing

@Suite("A rota as FHIR R4")
struct FHIRBundleTests {
  private func caseload(_ sheets: SheetFolder = RotaSample.sheets) throws -> Caseload {
    try #require(sheets.reading.caseload)
  }

  private func json(_ sheets: SheetFolder = RotaSample.sheets) throws -> String {
    let caseload = try caseload(sheets)
    return FHIRBundle(
      try RotaSample.checked(caseload), of: caseload, explanations: RotaSample.explanations(caseload)
    ).json
  }

  /// The resources of one type, in their order.
  private func resources(_ type: String, _ sheets: SheetFolder = RotaSample.sheets) throws -> [DocumentValue] {
    let root = try JSONParser.parse(Array(try json(sheets).utf8), file: "bundle")
    guard case .array(let entries)? = root["entry"]?.content else { return [] }
    return entries.compactMap { $0["resource"] }.filter { $0["resourceType"]?.content == .text(type) }
  }

  private func text(_ value: DocumentValue?) -> String? {
    if case .text(let text)? = value?.content { text } else { nil }
  }

  private func items(_ value: DocumentValue?) -> [DocumentValue] {
    if case .array(let items)? = value?.content { items } else { [] }
  }

  @Test("each call is asked for once, and has an appointment based on that where it has a place")
  func linked() throws {
    let requests = try resources("ServiceRequest")
    let appointments = try resources("Appointment")
    #expect(requests.count == 3 && appointments.count == 2)
    for (request, appointment) in zip(requests, appointments) {
      let id = try #require(text(request["id"]))
      #expect(text(items(appointment["basedOn"]).first?["reference"]) == "urn:uuid:\(id)")
    }
    #expect(text(items(requests[2]["note"]).first?["text"])?.hasPrefix("Not covered: ") == true)
  }

  @Test("a call for two has both workers and the person, by identifiers and without names")
  func participants() throws {
    let double = try #require(try resources("Appointment").last)
    let actors = items(double["participant"]).map { $0["actor"] }
    #expect(actors.map { text($0?["type"]) } == ["Patient", "Practitioner", "Practitioner"])
    #expect(actors.map { text($0?["identifier"]?["value"]) } == ["p-001", "w-01", "w-02"])
    #expect(double["minutesDuration"]?.content == .number("30"))
  }

  @Test("only the time and worker that people were told are booked")
  func status() throws {
    let sheet = RotaSample.sheets
    let header = { (cells: String) in
      sheet.replacing("visit,person", with: "state,published_workers,published_start,visit,person", in: "visits.csv")
        .replacing("\r\nv-", with: "\r\n,,,v-", in: "visits.csv").replacing(
          ",,,v-001", with: "\(cells),v-001", in: "visits.csv")
    }
    for (cells, expected) in [
      ("published,w-01,11:00", "booked"), ("published,w-01,11:05", "proposed"), ("published,w-02,11:00", "proposed"),
      (",,", "proposed"),
    ] {
      #expect(text(try resources("Appointment", header(cells)).first?["status"]) == expected, "\(cells)")
    }
  }

  @Test("what is left out of the rota stands first, and invented people are marked as test data")
  func heads() throws {
    let bad = RotaSample.sheets.adding("v-009,p-001,therapy,no time,no,,,09:00,,,,,", to: "visits.csv")
    let outcome = try #require(try resources("OperationOutcome", bad).first)
    #expect(text(items(outcome["issue"]).first?["diagnostics"])?.hasPrefix("NOT IN THIS ROTA: visit v-009") == true)
    #expect(try resources("OperationOutcome").isEmpty)
    let first = try #require(try json(bad).range(of: "OperationOutcome")?.lowerBound)
    #expect(try first < #require(try json(bad).range(of: "ServiceRequest")?.lowerBound))
    #expect(try json().contains("HTEST") == caseload().isInvented)
  }

  @Test("a validator that we did not write accepts it by what FHIR's pages say, and refuses mistakes")
  func independentValidator() throws {
    let whole = try json(RotaSample.sheets.adding("v-009,p-001,therapy,no time,no,,,09:00,,,,,", to: "visits.csv"))
    let mistakes = [
      ("\"collection\"", "\"list\""), ("\"proposed\"", "\"planned\""), ("\"needs-action\"", "\"open\""),
      ("\"intent\": \"order\"", "\"intent\": \"wish\""), ("\"subject\"", "\"patient\""),
      ("\"minutesDuration\": 45", "\"minutesDuration\": 0"), ("\"basedOn\"", "\"incomingReferral\""),
      ("\"routine\"", "\"normal\""), ("T11:00:00+00:00", "T11:00+00:00"),
      ("\"participant\": [", "\"participant\": [[]], \"slot\": ["),
    ]
    let bad = mistakes.map { (text: whole.replacing($0.0, with: $0.1), mistake: $0) }
    #expect(bad.allSatisfy { $0.text != whole })
    try expectVerdicts(of: "fhir-rota.schema.json", accepting: [try json(), whole], refusing: bad)
  }

  @Test("the same rota gives the same bytes, another day other ids")
  func stable() throws {
    #expect(try json() == json())
    let other = RotaSample.sheets.replacing("24/11/2026", with: "25/11/2026", in: "service.csv")
    let ids = { (sheets: SheetFolder) in Set(try resources("ServiceRequest", sheets).map { text($0["id"]) }) }
    #expect(try ids(RotaSample.sheets).isDisjoint(with: ids(other)))
  }
}
