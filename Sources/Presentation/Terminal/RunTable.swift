import CareModel
import Quantities
import RotaChecking

/// The runs of a rota as one table for the terminal: a row for each call and break, uncovered calls first; no line is wider than a page.
package struct RunTable: Sendable {
  private let report: RotaReport

  package init(_ report: RotaReport) { self.report = report }

  /// The head, what was left out, then the table.
  ///
  /// - Parameter isStyled: whether to use a terminal's bold and faint.
  package func text(isStyled: Bool = false) -> String {
    var table = TextTable(columns: [
      .init("worker", fit: .wrap), .init("times", fit: .wrap), .init("person", fit: .wrap), .init("what", fit: .wrap),
      .init("minutes", isNumeric: true), .init("travel", isNumeric: true), .init("note", fit: .wrap),
    ])
    table.rows = report.shortfalls.filter(\.isUncovered).map(row) + report.runs.flatMap(rows)
    return (report.heads + [report.title]).map { WrappedText.of($0) + "\n" }.joined() + "\n"
      + table.text(isStyled: isStyled)
  }

  private func row(_ shortfall: Shortfall) -> TextTable.Row {
    let visit = shortfall.visit
    let reason = report.shortReason(shortfall)
    return TextTable.Row(
      [
        shortfall.matter == .deferred ? "LEFT FOR LATER" : "UNCOVERED", report.preferredTimes(of: visit),
        report.personName(of: visit), report.kindName(of: visit), "\(visit.length.value)", "", reason,
      ], style: .strong)
  }

  private func rows(_ run: PrintedRun) -> [TextTable.Row] {
    run.entries.map { entry in
      let times = report.clock.interval(entry.start, entry.end)
      switch entry {
      case .rest(let rest):
        let length = (rest.end - rest.start).startedMinutes.value
        return TextTable.Row([run.workerName, times, "", "break", "\(length)", "", ""], style: .faint)
      case .stop(let stop): return row(stop, times: times, of: run)
      }
    }
  }

  private func row(_ stop: Stop, times: String, of run: PrintedRun) -> TextTable.Row {
    let travel = run.leg(to: stop.visit).map { "\(($0.arrival - $0.departure).startedMinutes.value)" } ?? ""
    let length = "\((stop.end - stop.start).startedMinutes.value)"
    guard let visit = report.caseload.visit(stop.visit) else {
      return TextTable.Row([run.workerName, times, PrintableText.of(stop.visit.text), "not known", length, travel])
    }
    let notes = report.notes(on: visit, for: run.run.worker)
    return TextTable.Row(
      [
        run.workerName, times, report.personName(of: visit), report.kindName(of: visit), length, travel,
        notes.joined(separator: "; "),
      ], style: report.shortfall(of: visit.id) == nil ? .plain : .strong)
  }
}
