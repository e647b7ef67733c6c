import CareModel
import Explanations
import Foundation
import Interchange
import Quantities
import RotaChecking
import Testing

@Suite("A rota as a document")
struct RotaDocumentTests {
  private func document(proved: Bool = false) throws -> String {
    let caseload = try #require(RotaSample.caseload)
    let provenance = proved ? RotaSample.provenance(caseload) : nil
    return RotaDocument(
      try RotaSample.checked(caseload, provenance: provenance), of: caseload,
      explanations: RotaSample.explanations(caseload)
    ).json
  }

  @Test("it says the same bytes each time, and nothing of time or machine")
  func stable() throws {
    #expect(try document(proved: true) == document(proved: true))
    #expect(try document().hasSuffix("}\n"))
  }

  @Test("stops, breaks, legs, levels and reasons stand in it by name")
  func content() throws {
    let text = try document()
    #expect(
      text.contains(
        #"{"visit": "v-001", "demand": 0, "person": "p-001", "arrival": "#))
    #expect(text.contains(#""start": "2026-11-24T11:00:00+00:00", "end": "2026-11-24T11:45:00+00:00"}"#))
    #expect(text.contains(#"{"start": "2026-11-24T12:00:00+00:00", "end": "2026-11-24T12:20:00+00:00"}"#))
    #expect(text.contains(#""level": "other.escalatingExisting""#))
    #expect(text.contains(#""proof": "no bound yet""#))
    #expect(
      text.contains(
        "Not covered: the run is full in the call's hours (2 shifts); not on duty in the call's hours (1 shift). "
          + "Next possible at 09:30."))
    #expect(!text.contains("provenance"))
  }

  @Test("a proof is a list by level, and a seed of 64 bits loses no digit")
  func proof() throws {
    let text = try document(proved: true)
    let words = text.split { $0.isWhitespace }.joined(separator: " ")
    #expect(words.contains(#"{ "level": "timeCritical", "bound": 0, "value": 0, "proven": true, "boundBy": "calls" }"#))
    #expect(
      words.contains(
        #""proven": false, "boundBy": "columns", "solved": false, "relaxations": [ "fractions", "spacing" ]"#))
    #expect(words.contains(#""prices": { "level": ""#))
    #expect(words.contains(#"{ "visit": "v-001", "priceThousandths": 500 }"#))
    #expect(words.contains(#"{ "worker": "w-01", "duty": "w-01-am", "priceThousandths": 1500 }"#))
    #expect(
      words.contains(
        #"{"visit": "v-002", "worker": "w-01", "remedy": "dropped", "rule": "roleAndSkill", "sentence": "Call v-002"#))
    #expect(text.contains(#""seed": "18446744073709551615""#))
    #expect(words.contains(#""outcome": "skipped", "reason": "no budget left""#))
  }

  @Test("what is not in the rota is in the document")
  func quarantine() throws {
    let caseload = try #require(
      RotaSample.sheets.adding("v-009,p-001,therapy,no time,no,,,09:00,,,,,", to: "visits.csv").reading.caseload)
    let text = RotaDocument(try RotaSample.checked(caseload), of: caseload).json
    #expect(text.contains(#""id": "v-009""#) && text.contains(#""location": "visits.csv:5:"#))
  }

  @Test("the sheet has a row for each stop, break and uncovered call; names only where they are given")
  func sheet() throws {
    let caseload = try #require(RotaSample.caseload)
    let checked = try RotaSample.checked(caseload)
    let plain = RotaTable(checked, of: caseload, explanations: RotaSample.explanations(caseload)).csv
    let rows = plain.split(separator: "\r\n").map(String.init)
    #expect(rows.map { $0.prefix { $0 != "," } } == ["\u{FEFF}what", "call", "break", "call", "call", "uncovered"])
    #expect(rows[1].hasPrefix("call,w-01,w-01-am,v-001,0,p-001,11:00,2026-11-24T11:00:00+00:00,"))
    let names = NameBook(names: ["p-001": "Mrs Example"])
    let named = RotaTable(checked, of: caseload, names: names).csv
    #expect(named.contains(",w-01,Mrs Example\r\n") && !plain.contains("Mrs Example"))
  }
}
