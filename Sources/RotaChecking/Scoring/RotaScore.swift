import CareModel
import Quantities

/// The whole score of a rota, level by level (`Documentation/score.md`).
struct RotaScore {
  let score: Score

  /// - Parameter runCosts: the cost of each run.
  init(of rota: RotaUnderCheck, runCosts: [Pence]) {
    let policy = rota.caseload.policy
    var score = Score(ladder: policy.ladder)
    var changes = 0
    for call in rota.calls {
      guard let level = call.level.level else { continue }
      if !call.isCovered { score.add(1, at: level) }
      if level.kind == .response, let rank = level.rank {
        let lateness = ResponseLateness(of: call, in: rota.caseload)
        score.add(lateness.isAvoidable ? 1 : 0, at: Level(.responseAvoidable, rank: rank))
        score.add(lateness.squaredQuarterHours, at: Level(.responseLateness, rank: rank))
      }
      guard let placement = call.placement else {
        changes += PublishedChange.weightOfLeavingOut(call.visit, asOf: rota.caseload.asOf, policy: policy)
        continue
      }
      if level.kind == .timeCritical {
        let window = call.visit.window(meantBy: placement.start)
        let outside = window?.agreed.distance(to: placement.start).startedMinutes ?? .zero
        score.add(outside.value, at: Level(.timeCriticalLate))
      }
      let change = PublishedChange(of: call.visit, to: placement, asOf: rota.caseload.asOf, policy: policy)
      changes += change?.weight ?? 0
      score.add(CallCost(of: call.visit, placement, change: change, policy: policy).total.value, at: Level(.cost))
      for worker in placement.workers {
        let cost = WorkerCost(of: worker, for: call.visit, change: change, in: rota.caseload)
        score.add(cost.total.value, at: Level(.cost))
      }
    }
    score.add(max(0, changes - policy.changeBudget), at: Level(.stability))
    for cost in runCosts { score.add(cost.value, at: Level(.cost)) }
    self.score = score
  }
}
