package import CareModel
package import RotaChecking

/// What the checker has to say of a rota, as plain text for the terminal.
package struct FindingList: Sendable {
  private let checked: CheckedRota
  private let caseload: Caseload
  private let names: PersonNames

  package init(_ checked: CheckedRota, of caseload: Caseload, names: PersonNames = .identifiers) {
    self.checked = checked
    self.caseload = caseload
    self.names = names
  }

  /// The verdict, each finding with its rule, call, worker, measure, limit and cause, then the score by level.
  package var text: String { (verdict + uncovered + findings + score).joined(separator: "\n") + "\n" }

  /// Calls that somebody needs today and nobody does: a rota may be sent out with them, but not unnoticed.
  private var uncovered: [String] {
    let lines = checked.rota.uncovered.compactMap { id -> String? in
      guard let visit = caseload.visit(id), let level = caseload.level(of: visit).level else { return nil }
      return PrintableText.of("  \(id), \(visit.kind.printedName) of \(names[visit.person]) (\(level.printedName))")
    }
    return lines.isEmpty ? [] : ["NOT COVERED: \(Count.of(lines.count, "call"))"] + lines
  }

  private var verdict: [String] {
    let broken = checked.findings.filter { $0.severity == .broken }
    let choices = broken.filter { $0.cause == .choice }.count
    let left =
      caseload.quarantine.isEmpty
      ? [] : ["NOT IN THIS ROTA: \(Count.of(caseload.quarantine.count, "record")) left out of the day"]
    guard choices > 0 else {
      let others = broken.isEmpty ? "" : "; what is broken has happened or was ordered"
      return left + ["The rota may be sent out: no rule is broken by choice\(others)."]
    }
    return left + ["The rota must not be sent out: \(Count.of(choices, "finding")) of its own choice."]
  }

  private var findings: [String] {
    guard !checked.findings.isEmpty else { return [] }
    return [""] + checked.findings.flatMap(lines)
  }

  private func lines(of finding: Finding) -> [String] {
    let weight = finding.severity == .warning ? "warning" : finding.cause.rawValue
    let subjects = [
      finding.visit.map { "call \($0)" }, finding.worker.map { "worker \(names[$0])" },
      finding.overriddenBy.map { "overridden by \($0)" },
    ].compactMap { $0 }.joined(separator: ", ")
    return [
      PrintableText.of("\(finding.rule.rawValue) (\(weight)): \(finding.sentence)"),
      PrintableText.of(
        "    \(subjects.isEmpty ? "" : subjects + "; ")measured \(finding.measured), limit \(finding.limit)"),
    ]
  }

  private var score: [String] {
    ["", "Score, first level weightiest:"]
      + checked.score.nonZero.map { "  \($0.level.printedName): \($0.value)" }
      + (checked.score.nonZero.isEmpty ? ["  nothing uncovered, late or spent"] : [])
  }
}
