package import CareModel
package import Explanations
import Quantities
import ReproducibleNumbers
package import RotaChecking

/// A rota as a FHIR R4 Bundle: a ServiceRequest for each call that is asked for, an Appointment for each that has a place.
///
/// People and workers are logical references by identifier: their records are elsewhere, their names, too. Nothing of it
/// depends on anything but the day and the rota, so that the same rota gives the same bytes and the same ids.
/// `Documentation/fhir-rota.schema.json` describes what of FHIR is used.
/// ```swift
/// let text = FHIRBundle(checked, of: caseload, explanations: explanations).json
/// ```
package struct FHIRBundle: Sendable {
  let document: RotaDocument
  /// Where each call stands in the rota, in the order of its demands.
  let placements: [VisitID: [(worker: WorkerID, stop: Stop)]]

  package init(_ checked: CheckedRota, of caseload: Caseload, explanations: [Explanation] = []) {
    document = RotaDocument(checked, of: caseload, explanations: explanations)
    let all = checked.rota.runs.flatMap { run in run.stops.map { (worker: run.worker, stop: $0) } }
    placements = Dictionary(grouping: all, by: \.stop.visit).mapValues { $0.sorted { $0.stop.demand < $1.stop.demand } }
  }

  /// The bundle's text, with a line end at its end.
  package var json: String { tree.lines(depth: 3) + "\n" }

  /// The bundle as a tree.
  package var tree: JSONText {
    .record([
      JSONMember("resourceType", .text("Bundle")),
      caseload.isInvented ? JSONMember("meta", FHIRBundle.invented) : nil,
      JSONMember("identifier", identifier(.rota, caseload.serviceDate.description)),
      JSONMember("type", .text("collection")), JSONMember("timestamp", document.time(document.rota.asOf)),
      JSONMember("entry", .array(entries)),
    ])
  }

  var caseload: Caseload { document.caseload }

  /// What was left out stands first.
  private var entries: [JSONText] {
    var entries = caseload.quarantine.isEmpty ? [] : [entry(.leftOut, caseload.serviceDate.description, leftOut)]
    for visit in caseload.visits {
      let placed = placements[visit.id] ?? []
      guard !placed.isEmpty || caseload.level(of: visit).level != nil else { continue }
      entries.append(entry(.request, visit.id.text, serviceRequest(visit)))
      if !placed.isEmpty { entries.append(entry(.appointment, visit.id.text, appointment(visit, placed))) }
    }
    return entries
  }

  /// What ids are made for.
  enum Purpose: String {
    case request, appointment, leftOut
  }

  private func entry(_ purpose: Purpose, _ key: String, _ members: [JSONMember?]) -> JSONText {
    let id = uuid(purpose, key)
    let type =
      switch purpose {
      case .request: "ServiceRequest"
      case .appointment: "Appointment"
      case .leftOut: "OperationOutcome"
      }
    let head = [JSONMember("resourceType", .text(type)), JSONMember("id", .text(id))]
    return .record([
      JSONMember("fullUrl", .text("urn:uuid:\(id)")), JSONMember("resource", .record(head + members)),
    ])
  }

  /// The same for the same call of the same service's day (RFC 9562, version 8: from a digest).
  func uuid(_ purpose: Purpose, _ key: String) -> String {
    var digits = Array(
      SHA256.hexadecimal(of: "\(purpose.rawValue)\n\(caseload.title)\n\(caseload.serviceDate)\n\(key)".utf8).prefix(32))
    digits[12] = "8"
    digits[16] = "8"
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }.joined(separator: "-")
  }

  /// Whose names identifiers are.
  enum System: String {
    case rota, visit, person, worker, place
  }

  func identifier(_ system: System, _ value: String) -> JSONText {
    .record([
      JSONMember("system", .text("urn:reable:\(system.rawValue)")), JSONMember("value", .text(value)),
    ])
  }

  /// A reference to a record that somebody else keeps.
  func reference(_ type: String, _ system: System, _ value: String) -> JSONText {
    .record([JSONMember("type", .text(type)), JSONMember("identifier", identifier(system, value))])
  }

  /// Test data, by the code that FHIR has for it.
  private static let invented = JSONText.record([
    JSONMember(
      "security",
      .array([
        .record([
          JSONMember("system", .text("http://terminology.hl7.org/CodeSystem/v3-ActReason")),
          JSONMember("code", .text("HTEST")), JSONMember("display", .text("test health data")),
        ])
      ]))
  ])

  /// NOT IN THIS ROTA, as FHIR says it.
  private var leftOut: [JSONMember?] {
    let issues = caseload.quarantine.map { record -> JSONText in
      let problem = record.problems.first.map { ": \($0.expected) [\($0.code)]" } ?? ""
      return .record([
        JSONMember("severity", .text("warning")), JSONMember("code", .text("invalid")),
        JSONMember("diagnostics", .text("NOT IN THIS ROTA: \(record.kind) \(record.id)\(problem)")),
      ])
    }
    return [JSONMember("issue", .array(issues))]
  }
}
