import CareModel
import Quantities
import RotaChecking
import RotaOptimiser

/// Says what of a rota to start from was dropped, moved or put right, and which rule it broke, as the checker found it.
struct StartAccount {
  private let day: DayProblem
  private let given: Rota
  private let mended: Rota
  /// Rules that the given rota broke by its own choice.
  private let findings: [Finding]

  /// - Parameter mended: what the optimiser kept of it.
  init(_ given: CheckedRota, mended: RotaSolution, of day: DayProblem) {
    self.day = day
    self.given = given.rota
    self.mended = day.rota(from: mended, provenance: nil)
    findings = given.findings.filter { $0.severity == .broken && $0.cause == .choice }
  }

  func report(digest: String) -> StartReport {
    var mends: [StartReport.Mend] = []
    var seen: Set<[String]> = []
    for run in given.runs {
      for stop in run.stops where seen.insert([run.worker.text, stop.visit.text]).inserted {
        if let mend = mend(stop, of: run.worker) { mends.append(mend) }
      }
    }
    var told = Set(mends.map { [$0.rule, $0.worker?.text ?? ""] })
    for finding in findings where finding.visit == nil {
      guard told.insert([finding.rule.rawValue, finding.worker?.text ?? ""]).inserted else { continue }
      mends.append(mend(.corrected, nil, finding.worker, finding))
    }
    let calls = mended.runs.flatMap(\.stops).map(\.visit).filter { day.callIndex[$0] != nil }
    return StartReport(inputDigest: digest, kept: Set(calls).count, mends: mends)
  }

  /// What became of a stop; nil where it is as it was, or only earlier.
  private func mend(_ stop: Stop, of worker: WorkerID) -> StartReport.Mend? {
    let own = findings.first { $0.visit == stop.visit && ($0.worker == nil || $0.worker == worker) }
    guard let kept = start(of: stop.visit, by: worker) else {
      return mend(.dropped, stop.visit, worker, own ?? cause(of: stop.visit, worker))
    }
    if kept > stop.start || kept < stop.start && own != nil {
      return mend(.moved, stop.visit, worker, own ?? cause(of: stop.visit, worker))
    }
    return own.map { mend(.corrected, stop.visit, worker, $0) }
  }

  private func start(of visit: VisitID, by worker: WorkerID) -> Instant? {
    mended.runs.lazy.filter { $0.worker == worker }.flatMap(\.stops).first { $0.visit == visit }?.start
  }

  private func mend(
    _ remedy: StartReport.Remedy, _ visit: VisitID?, _ worker: WorkerID?, _ finding: Finding?
  ) -> StartReport.Mend {
    let needs = visit.flatMap(missingNeed)
    return StartReport.Mend(
      visit: visit, worker: worker, remedy: remedy, rule: (finding?.rule ?? needs ?? .travel).rawValue,
      sentence: finding?.sentence
        ?? (needs == nil ? "There is no room for it among the calls that stay." : "A call that it needs does not stay.")
    )
  }

  /// Why a call that breaks no rule by itself can't stay: what its other workers break, a call that it needs, or what else is wrong in its run.
  private func cause(of visit: VisitID, _ worker: WorkerID) -> Finding? {
    if let finding = findings.first(where: { $0.visit == visit }) { return finding }
    return missingNeed(of: visit) != nil ? nil : findings.first { $0.worker == worker }
  }

  /// The rule by which a call needs another one that did not stay.
  private func missingNeed(of visit: VisitID) -> RuleName? {
    guard let call = day.callIndex[visit] else { return nil }
    let placed = Set(mended.runs.flatMap(\.stops).map(\.visit))
    let isMissing = day.problem.links.contains { link in
      guard case .requires = link.relation else { return false }
      return link.second == call && !placed.contains(day.calls[link.first].id)
    }
    let isApart = day.problem.bundles.contains {
      $0.contains(call) && !$0.allSatisfy { placed.contains(day.calls[$0].id) }
    }
    guard isMissing || isApart else { return nil }
    return day.calls[call].isInStartBundle || isApart ? .startBundle : .links
  }
}
