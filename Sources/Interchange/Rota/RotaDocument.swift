package import CareModel
package import Explanations
import Quantities
package import RotaChecking

/// A checked rota as a document that says everything about it, for programs and for keeping.
///
/// Times are ISO 8601 with the zone's offset at that moment, levels go by name, and lists have a fixed order, so that the
/// same rota gives the same bytes. It holds ids, no names, and nothing of the machine or the time it was made on.
/// `Documentation/reable-rota.schema.json` describes it.
/// ```swift
/// let text = RotaDocument(checked, of: caseload, explanations: explanations).json
/// ```
package struct RotaDocument: Sendable {
  /// The value of the key `format`.
  package static let format = "reable-rota"
  /// The value of the key `version`.
  package static let version = 1

  let checked: CheckedRota
  let caseload: Caseload
  let explanations: [Explanation]

  package init(_ checked: CheckedRota, of caseload: Caseload, explanations: [Explanation] = []) {
    self.checked = checked
    self.caseload = caseload
    self.explanations = explanations
  }

  /// The document's text, with a line end at its end.
  package var json: String { tree.lines(depth: 4) + "\n" }

  /// The document as a tree.
  package var tree: JSONText {
    .record([
      JSONMember("format", .text(RotaDocument.format)), JSONMember("version", .integer(RotaDocument.version)),
      JSONMember("title", .text(caseload.title)), JSONMember("inventedPeople", .truth(caseload.isInvented)),
      JSONMember("serviceDate", .text(rota.serviceDate.description)), JSONMember("asOf", time(rota.asOf)),
      JSONMember("publishable", .truth(checked.isPublishable)),
      JSONMember("notInThisRota", .array(caseload.quarantine.map(record))),
      JSONMember("runs", .array(rota.runs.indices.map(run))),
      JSONMember("uncovered", .array(rota.uncovered.map(uncovered))), JSONMember("late", .array(late)),
      JSONMember("score", .array(score)), JSONMember("proof", proof),
      rota.provenance?.prices.map { JSONMember("prices", prices($0)) },
      JSONMember("findings", .array(checked.findings.map(finding))),
      rota.provenance.map { JSONMember("provenance", provenance($0)) },
    ])
  }

  var rota: Rota { checked.rota }

  func time(_ instant: Instant) -> JSONText { .text(caseload.calendar.iso(instant)) }

  /// The level at which a call counts while it is uncovered; null where it must not be done, or is not of this day.
  func level(of visit: VisitID) -> JSONText {
    (caseload.visit(visit).flatMap { caseload.level(of: $0).level }).map { .text($0.name) } ?? .null
  }

  private func uncovered(_ id: VisitID) -> JSONText {
    let visit = caseload.visit(id)
    let explanation = explanations.first { $0.visit == id && $0.matter == .uncovered }
    return .record([
      JSONMember("visit", .text(id.text)), visit.map { JSONMember("person", .text($0.person.text)) },
      JSONMember("level", level(of: id)), explanation.map { JSONMember("explanation", reason($0)) },
    ])
  }

  private var late: [JSONText] {
    explanations.filter { $0.matter != .uncovered }.map { explanation in
      let visit = caseload.visit(explanation.visit)
      return .record([
        JSONMember("visit", .text(explanation.visit.text)), visit.map { JSONMember("person", .text($0.person.text)) },
        JSONMember("level", level(of: explanation.visit)), JSONMember("explanation", reason(explanation)),
      ])
    }
  }

  private var score: [JSONText] {
    zip(checked.score.ladder.levels, checked.score.values).map { level, value in
      .record([
        JSONMember("level", .text(level.name)), JSONMember("meaning", .text(level.printedName)),
        JSONMember("value", .integer(value)),
      ])
    }
  }

  private func finding(_ finding: Finding) -> JSONText {
    .record([
      JSONMember("rule", .text(finding.rule.rawValue)), JSONMember("severity", .text(finding.severity.rawValue)),
      JSONMember("cause", .text(finding.cause.rawValue)), finding.visit.map { JSONMember("visit", .text($0.text)) },
      finding.worker.map { JSONMember("worker", .text($0.text)) }, JSONMember("measured", .text(finding.measured)),
      JSONMember("limit", .text(finding.limit)), JSONMember("sentence", .text(finding.sentence)),
      finding.overriddenBy.map { JSONMember("overriddenBy", .text($0)) },
    ])
  }

  func record(_ record: QuarantinedRecord) -> JSONText {
    .record([
      JSONMember("kind", .text(record.kind)), JSONMember("id", .text(record.id)),
      record.person.map { JSONMember("person", .text($0.text)) },
      JSONMember("problems", .array(record.problems.map(problem))),
    ])
  }

  private func problem(_ problem: InputProblem) -> JSONText {
    .record([
      JSONMember("code", .text(problem.code)), JSONMember("location", .text(problem.location)),
      JSONMember("found", .text(problem.found)), JSONMember("expected", .text(problem.expected)),
      problem.suggestion.map { JSONMember("suggestion", .text($0)) },
    ])
  }
}
