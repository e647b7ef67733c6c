package import CareModel
import Explanations
import Quantities
package import RotaChecking

extension RotaReport {
  /// `Small borough, Tue 24 Nov 2026, as of 07:00 (invented people)`.
  package var title: String {
    let mark = caseload.isInvented ? " (invented people)" : ""
    let asOf = clock.timeAndDay(checked.rota.asOf)
    return "\(PrintableText.of(caseload.title)), \(DayClock.words(checked.rota.serviceDate)), as of \(asOf)\(mark)"
  }

  /// `Mrs Example`.
  package func personName(of visit: Visit) -> String { names[visit.person] }

  /// What the call is, with its rank where it is a first visit: `first visit, hospital discharge`.
  package func kindName(of visit: Visit) -> String {
    guard visit.kind == .firstResponse else { return visit.kind.printedName }
    return "first visit, \(caseload.rank(of: visit).printedName)"
  }

  /// `08:00–08:30`, the alternatives with "or" between; one time where the window is a moment.
  package func preferredTimes(of visit: Visit) -> String {
    visit.windows.map { window in
      window.preferred.start == window.preferred.end
        ? clock.timeAndDay(window.preferred.start) : clock.interval(window.preferred)
    }.joined(separator: " or ")
  }

  /// When a shortfall is or should have been: `Wed 09:10, 3 h 20 late`, `for 08:00–08:30`.
  package func when(_ shortfall: Shortfall) -> String {
    let start = shortfall.start.map(clock.timeAndDay) ?? ""
    switch shortfall.matter {
    case .uncovered:
      if let deadline = caseload.responseDeadline(of: shortfall.visit) {
        let word = deadline < checked.rota.asOf ? "was due" : "due"
        return "\(word) by \(clock.timeAndDay(deadline))"
      }
      return "for \(preferredTimes(of: shortfall.visit))"
    case .deferred:
      let deadline = caseload.responseDeadline(of: shortfall.visit).map(clock.timeAndDay) ?? ""
      return "not yet due: by \(deadline)"
    case .pastDeadline(let delay): return "\(start), \(delay.spoken) late"
    case .afterAgreed(let delay): return "\(start), \(delay.spoken) after the agreed time"
    case .beforeAgreed(let delay): return "\(start), \(delay.spoken) before the agreed time"
    }
  }

  /// Why, in a few words; empty where nothing has been found out.
  package func shortReason(_ shortfall: Shortfall) -> String {
    if let plain = plainWords(shortfall) { return plain }
    return shortfall.explanation?.shortReason(hours: hours(of: shortfall)) ?? ""
  }

  /// Everything that stood in the way, commonest first.
  package func reasons(_ shortfall: Shortfall) -> [String] {
    if let plain = plainWords(shortfall) { return [plain] }
    return shortfall.explanation?.reasons(hours: hours(of: shortfall)) ?? []
  }

  /// What no run has to be asked for.
  private func plainWords(_ shortfall: Shortfall) -> String? {
    if let overdue = overdueWords(shortfall) { return overdue }
    return caseload.workers.allSatisfy(\.dutyPeriods.isEmpty) ? "nobody is on duty today" : nil
  }

  /// A first visit whose deadline had passed before the rota was made: nothing in the rota made it late.
  private func overdueWords(_ shortfall: Shortfall) -> String? {
    guard case .pastDeadline = shortfall.matter, let deadline = caseload.responseDeadline(of: shortfall.visit),
      deadline < checked.rota.asOf
    else { return nil }
    return "already overdue at \(clock.timeAndDay(checked.rota.asOf))"
  }

  /// `16:30 with Ada Brook`; empty where there is no opening.
  package func nextPossible(_ shortfall: Shortfall) -> String {
    guard let opening = shortfall.explanation?.nextPossible else { return "" }
    let workers = opening.workers.map { names[$0] }.joined(separator: " and ")
    return clock.timeAndDay(opening.start) + (workers.isEmpty ? "" : " with \(workers)")
  }

  /// The hours that the reasons speak of, which are those that `ReasonFinder` tries: for an uncovered call the safe
  /// ones, for a late first visit those until its deadline, for others the agreed ones; nothing before now.
  func hours(of shortfall: Shortfall) -> String {
    let visit = shortfall.visit
    guard let first = visit.windows.first, let last = visit.windows.last else { return "" }
    let asOf = checked.rota.asOf
    let (start, end) =
      switch shortfall.matter {
      case .uncovered, .deferred: (max(asOf, first.safe.start), last.safe.end)
      case .pastDeadline:
        (max(asOf, first.safe.start), caseload.responseDeadline(of: visit) ?? last.safe.end)
      case .afterAgreed, .beforeAgreed: agreedHours(of: shortfall) ?? (first.agreed.start, last.agreed.end)
      }
    return start < end ? clock.interval(start, end) : ""
  }

  private func agreedHours(of shortfall: Shortfall) -> (Instant, Instant)? {
    shortfall.start.flatMap(shortfall.visit.alternative).map { ($0.agreed.start, $0.agreed.end) }
  }

  /// People who go on past their last permitted day without anybody's word: `day 44, no authoriser: Mrs Example`.
  package var unauthorised: [String] {
    caseload.unauthorisedEpisodes.map { "day \($0.day), no authoriser: \(names[$0.episode.person])" }
  }

  /// Duty periods without a call: `Ada Brook, rehabilitation assistant, 07:00–15:00`.
  package var idleDuties: [String] {
    let used = Set(checked.rota.runs.map { [$0.worker.text, $0.duty.text] })
    return caseload.workers.flatMap { worker in
      worker.dutyPeriods.filter { !used.contains([worker.id.text, $0.id.text]) }
        .map { "\(names[worker.id]), \(worker.role.printedName), \(clock.interval($0.hours))" }
    }
  }

  /// What stands above everything that is told of a rota: records left out, and who goes on without anybody's word.
  package var heads: [String] {
    guard !caseload.quarantine.isEmpty else { return unauthorised }
    let records = caseload.quarantine.map { "  \(words(of: $0))" }
    return ["NOT IN THIS ROTA: \(Count.of(records.count, "record")) left out"] + records + unauthorised
  }

  /// A record left out, in one line: `visit v-017 (Mrs Example): …`.
  package func words(of record: QuarantinedRecord) -> String {
    let who = record.person.map { " (\(names[$0]))" } ?? ""
    let more = record.problems.count > 1 ? ", and \(record.problems.count - 1) more" : ""
    let problem = record.problems.first.map { ": \(words(of: $0))\(more)" } ?? ""
    return PrintableText.of("\(record.kind) \(record.id)\(who)\(problem)")
  }

  /// What is wrong, on one line.
  package func words(of problem: InputProblem) -> String {
    let found = problem.found.isEmpty ? "nothing there" : "found \(problem.found)"
    return PrintableText.of("\(found); \(problem.expected)")
  }

  /// Findings that speak of a broken rule, then warnings, each in the checker's order.
  package var findingsBySeverity: [Finding] {
    checked.findings.filter { $0.severity == .broken } + checked.findings.filter { $0.severity == .warning }
  }
}
