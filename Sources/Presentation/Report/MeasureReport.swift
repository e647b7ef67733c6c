import CareModel
import Quantities
package import RotaChecking

/// A rota's measures as text: each number with what it counts, then a line for each worker.
package struct MeasureReport: Sendable {
  private let report: RotaReport
  private let measures: RotaMeasures

  package init(_ measures: RotaMeasures, of report: RotaReport) {
    self.measures = measures
    self.report = report
  }

  /// - Parameter isStyled: whether to use a terminal's bold and faint.
  package func text(isStyled: Bool = false) -> String {
    let sections = [punctuality, continuity, travel, fairness]
    let numbers = sections.map { "\n" + $0.text(isStyled: isStyled) }.joined()
    let foot =
      "One day, as planned. Unsocial: 20:00 to 06:00, Saturdays, Sundays and bank holidays. A fair share shows over weeks only:"
      + " add up --format csv of many days."
    return (report.heads + [report.title]).map { WrappedText.of($0) + "\n" }.joined() + numbers + "\n"
      + workers.text(isStyled: isStyled) + "\n" + WrappedText.of(foot) + "\n"
  }

  private func section(_ title: String, _ rows: [(value: String, meaning: String)]) -> TextTable {
    var table = TextTable(columns: [.init(title, fit: .wrap), .init("counted", fit: .wrap)])
    table.rows = rows.map { TextTable.Row([$0.value, $0.meaning]) }
    return table
  }

  private var punctuality: TextTable {
    let covered = measures.calls.filter(\.isCovered)
    let critical = measures.calls.filter(\.isTimeCritical)
    let first = measures.calls.filter { $0.kind == .firstResponse }
    let off = covered.filter { $0.fromAgreed != .zero }
    let most = off.map { abs($0.fromAgreed.value) }.max().map { Seconds($0).spoken } ?? "none"
    return section(
      "Punctuality",
      [
        (share(covered.count, of: measures.calls.count), "of the calls that are wanted today have a place"),
        (
          share(covered.count { $0.fromPreferred == .zero }, of: covered.count),
          "of these begin within the window that the person prefers"
        ),
        (share(covered.count - off.count, of: covered.count), "of these begin within the window that was agreed"),
        (most, "furthest outside an agreed window"),
        (
          share(critical.count { $0.isCovered && $0.fromAgreed == .zero }, of: critical.count),
          "of the time-critical calls have a place within the agreed window"
        ),
        (
          share(first.count { $0.isCovered && $0.afterDeadline == .zero }, of: first.count),
          "of the first visits have a place before their deadline"
        ),
      ])
  }

  private var continuity: TextTable {
    let known = measures.people.filter { $0.hasHistory && $0.comings > 0 }
    let comings = known.reduce(0) { $0 + $1.comings }
    return section(
      "Continuity",
      [
        (
          share(known.reduce(0) { $0 + $1.byCoreTeam }, of: comings),
          "comings of a worker are of the person's core team (people with a core team or earlier calls; first visits don't count)"
        ),
        (
          share(known.reduce(0) { $0 + $1.byKnown }, of: comings),
          "of the same are of somebody who has been in the last 28 days, or of the core team"
        ),
        (
          ratio(measures.people.reduce(0) { $0 + $1.workers }, by: measures.people.count),
          "different workers to a person today, on average"
        ),
        (
          share(measures.people.count { $0.workersOfFourWeeks > 4 }, of: measures.people.count),
          "of the people have more than 4 different workers in the last 28 days and today"
        ),
      ])
  }

  private var travel: TextTable {
    let paid = total(\.paid)
    let calls = measures.workers.reduce(0) { $0 + $1.calls }
    let distance = Metres(measures.workers.reduce(0) { $0 + $1.distance.value })
    return section(
      "Travel and use of time",
      [
        (hours(total(\.contact), of: paid), "of the paid time (contracted hours and overtime) is with people"),
        (hours(total(\.travel), of: paid), "of it is on the way"),
        (hours(total(\.free), of: paid), "of it is neither, nor a break"),
        (ratio(total(\.travel), by: calls), "minutes on the way for each coming of a worker"),
        (distance.spoken, "on the way in all"),
        (Minutes(total(\.overtime)).spoken, "overtime"),
      ])
  }

  private var fairness: TextTable {
    section(
      "Fairness",
      [
        (spread(\.unsocial.value) { Minutes($0).spoken }, "unsocial hours of a worker on duty: least, middle, most"),
        (spread(\.mileage.value) { Metres($0).spoken }, "driven by a worker in the own car: least, middle, most"),
        (spread(\.contact.value) { Minutes($0).spoken }, "with people, by worker: least, middle, most"),
      ])
  }

  private var workers: TextTable {
    var table = TextTable(columns: [
      .init("worker", fit: .wrap), .init("paid", isNumeric: true), .init("people", isNumeric: true),
      .init("travel", isNumeric: true), .init("free", isNumeric: true), .init("used", isNumeric: true),
      .init("own car", isNumeric: true), .init("unsocial", isNumeric: true), .init("overtime", isNumeric: true),
    ])
    table.rows = measures.workers.map { worker in
      TextTable.Row([
        report.names[worker.worker], worker.paid.spoken, worker.contact.spoken, worker.travel.spoken,
        worker.free.spoken, percent(worker.contact.value + worker.travel.value, of: worker.paid.value),
        worker.mileage.spoken, worker.unsocial.spoken, worker.overtime.spoken,
      ])
    }
    return table
  }

  private func total(_ value: (WorkerMeasure) -> Minutes) -> Int {
    measures.workers.reduce(0) { $0 + value($1).value }
  }

  /// `71 of 92 (77 %)`.
  private func share(_ part: Int, of whole: Int) -> String {
    whole == 0 ? "none" : "\(part) of \(whole) (\(percent(part, of: whole)))"
  }

  /// `65 h 15 of 99 h (66 %)`.
  private func hours(_ part: Int, of whole: Int) -> String {
    "\(Minutes(part).spoken) of \(Minutes(whole).spoken) (\(percent(part, of: whole)))"
  }

  /// Rounded half up; a dash where there is nothing to share.
  private func percent(_ part: Int, of whole: Int) -> String {
    whole == 0 ? "-" : "\((part * 200 + whole) / (2 * whole)) %"
  }

  /// To one decimal, rounded half up.
  private func ratio(_ sum: Int, by count: Int) -> String {
    guard count > 0 else { return "none" }
    let tenths = (sum * 20 + count) / (2 * count)
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// Least, middle (the lower of two) and most of the workers on duty.
  private func spread(_ value: (WorkerMeasure) -> Int, _ words: (Int) -> String) -> String {
    let values = measures.workers.filter { $0.duties > 0 }.map(value).sorted()
    guard let least = values.first, let most = values.last else { return "nobody on duty" }
    return [least, values[(values.count - 1) / 2], most].map(words).joined(separator: ", ")
  }
}
