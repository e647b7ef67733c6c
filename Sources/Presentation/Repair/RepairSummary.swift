import CareModel
import Quantities

/// A repair for the terminal: what is not covered first, then whom to ring, then whose run changes.
package struct RepairSummary: Sendable {
  private let words: RepairWords
  private let files: [String]

  /// - Parameter files: paths that were written, for the last line.
  package init(_ words: RepairWords, files: [String] = []) {
    self.words = words
    self.files = files.map(PrintableText.of)
  }

  private var report: RotaReport { words.report }
  private var repair: RepairReport { words.repair }

  /// The lines, no wider than a page, and the tables.
  ///
  /// - Parameter isStyled: whether to use a terminal's bold and faint.
  package func text(isStyled: Bool = false) -> String {
    let foot = files.isEmpty ? [] : ["Written: \(files.joined(separator: ", "))"]
    return paragraph(head) + ring(isStyled) + runs(isStyled) + paragraph(foot, isFirst: false)
  }

  private func paragraph(_ lines: [String], isFirst: Bool = true) -> String {
    guard !lines.isEmpty else { return "" }
    return (isFirst ? "" : "\n") + lines.map { WrappedText.of($0) + "\n" }.joined()
  }

  // MARK: The result

  private var head: [String] {
    let quarantine = report.caseload.quarantine
    let left = quarantine.isEmpty ? [] : ["NOT IN THIS ROTA: \(Count.of(quarantine.count, "record")) left out"]
    return left + report.unauthorised + ["Repair of \(report.title)"]
      + words.events.map { "  \($0.reportedBy.map { PrintableText.of("\($0): ") } ?? "")\(words.words(of: $0))" }
      + notCovered + lifted + [changed]
  }

  /// What was covered before or has been asked for today and nobody does; what nobody did before is counted alone.
  private var notCovered: [String] {
    let lost = Set(repair.changes.filter { $0.kind == .uncovered || $0.kind == .newUncovered }.map(\.visit))
    let uncovered = report.shortfalls.filter(\.isUncovered)
    let before = uncovered.count { $0.level.kind.isEssential && !lost.contains($0.visit.id) }
    let rest =
      before == 0 ? [] : ["NOT COVERED  \(Count.of(before, "essential call")) that the published rota left out, too"]
    return uncovered.filter { lost.contains($0.visit.id) }.map(line) + rest
  }

  private func line(_ shortfall: Shortfall) -> String {
    let reason = report.shortReason(shortfall)
    let next = report.nextPossible(shortfall)
    let who = "\(report.personName(of: shortfall.visit)), \(report.kindName(of: shortfall.visit))"
    return "NOT COVERED  \(who) \(report.when(shortfall))" + (reason.isEmpty ? "" : ": \(reason)")
      + (next.isEmpty ? "" : "; could be \(next)")
  }

  private var lifted: [String] {
    repair.lifted.map { lifted in
      PrintableText.of("ORDER LIFTED  call \(lifted.visit): ordered by \(lifted.lock.setBy) (\(lifted.lock.reason))")
    }
  }

  private var changed: String {
    let told = repair.toRing.count
    return "\(Count.of(told, "call")) to tell people of; \(words.others)"
  }

  // MARK: Tables

  private func ring(_ isStyled: Bool) -> String {
    guard !repair.toRing.isEmpty else { return "\nNobody has to be rung.\n" }
    var table = TextTable(columns: [
      .init("ring", fit: .wrap), .init("call", fit: .wrap), .init("was", fit: .wrap), .init("now", fit: .wrap),
      .init("why", fit: .wrap),
    ])
    table.rows = repair.toRing.map { change in
      let kind = report.caseload.visit(change.visit).map { report.kindName(of: $0) } ?? ""
      return TextTable.Row(
        [report.names[change.person], kind, words.was(change), words.now(change), words.why(change)],
        style: change.after == nil && change.kind != .fallenAway ? .strong : .plain)
    }
    return "\n" + table.text(isStyled: isStyled)
  }

  private func runs(_ isStyled: Bool) -> String {
    guard !repair.runs.isEmpty else { return "" }
    var table = TextTable(columns: [
      .init("run of", fit: .wrap), .init("gains", fit: .wrap), .init("loses", fit: .wrap), .init("moves", fit: .wrap),
    ])
    table.rows = repair.runs.map { run in
      TextTable.Row(
        [report.names[run.worker], people(run.gained), people(run.lost, before: true), people(run.moved)])
    }
    return "\n" + table.text(isStyled: isStyled)
  }

  /// Whose calls, with their time now; of calls that another worker has, with the time at which they were.
  private func people(_ visits: [VisitID], before: Bool = false) -> String {
    visits.map { id in
      let change = repair.changes.first { $0.visit == id }
      let person = report.caseload.visit(id)?.person ?? change?.person
      let (was, now) = (change?.before?.start, report.placements[id]?.first?.stop.start)
      let start = before ? was ?? now : now ?? was
      let time = start.map { " \(report.clock.timeAndDay($0))" } ?? ""
      return "\(person.map { report.names[$0] } ?? PrintableText.of(id.text))\(time)"
    }.joined(separator: ", ")
  }
}
