import LinearProgramming
import ReproducibleNumbers

/// Column generation, and the search from where its dives end.
extension DayOptimiser {
  /// The work units at which search makes way for column generation and dives; nil where programs are
  /// unlikely to be solved with enough left for search.
  func divesFrom() -> Int? {
    guard problem.callCount > 0, budget > 0 else { return nil }
    return ColumnGeneration.isUsuallySolved(problem, within: budget / 9) ? budget / 5 : nil
  }

  /// Proves levels, and follows up the dives into the program of the first one that it can't prove.
  func generateColumns(
    _ state: SearchState, best: SearchState, empty: SearchState, search: InsertionSearch, meter: WorkMeter,
    pool: RunPool, divesFrom: Int?, proof: inout LevelBounds, progress: ([Int]) -> Void
  ) throws -> [(name: String, value: Int)] {
    if problem.callCount == 0 { throw StageSkipped(reason: "no calls") }
    if meter.mustStop(at: budget) { throw StageSkipped(reason: "no work left") }
    if let obstacle = ColumnGeneration.obstacle(problem) { throw StageSkipped(reason: obstacle) }
    let (begun, rest) = (meter.used, budget - meter.used)
    var share = divesFrom == nil ? rest / 2 : rest / 20 * 9
    if problem.shiftCount + problem.callCount > LevelProgram.mostRows {
      // On days so large search has more use for the usual budget.
      share = min(share, budget - OptimiserSettings.usualBudget(calls: problem.callCount))
      if share <= 0 { throw StageSkipped(reason: "no work beyond the usual for a day so large") }
    }
    let limit = begun + share
    let diveLimit = divesFrom == nil ? 0 : begun + rest / 20 * 13
    var generation = ColumnGeneration(
      problem: problem, meter: meter, limit: limit, diveLimit: diveLimit, proof: proof,
      threads: settings.threads)
    defer { proof = generation.proof }
    try SolverThread.run(memoryLimitMegabytes: 2048) { try generation.run(PricedRota(best, empty: empty)) }
    pool.add(generation.cheapest, packing: problem.packing)
    let iterations = try followUp(
      generation.dives, state, best: best, search: search, meter: meter, pool: pool,
      limit: meter.used + (budget - meter.used) / 10 * 7, progress: progress)
    let counts = generation.counts
    return [
      ("programs", counts.programs), ("columns", counts.columns), ("rounds", counts.rounds),
      ("pivots", counts.pivots), ("labels", counts.labels), ("dives", generation.dives.count),
      ("iterations", iterations),
    ]
  }

  /// Fills what dives have left open and searches on from there, though that be worse than the best rota; only a better one is kept.
  ///
  /// - Returns: rounds of ruin and recreate.
  private func followUp(
    _ dives: [[PricedRun]], _ state: SearchState, best: SearchState, search: InsertionSearch,
    meter: WorkMeter, pool: RunPool, limit: Int, progress: ([Int]) -> Void
  ) throws -> Int {
    var iterations = 0
    for (number, runs) in dives.enumerated() where !runs.isEmpty && !meter.mustStop(at: limit) {
      let share = (limit - meter.used) / (dives.count - number)
      let dived = SearchState(problem, evaluator: best.evaluator)
      guard dived.loadWhatFits(of: runs) else { continue }
      var random = RandomStream(seed: settings.seed, purpose: .dive, index: UInt64(number), subindex: 1)
      RegretInsertion(search: search).fill(dived, random: &random)
      pool.add(dived)
      state.copy(from: dived)
      guard !meter.mustStop(at: limit) else { break }
      iterations += try improve(
        state, best: best, search: search, meter: meter, pool: pool, limit: min(limit, meter.used + share),
        purpose: .dive, index: number, progress: progress
      ).reduce(0) { $0 + $1.value }
    }
    return iterations
  }
}
