package import CareModel
package import Explanations
import Quantities
package import RotaChecking

/// Why a rota is as it is, as a document for programs: `Documentation/reable-explanation.schema.json` describes it.
///
/// It holds ids and codes, no names; what they mean in words is left to whoever shows it.
package struct ExplanationDocument: Sendable {
  /// The value of the key `format`.
  package static let format = "reable-explanation"
  /// The value of the key `version`.
  package static let version = 1

  private let explanation: RotaExplanation
  private let checked: CheckedRota
  private let caseload: Caseload

  package init(_ explanation: RotaExplanation, of checked: CheckedRota, on caseload: Caseload) {
    self.explanation = explanation
    self.checked = checked
    self.caseload = caseload
  }

  /// The document's text, with a line end at its end.
  package var json: String {
    JSONText.record([
      JSONMember("format", .text(ExplanationDocument.format)),
      JSONMember("version", .integer(ExplanationDocument.version)),
      JSONMember("title", .text(caseload.title)), JSONMember("inventedPeople", .truth(caseload.isInvented)),
      JSONMember("serviceDate", .text(caseload.serviceDate.description)), JSONMember("asOf", time(caseload.asOf)),
      JSONMember("notInThisRota", .array(caseload.quarantine.map(rota.record))),
      JSONMember("shortfalls", .array(explanation.shortfalls.map(shortfall))),
      JSONMember("placements", .array(explanation.placements.map(placement))),
      JSONMember("costs", .array(explanation.costs.map(cost))),
      JSONMember(
        "score",
        .array(
          zip(checked.score.ladder.levels, checked.score.values).map { level, value in
            .record([JSONMember("level", .text(level.name)), JSONMember("value", .integer(value))])
          })),
    ]).lines(depth: 2) + "\n"
  }

  private var rota: RotaDocument { RotaDocument(checked, of: caseload) }

  private func shortfall(_ found: RotaExplanation.Shortfall) -> JSONText {
    let visit = caseload.visit(found.explanation.visit)
    return .record([
      JSONMember("visit", .text(found.explanation.visit.text)),
      visit.map { JSONMember("person", .text($0.person.text)) },
      visit.flatMap { caseload.level(of: $0).level }.map { JSONMember("level", .text($0.name)) },
      JSONMember("explanation", rota.reason(found.explanation)),
      JSONMember("releases", .array(found.releases.map(release))),
    ])
  }

  private func release(_ release: Release) -> JSONText {
    .record(change(release.change) + [JSONMember("opening", opening(release.opening))])
  }

  private func change(_ change: Release.Change) -> [JSONMember] {
    switch change {
    case .otherMoved(let visit, let placement, let shift):
      return [
        JSONMember("change", .text("otherMoved")), JSONMember("visit", .text(visit.text)),
        JSONMember("seconds", .integer(shift.value)),
        JSONMember("to", opening(Explanation.Opening(start: placement.start, workers: placement.workers))),
      ]
    case .longerDuty(let worker, let duty, let minutes):
      return [
        JSONMember("change", .text("longerDuty")), JSONMember("worker", .text(worker.text)),
        JSONMember("duty", .text(duty.text)), JSONMember("minutes", .integer(minutes.value)),
      ]
    case .earlierStart(let minutes):
      return [JSONMember("change", .text("earlierStart")), JSONMember("minutes", .integer(minutes.value))]
    case .laterStart(let minutes):
      return [JSONMember("change", .text("laterStart")), JSONMember("minutes", .integer(minutes.value))]
    case .lockLifted(let visit, let setBy):
      return [
        JSONMember("change", .text("lockLifted")), JSONMember("visit", .text(visit.text)),
        JSONMember("setBy", .text(setBy)),
      ]
    case .moreWorkers(let count, let demand, let hours):
      return [
        JSONMember("change", .text("moreWorkers")), JSONMember("count", .integer(count)),
        JSONMember("roles", .array(demand.roles.map { .text($0.rawValue) })),
        JSONMember("skills", .array(demand.skills.map { .text($0.text) })), JSONMember("from", time(hours.start)),
        JSONMember("until", time(hours.end)),
      ]
    }
  }

  private func placement(_ account: PlacementAccount) -> JSONText {
    .record([
      JSONMember("visit", .text(account.visit.text)),
      caseload.visit(account.visit).map { JSONMember("person", .text($0.person.text)) },
      JSONMember("start", time(account.placement.start)), JSONMember("workers", workers(account.placement.workers)),
      JSONMember("addedPence", .integer(account.addedCost.value)),
      JSONMember(
        "alternatives",
        .array(
          account.alternatives.map { alternative in
            .record([
              JSONMember("opening", opening(alternative.opening)),
              JSONMember(
                "difference",
                .array(
                  alternative.difference.map {
                    .record([JSONMember("level", .text($0.level.name)), JSONMember("by", .integer($0.by))])
                  })),
            ])
          })),
    ])
  }

  private func cost(_ entry: CostAccount.Entry) -> JSONText {
    .record([
      JSONMember("term", .text(entry.term.rawValue)), JSONMember("pence", .integer(entry.pence.value)),
      entry.worker.map { JSONMember("worker", .text($0.text)) },
      entry.visit.map { JSONMember("visit", .text($0.text)) },
      entry.person.map { JSONMember("person", .text($0.text)) },
    ])
  }

  private func opening(_ opening: Explanation.Opening) -> JSONText {
    .record([JSONMember("start", time(opening.start)), JSONMember("workers", workers(opening.workers))])
  }

  private func workers(_ workers: [WorkerID]) -> JSONText { .array(workers.map { .text($0.text) }) }

  private func time(_ instant: Instant) -> JSONText { .text(caseload.calendar.iso(instant)) }
}
