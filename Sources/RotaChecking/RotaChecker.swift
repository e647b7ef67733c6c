package import CareModel
import Quantities
package import TravelTimes

/// Proves a rota, or shows where it breaks a rule, from the day and the rota alone.
///
/// It shares no code with the optimiser and believes nothing that a rota says of itself. Any rota is taken, however
/// broken.
///
/// ```swift
/// let checked = RotaChecker.check(rota, of: caseload, travel: TravelModel(caseload))
/// if checked.isPublishable { … }
/// ```
package enum RotaChecker {
  /// Finds every broken rule, scores the rota level by level and reckons each run's timeline.
  ///
  /// - Complexity: n log n in the number of stops and calls, times the rules.
  package static func check(_ rota: Rota, of caseload: Caseload, travel: TravelModel) -> CheckedRota {
    let prepared = RotaUnderCheck(rota, of: caseload, travel: travel)
    let costs = prepared.runs.map(RunCost(of: prepared).cost)
    let findings = RotaRules.all.flatMap { $0.findings(in: prepared) }
    return CheckedRota(
      rota: rota, score: RotaScore(of: prepared, runCosts: costs).score, findings: sorted(findings),
      timelines: zip(prepared.runs, costs).map { $0.timeline(cost: $1) })
  }

  /// By rule, call, worker; what concerns no call or nobody comes first, and the sentence settles what is left.
  private static func sorted(_ findings: [Finding]) -> [Finding] {
    let places = Dictionary(
      RuleName.allCases.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return findings.map { (place: places[$0.rule] ?? 0, finding: $0) }.sorted { left, right in
      let (leftVisit, rightVisit) = (left.finding.visit?.text ?? "", right.finding.visit?.text ?? "")
      let (leftWorker, rightWorker) = (left.finding.worker?.text ?? "", right.finding.worker?.text ?? "")
      return (left.place, leftVisit, leftWorker, left.finding.sentence)
        < (right.place, rightVisit, rightWorker, right.finding.sentence)
    }.map(\.finding)
  }
}
