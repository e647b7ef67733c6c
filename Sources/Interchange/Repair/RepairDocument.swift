package import CareModel
package import Explanations
import Quantities
package import RotaChecking

/// A repair as a document: the events, every call and run that changes, what is not covered and why, and the whole new rota.
///
/// It holds ids, no names. `Documentation/reable-repair.schema.json` describes it.
package struct RepairDocument: Sendable {
  /// The value of the key `format`.
  package static let format = "reable-repair"
  /// The value of the key `version`.
  package static let version = 1

  private let report: RepairReport
  private let events: [DayEvent]
  private let checked: CheckedRota
  private let caseload: Caseload
  private let rota: RotaDocument

  /// - Parameters:
  ///   - checked: the new rota, of the day after the events.
  ///   - explanations: of the new rota.
  package init(
    _ report: RepairReport, events: [DayEvent], rota checked: CheckedRota, of caseload: Caseload,
    explanations: [Explanation] = []
  ) {
    self.report = report
    self.events = events
    self.checked = checked
    self.caseload = caseload
    rota = RotaDocument(checked, of: caseload, explanations: explanations)
  }

  /// The document's text, with a line end at its end.
  package var json: String { tree.lines(depth: 5) + "\n" }

  /// The document as a tree.
  package var tree: JSONText {
    .record([
      JSONMember("format", .text(RepairDocument.format)), JSONMember("version", .integer(RepairDocument.version)),
      JSONMember("title", .text(caseload.title)), JSONMember("inventedPeople", .truth(caseload.isInvented)),
      JSONMember("serviceDate", .text(caseload.serviceDate.description)), JSONMember("asOf", time(report.asOf)),
      checked.rota.provenance?.start.map { JSONMember("startedFromDigest", .text($0.inputDigest)) },
      JSONMember("events", .array(events.map(event))),
      JSONMember("changes", .array(report.changes.map(change))), JSONMember("runs", .array(report.runs.map(run))),
      JSONMember("liftedLocks", .array(report.lifted.map(lifted))), JSONMember("otherCalls", others),
      JSONMember("rota", rota.tree),
    ])
  }

  private func time(_ instant: Instant) -> JSONText { .text(caseload.calendar.iso(instant)) }

  private func ids<Entity>(_ ids: [Identifier<Entity>]) -> JSONText { .array(ids.map { .text($0.text) }) }

  private func event(_ event: DayEvent) -> JSONText {
    .record([
      JSONMember("id", .text(event.id.text)), JSONMember("at", time(event.at)),
      JSONMember("kind", .text(event.kind.rawValue)), event.reportedBy.map { JSONMember("reportedBy", .text($0)) },
    ])
  }

  private func change(_ change: CallChange) -> JSONText {
    .record([
      JSONMember("visit", .text(change.visit.text)), JSONMember("person", .text(change.person.text)),
      JSONMember("kind", .text(change.kind.rawValue)), JSONMember("toBeTold", .truth(change.isToBeTold)),
      change.before.map { JSONMember("before", placement($0)) },
      change.after.map { JSONMember("after", placement($0)) },
      JSONMember("events", ids(change.struckBy)), JSONMember("makesRoomFor", ids(change.makesRoomFor)),
    ])
  }

  private func placement(_ placement: Visit.Placement) -> JSONText {
    .record([JSONMember("workers", ids(placement.workers)), JSONMember("start", time(placement.start))])
  }

  private func run(_ run: RunChange) -> JSONText {
    .record([
      JSONMember("worker", .text(run.worker.text)), JSONMember("duty", .text(run.duty.text)),
      JSONMember("gained", ids(run.gained)), JSONMember("lost", ids(run.lost)), JSONMember("moved", ids(run.moved)),
    ])
  }

  private func lifted(_ lifted: LiftedLock) -> JSONText {
    .record([
      JSONMember("visit", .text(lifted.visit.text)), JSONMember("setBy", .text(lifted.lock.setBy)),
      JSONMember("reason", .text(lifted.lock.reason)), lifted.event.map { JSONMember("event", .text($0.text)) },
    ])
  }

  private var others: JSONText {
    .record([
      JSONMember("total", .integer(report.others.total)), JSONMember("changed", .integer(report.others.changed)),
      JSONMember("limit", .integer(report.others.limit)),
      JSONMember("changedPerMille", .integer(report.others.perMille)),
      JSONMember("beyondLimit", .truth(report.others.isBeyondLimit)),
    ])
  }
}
