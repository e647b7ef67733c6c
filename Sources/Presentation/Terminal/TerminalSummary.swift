import CareModel
import Quantities
import RotaChecking

/// A rota in at most fifteen lines for the terminal.
package struct TerminalSummary: Sendable {
  /// No summary has more lines.
  package static let mostLines = 15

  private let report: RotaReport
  private let page: String?
  private let advice: String?
  private let columns: Int

  /// - Parameters:
  ///   - page: the path of the page, for the last line; nil where none was written.
  ///   - advice: what to do next, behind it.
  ///   - columns: lines are cut to so many columns.
  package init(_ report: RotaReport, page: String? = nil, advice: String? = nil, columns: Int = 110) {
    self.report = report
    self.page = page.map(PrintableText.of)
    self.advice = advice
    self.columns = max(40, columns)
  }

  /// The lines as they are written, each ended.
  package var text: String { lines.joined(separator: "\n") + "\n" }

  /// What is left out and who is on without authority first, then the day in numbers, what is uncovered or late, and
  /// where to read on. What does not fit is counted.
  package var lines: [String] {
    let numbers = [coverage] + firstVisits
    let foot = [account] + lastLine
    let provenance = report.checked.rota.provenance
    let notes = (provenance?.warnings ?? []) + [provenance?.start?.words].compactMap { $0 }
    let warnings = notes.map { "NOTE  \($0)" }
    var room = TerminalSummary.mostLines - 1 - numbers.count - foot.count
    let warned = take(warnings, of: &room, atMost: 2, leaving: 7)
    let left = leftOut(&room)
    let unauthorised = take(report.unauthorised, of: &room, atMost: 2, leaving: 4)
    let shown = take(problems, of: &room, atMost: room, leaving: 0)
    let all = left + [report.title] + unauthorised + numbers + shown + warned + foot
    return all.enumerated().map { index, line in
      let isPath = page != nil && index == all.count - 1
      return isPath ? line : DisplayWidth.cut(line, to: columns)
    }
  }

  /// As many lines as fit; the last one counts the rest.
  private func take(_ lines: [String], of room: inout Int, atMost: Int, leaving: Int) -> [String] {
    let limit = min(atMost, room - leaving)
    guard limit > 0, !lines.isEmpty else { return [] }
    var kept = lines
    if lines.count > limit {
      kept = Array(lines.prefix(max(1, limit - 1)))
      let place = page == nil ? "" : " in the page"
      let rest = "and \(Count.grouped((lines.count - kept.count).magnitude)) more\(place)"
      if limit == 1 { kept[0] += ", \(rest)" } else { kept.append("  \(rest)") }
    }
    room -= kept.count
    return kept
  }

  private func leftOut(_ room: inout Int) -> [String] {
    let quarantine = report.caseload.quarantine
    guard !quarantine.isEmpty else { return [] }
    let place = page == nil ? "reable validate lists them all" : "all of them are in the page"
    room -= 1
    let head = "NOT IN THIS ROTA: \(Count.of(quarantine.count, "record")) left out (\(place))"
    return [head] + take(quarantine.map { "  \(report.words(of: $0))" }, of: &room, atMost: 2, leaving: 5)
  }

  /// What the rota itself breaks, which no rota of the engine does; then what is uncovered or late; then what facts and
  /// orders break, which no rota can mend.
  private var problems: [String] {
    let broken = report.checked.findings.filter { $0.severity == .broken }
    return words(of: broken.filter { $0.cause == .choice }) + report.shortfalls.map(line)
      + words(of: broken.filter { $0.cause != .choice })
  }

  private func words(of findings: [Finding]) -> [String] {
    findings.map { finding in
      let person = finding.visit.flatMap(report.caseload.visit).map { "\(report.personName(of: $0)): " } ?? ""
      return "  RULE BROKEN  \(person)\(PrintableText.of(finding.sentence)) (\(finding.cause.printedName))"
    }
  }

  private var coverage: String {
    let counts = report.counts
    var parts = ["\(counts.covered) of \(counts.calls) covered"]
    if counts.timeCritical > 0 {
      parts.append("time-critical \(counts.timeCriticalOnTime) of \(counts.timeCritical) on time")
    }
    if counts.twoPerson > 0 { parts.append("two-person \(counts.twoPersonCovered) of \(counts.twoPerson)") }
    return "Calls         " + parts.joined(separator: "; ")
  }

  private var firstVisits: [String] {
    let counts = report.counts
    guard counts.firstVisits + counts.firstVisitsLeftForLater > 0 else { return [] }
    let limit = report.caseload.policy.responseTime.spoken
    let later =
      counts.firstVisitsLeftForLater == 0 ? "" : "; \(counts.firstVisitsLeftForLater) not yet due, left for later"
    return ["First visits  \(counts.firstVisitsInTime) of \(counts.firstVisits) inside \(limit)\(later)"]
  }

  private func line(_ shortfall: Shortfall) -> String {
    let what =
      shortfall.visit.kind == .firstResponse
      ? report.caseload.rank(of: shortfall.visit).printedName : report.kindName(of: shortfall.visit)
    let reason = report.shortReason(shortfall)
    let next = report.nextPossible(shortfall)
    let because = reason.isEmpty ? "" : ": \(reason)"
    let opening = next.isEmpty ? "" : "; could be \(next)"
    let plain = what.replacing(" (", with: ", ").replacing(")", with: "")
    let who = "\(report.personName(of: shortfall.visit)) (\(plain))"
    return "  \(shortfall.label)  \(who) \(report.when(shortfall))\(because)\(opening)"
  }

  private var account: String {
    let counts = report.counts
    let overtime = counts.overtime == .zero ? "0" : counts.overtime.spoken
    let proof =
      report.checked.rota.provenance.map { provenance in
        "   proof: \(provenance.proof.brief(of: report.checked.score.ladder))"
      } ?? ""
    return "Travel \(counts.travel.spoken)   overtime \(overtime)\(proof)"
  }

  private var lastLine: [String] {
    let parts = [page.map { "Open \($0)" }, advice].compactMap { $0 }
    return parts.isEmpty ? [] : [parts.joined(separator: "      ")]
  }
}
