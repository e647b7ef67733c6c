package import CareModel
package import Explanations
import Quantities
package import RotaChecking

/// A checked rota as one sheet: a row for each stop, break, and uncovered call, and for what is not in the rota at all.
///
/// The columns `worker`, `duty`, `visit`, `demand`, `start` and `end` are enough to read it back.
package struct RotaTable: Sendable {
  /// The columns, in their order.
  package static let columns = [
    "what", "worker", "duty", "visit", "demand", "person", "clock", "start", "end", "arrival", "level", "reason",
  ]

  /// What a row is.
  enum What: String, CaseIterable {
    case call, pause = "break", uncovered, notInThisRota
  }

  private let document: RotaDocument
  private let names: NameBook

  /// - Parameter names: joined in two columns more, `worker_name` and `person_name`, where there are any.
  package init(
    _ checked: CheckedRota, of caseload: Caseload, explanations: [Explanation] = [], names: NameBook = .empty
  ) {
    document = RotaDocument(checked, of: caseload, explanations: explanations)
    self.names = names
  }

  /// The sheet's text, in UTF-8 with the mark that spreadsheets want.
  package var csv: String {
    var text = CSVText()
    text.add(RotaTable.columns + (names.isEmpty ? [] : ["worker_name", "person_name"]))
    for record in document.caseload.quarantine {
      let reason = record.problems.map { "\($0.location): \($0.expected)" }.joined(separator: "; ")
      add(
        .notInThisRota, person: record.person, cells: ["visit": record.id, "reason": "\(record.kind): \(reason)"], &text
      )
    }
    for (index, run) in document.rota.runs.enumerated() { add(run, document.timeline(index), &text) }
    for visit in document.rota.uncovered {
      let explanation = document.explanations.first { $0.visit == visit && $0.matter == .uncovered }
      add(
        .uncovered, person: document.caseload.visit(visit)?.person,
        cells: ["visit": visit.text, "level": level(of: visit), "reason": explanation.map(document.sentence) ?? ""],
        &text)
    }
    return "\u{FEFF}" + text.text
  }

  private func add(_ run: Run, _ timeline: Timeline?, _ text: inout CSVText) {
    let calls = run.stops.map { stop in
      let explanation = document.explanations.first { $0.visit == stop.visit && $0.matter != .uncovered }
      let arrival = RotaDocument.arrival(at: stop, in: run, timeline)
      return (
        start: stop.start, what: What.call, person: document.caseload.visit(stop.visit)?.person,
        cells: [
          "visit": stop.visit.text, "demand": String(stop.demand), "end": iso(stop.end), "arrival": iso(arrival),
          "level": level(of: stop.visit), "reason": explanation.map(document.sentence) ?? "",
        ]
      )
    }
    let breaks = run.breaks.map {
      (start: $0.start, what: What.pause, person: PersonID?.none, cells: ["end": iso($0.end)])
    }
    for row in (calls + breaks).sorted(by: { $0.start < $1.start }) {
      let placed = [
        "duty": run.duty.text, "start": iso(row.start),
        "clock": document.caseload.calendar.local(row.start).time.description,
      ]
      add(
        row.what, worker: run.worker, person: row.person, cells: row.cells.merging(placed) { first, _ in first }, &text)
    }
  }

  private func add(
    _ what: What, worker: WorkerID? = nil, person: PersonID?, cells: [String: String], _ text: inout CSVText
  ) {
    var cells = cells
    cells["what"] = what.rawValue
    cells["worker"] = worker?.text
    cells["person"] = person?.text
    let named = names.isEmpty ? [] : [worker.map(names.name) ?? "", person.map(names.name) ?? ""]
    text.add(RotaTable.columns.map { cells[$0] ?? "" } + named)
  }

  private func iso(_ instant: Instant) -> String { document.caseload.calendar.iso(instant) }

  private func level(of visit: VisitID) -> String {
    document.caseload.visit(visit).flatMap { document.caseload.level(of: $0).level?.printedName } ?? ""
  }
}
