import CareModel
package import Explanations
import Quantities
import RotaChecking

/// Why a rota is as it is, as plain text: what is not done and what would free it, why what is done is done so, and what it costs.
package struct ExplanationText: Sendable {
  private let explanation: RotaExplanation
  private let report: RotaReport
  private let isWhole: Bool

  /// - Parameters:
  ///   - report: the rota's, with the explanations of all its shortfalls.
  ///   - isWhole: it is about the whole rota and not about some calls.
  package init(_ explanation: RotaExplanation, report: RotaReport, isWhole: Bool) {
    self.explanation = explanation
    self.report = report
    self.isWhole = isWhole
  }

  package var text: String {
    let parts =
      [[heading], explanation.shortfalls.map(shortfall), explanation.placements.map(placement), [costs]]
      + (isWhole ? [[score]] : [])
    return parts.flatMap { $0 }.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var heading: String {
    let left = report.caseload.quarantine.count
    let head =
      (left == 0 ? "" : "NOT IN THIS ROTA: \(Count.of(left, "record")) left out (reable validate lists them)\n")
      + report.unauthorised.map { "\($0)\n" }.joined()
    guard explanation.shortfalls.isEmpty, explanation.placements.isEmpty else { return head + report.title + "\n" }
    let nothing =
      isWhole
      ? "Every call is done, in time and at its agreed time." : "No call of today is meant by that, or it has begun."
    return "\(head)\(report.title)\n\n\(nothing)\n"
  }

  // MARK: - Not done, or not in time

  private func shortfall(_ found: RotaExplanation.Shortfall) -> String {
    guard let shortfall = report.shortfall(of: found.explanation.visit) else { return "" }
    let visit = shortfall.visit
    let who = report.personName(of: visit)
    var lines = [
      "\(shortfall.label)  \(who): \(report.kindName(of: visit)), \(report.when(shortfall)) (call \(visit.id))",
      "  counts as: \(shortfall.level.printedName)",
    ]
    lines += report.reasons(shortfall).enumerated().map { "  \($0 == 0 ? "because:  " : "          ") \($1)" }
    let next = report.nextPossible(shortfall)
    if !next.isEmpty { lines.append("  as the rota stands: could be \(next)") }
    let words = ReleaseWords(report: report)
    if let first = firstVisit(before: visit, found) {
      lines.append("  it waits for the first visit: call \(first)")
    } else if found.releases.isEmpty {
      lines.append("  no single change that was tried would free it")
    } else {
      lines.append("  what would free it, each tried:")
      lines += found.releases.map { "    \(words.sentence($0, for: visit))" }
    }
    return lines.map(WrappedText.of).joined(separator: "\n") + "\n"
  }

  /// The call that is to be freed instead.
  private func firstVisit(before visit: Visit, _ found: RotaExplanation.Shortfall) -> VisitID? {
    guard found.explanation.obstacles.contains(where: { $0.obstacle == .firstVisitUncovered }) else { return nil }
    return report.caseload.visits.first { $0.kind == .firstResponse && $0.referral == visit.referral }?.id
  }

  // MARK: - Done

  private func placement(_ account: PlacementAccount) -> String {
    guard let visit = report.caseload.visit(account.visit) else { return "" }
    let workers = names(account.placement.workers)
    var lines = [
      "DONE  \(report.personName(of: visit)): \(report.kindName(of: visit)), "
        + "\(report.clock.timeAndDay(account.placement.start)) with \(workers), "
        + "wanted \(report.preferredTimes(of: visit)) (call \(visit.id))",
      "  the day is \(account.addedCost.spoken) dearer for it" + own(account.costs),
    ]
    if let lock = visit.lock { lines.append("  ordered by \(lock.setBy): \(lock.reason)") }
    if account.alternatives.isEmpty {
      lines.append("  nobody else could do it with all other calls kept")
    } else {
      lines.append("  next best, all other calls kept:")
      lines += account.alternatives.map { alternative in
        "    \(report.clock.timeAndDay(alternative.opening.start)) with \(names(alternative.opening.workers)): "
          + difference(alternative)
      }
    }
    return lines.map { WrappedText.of(PrintableText.of($0)) }.joined(separator: "\n") + "\n"
  }

  private func own(_ costs: [CostAccount.Entry]) -> String {
    let sums = CostAccount.sums(costs)
    guard !sums.isEmpty else { return "; it has its usual worker at its wanted time" }
    return "; of that " + sums.map { "\($0.term.printedName) \($0.pence.spoken)" }.joined(separator: ", ")
  }

  private func difference(_ alternative: PlacementAccount.Alternative) -> String {
    guard !alternative.difference.isEmpty else { return "worth the same" }
    return alternative.difference.map { change in
      let sign = change.by < 0 ? "less" : "more"
      let amount = abs(change.by)
      return change.level.kind == .cost
        ? "\(Pence(amount).spoken) \(sign)"
        : "\(change.level.printedName): \(amount) \(sign)"
    }.joined(separator: "; ")
  }

  private func names(_ workers: [WorkerID]) -> String { workers.map { report.names[$0] }.joined(separator: " and ") }

  // MARK: - Worth

  /// Rows of the tables by worker and by person.
  private static let mostRows = 10

  /// By term; for the whole rota by worker and person, too, dearest first.
  private var costs: String {
    let sums = CostAccount.sums(explanation.costs)
    guard !sums.isEmpty else { return "" }
    let total = sums.reduce(Pence.zero) { $0 + $1.pence }
    let rows = sums.map { ($0.term.printedName, $0.pence.spoken) } + [("together", total.spoken)]
    let tables = [table("Cost", rows)]
    return (isWhole ? tables + [byWorker, byPerson] : tables).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var byWorker: String {
    dearest("Cost by worker", Dictionary(grouping: explanation.costs.filter { $0.worker != nil }, by: \.worker)) {
      report.names[$0]
    }
  }

  private var byPerson: String {
    dearest("Cost by person", Dictionary(grouping: explanation.costs.filter { $0.person != nil }, by: \.person)) {
      report.names[$0]
    }
  }

  private func dearest<ID: Comparable>(
    _ title: String, _ groups: [ID?: [CostAccount.Entry]], _ name: (ID) -> String
  ) -> String {
    let sums = groups.compactMap { id, entries in
      id.map { (id: $0, pence: entries.reduce(Pence.zero) { $0 + $1.pence }, entries: entries) }
    }.sorted { ($1.pence, $0.id) < ($0.pence, $1.id) }
    let rows = sums.prefix(ExplanationText.mostRows).map { sum in
      let most = CostAccount.sums(sum.entries).max { $0.pence < $1.pence }
      return (name(sum.id), "\(sum.pence.spoken)\(most.map { ", most of it \($0.term.printedName)" } ?? "")")
    }
    let rest = sums.count - rows.count
    return table(title, rows + (rest > 0 ? [("and \(rest) more", "--format json has them all")] : []))
  }

  /// Zeros left out.
  private var score: String {
    let rows = report.checked.score.nonZero.map { ($0.level.printedName, ScoreWords.value($0.value, at: $0.level)) }
    return table("Worth of the rota, weightiest first", rows)
  }

  private func table(_ title: String, _ rows: [(String, String)]) -> String {
    guard !rows.isEmpty else { return "" }
    let width = rows.map { DisplayWidth.of($0.0) }.max() ?? 0
    return "\(title)\n"
      + rows.map { name, value in
        WrappedText.of("  \(name)\(String(repeating: " ", count: width - DisplayWidth.of(name)))  \(value)") + "\n"
      }.joined()
  }
}
