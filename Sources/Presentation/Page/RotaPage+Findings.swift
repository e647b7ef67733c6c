import CareModel
import Quantities
import RotaChecking

extension RotaPage {
  /// What the checker says of the rules.
  var findingSection: Markup {
    let findings = report.findingsBySeverity
    let broken = findings.filter { $0.severity == .broken }.count
    let verdict =
      broken == 0
      ? "Checked independently of the optimiser: no rule is broken."
      : report.checked.isPublishable
        ? "\(Count.of(broken, "rule is", "rules are")) broken by what has happened or by a named person's order."
        : "\(Count.of(broken, "finding")) of broken rules: this rota can't be sent out as it is."
    let warnings = table(of: findings.filter { $0.severity == .warning }, called: "Warnings")
    let count = findings.count - broken
    let folded: Markup =
      count > 3 ? "<details><summary>\(Count.of(count, "warning"))</summary>\(warnings)</details>" : warnings
    return """
      <section id="findings" aria-labelledby="findings-heading"><h2 id="findings-heading">Rules</h2>
      <p>\(verdict)</p>\(table(of: findings.filter { $0.severity == .broken }, called: "Broken rules"))\(folded)</section>
      """
  }

  private func table(of findings: [Finding], called name: String) -> Markup {
    guard !findings.isEmpty else { return .empty }
    return """
      <div class="wide" role="region" aria-label="\(name)" tabindex="0"><table>
      <thead><tr><th scope="col">Kind</th><th scope="col">Rule</th><th scope="col">What</th><th scope="col">Measured</th>\
      <th scope="col">Limit</th><th scope="col">Why it stands</th></tr></thead>
      <tbody>\(Markup.joined(findings.map(row)))</tbody></table></div>
      """
  }

  private func row(_ finding: Finding) -> Markup {
    var who: [String] = []
    if let visit = finding.visit {
      who.append(report.caseload.visit(visit).map { report.personName(of: $0) } ?? PrintableText.of(visit.text))
    }
    if let worker = finding.worker { who.append(report.names[worker]) }
    let about: Markup = who.isEmpty ? "" : "<br/><span class=\"faint\">\(who.joined(separator: ", "))</span>"
    let order = finding.overriddenBy.map { ": overridden by \($0)" } ?? ""
    return """
      <tr\(finding.severity == .broken ? " class=\"grave\"" as Markup : .empty)>\
      <th scope="row">\(finding.severity.printedName)</th><td>\(finding.rule.printedName)</td>\
      <td>\(finding.sentence)\(about)</td><td>\(finding.measured)</td><td>\(finding.limit)</td>\
      <td>\(finding.cause.printedName)\(order)</td></tr>

      """
  }
}
