import CareModel
import RotaChecking
import RotaOptimiser

extension RotaPlanner {
  /// How the rota came about, but for what it was started from.
  ///
  /// - Parameter difference: by level of the ladder, what the checker counts beyond the optimiser.
  func provenance(
    _ day: DayProblem, _ result: OptimiserResult, _ checked: CheckedRota, difference: [Int]
  ) throws(RotaPlanningError) -> Provenance {
    let stages = result.stages.map { stage -> StageReport in
      var score = day.score(stage.levels)
      // The difference holds a change budget of which a rota may need less than there is.
      score.values = zip(score.values, difference).map { max(0, $0 + $1) }
      return StageReport(
        name: stage.kind.rawValue, outcome: outcome(stage.outcome), workUsed: stage.workUsed,
        counts: stage.counts.map { StageReport.Count($0.name, $0.value) }, score: score)
    }
    let usedSolver = result.stages.contains { [.columns, .glpk].contains($0.kind) && $0.ran }
    return Provenance(
      inputDigest: identity.inputDigest, engineVersion: identity.engineVersion,
      glpkVersion: usedSolver ? result.solverVersion : "", seed: settings.seed, budget: result.budget,
      workUsed: result.workUsed, stages: stages,
      stoppedBy: result.isCutByDeadline ? .deadline : result.isCutByWork ? .work : .finished,
      proof: try proof(day, result, checked.score, difference: difference), prices: result.prices.flatMap(day.prices))
  }

  private func outcome(_ outcome: OptimiserStage.Outcome) -> StageReport.Outcome {
    switch outcome {
    case .improved: .improved
    case .unchanged: .unchanged
    case .skipped(let reason): .skipped(reason)
    case .failed(let reason): .failed(reason)
    }
  }

  /// Levels in ladder order as long as each is proven, and the first that isn't.
  private func proof(
    _ day: DayProblem, _ result: OptimiserResult, _ score: Score, difference: [Int]
  ) throws(RotaPlanningError) -> Proof {
    var levels: [Proof.LevelProof] = []
    for (index, level) in caseload.policy.ladder.levels.enumerated() {
      var bound = day.score(result.bounds).values[index] + difference[index]
      if level.kind == .stability { bound = max(0, bound - caseload.policy.changeBudget) }
      let value = score.values[index]
      guard bound <= value else { throw .boundExceedsValue(level: level, bound: bound, value: value) }
      let origin = result.boundOrigins[index + day.levelOffset]
      levels.append(
        Proof.LevelProof(
          level: level, bound: bound, value: value, by: origin.method == .columns ? .columns : .calls,
          isSolved: origin.isSolved, relaxations: bound < value ? origin.relaxations.map(\.rawValue) : []))
      if bound < value { break }
    }
    return Proof(levels: levels)
  }
}

extension DayProblem {
  /// The optimiser's prices of calls and duty periods; nil where they are of the level before the ladder.
  func prices(_ prices: LevelPrices) -> Prices? {
    let levels = caseload.policy.ladder.levels
    guard levels.indices.contains(prices.level - levelOffset) else { return nil }
    func thousandths(_ price: Int) -> Int {
      price / prices.grid * 1000 + price % prices.grid * 1000 / prices.grid
    }
    return Prices(
      level: levels[prices.level - levelOffset],
      calls: zip(calls, prices.calls).map { Prices.CallPrice(visit: $0.id, thousandths: thousandths($1)) }
        .filter { $0.thousandths > 0 },
      duties: zip(duties, prices.shifts).map {
        Prices.DutyPrice(worker: $0.worker.id, duty: $0.duty.id, thousandths: thousandths($1))
      }.filter { $0.thousandths > 0 })
  }
}
