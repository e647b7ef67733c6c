import LinearProgramming
import Quantities
import ReproducibleNumbers

/// Makes the best rota it can within a budget of work; every stage leaves a valid rota, so it can stop at any time.
///
/// Greedy, from nothing or from a given rota, then search, on large days in blocks, too, then GLPK on the runs met, then search again; a stage that
/// fails leaves the rota as it was.
package struct DayOptimiser {
  let problem: CompiledProblem
  let settings: OptimiserSettings
  let budget: Int

  /// - Throws: `RotaProblemError` where the problem doesn't hang together.
  package init(_ problem: RotaProblem, settings: OptimiserSettings) throws(RotaProblemError) {
    self.problem = try CompiledProblem(problem)
    self.settings = settings
    let wished = settings.budget ?? OptimiserSettings.usualBudget(calls: problem.calls.count)
    budget = min(max(0, wished), OptimiserSettings.largestBudget)
  }

  /// Solves the problem.
  ///
  /// - Parameters:
  ///   - start: a rota to start from instead of from nothing, in the problem's indices. It may break any rule and is mended first
  ///     (`StartMending`); it binds nothing, but the result is no worse than it is then.
  ///   - progress: told the stage and the levels of the rota in hand, each time it gets better.
  ///   - stageEnded: told what a stage did, when it has ended.
  ///   - deadlineReached: asked now and then; true ends the work with the best rota so far.
  package func solve(
    from start: RotaSolution? = nil, progress: (OptimiserStage.Kind, [Int]) -> Void = { _, _ in },
    stageEnded: (OptimiserStage) -> Void = { _ in }, deadlineReached: @escaping () -> Bool = { false }
  ) -> OptimiserResult {
    let evaluator = RunEvaluator(problem)
    let search = InsertionSearch(problem)
    let meter = WorkMeter(
      budget: budget, evaluator: evaluator, search: search, clock: SharedClock(deadlineReached))
    let empty = SearchState(problem, evaluator: evaluator)
    let state = SearchState(problem, evaluator: evaluator)
    let best = SearchState(problem, evaluator: evaluator)
    if settings.audits { state.auditor = StateAuditor() }
    let pool = RunPool(capacity: settings.poolCapacity)
    var stages: [OptimiserStage] = []
    var proof = LevelBounds(alone: CallAloneBound(problem).values())

    func run(_ kind: OptimiserStage.Kind, _ body: () throws -> [(name: String, value: Int)]) {
      let (before, used) = (best.total, meter.used)
      let (labels, places) = (meter.labels, meter.places)
      var counts: [(name: String, value: Int)] = []
      var outcome: OptimiserStage.Outcome
      do {
        counts = try body()
        outcome = best.total < before ? .improved : .unchanged
      } catch let skip as StageSkipped {
        outcome = .skipped(skip.reason)
      } catch {
        outcome = .failed("\(error)")
      }
      let stage = OptimiserStage(
        kind: kind, outcome: outcome, workUsed: meter.used - used, counts: counts,
        labels: meter.labels - labels, places: meter.places - places, levels: levels(of: best))
      stages.append(stage)
      stageEnded(stage)
    }

    var mended: RotaSolution?
    if let start {
      run(.start) {
        StartMending(start, into: state).load()
        best.copy(from: state)
        pool.add(best)
        mended = best.solution()
        progress(.start, levels(of: best))
        return [("kept", problem.callCount - best.uncoveredCalls.count)]
      }
    }
    run(.greedy) {
      var random = RandomStream(seed: settings.seed, purpose: .greedy, index: 0)
      RegretInsertion(search: search).fill(state, random: &random)
      if start == nil || state.total < best.total { best.copy(from: state) } else { state.copy(from: best) }
      pool.add(best)
      progress(.greedy, levels(of: best))
      return [("uncovered", best.uncoveredCalls.count)]
    }
    if settings.solver != .greedy {
      let divesFrom = divesFrom()
      let blocksFrom = blocksFrom()
      run(.search) {
        try improve(
          state, best: best, search: search, meter: meter, pool: pool, limit: blocksFrom ?? divesFrom ?? budget * 3 / 5,
          purpose: .search, progress: { progress(.search, $0) })
      }
      if blocksFrom != nil {
        run(.blocks) {
          try searchInBlocks(
            best: best, meter: meter, pool: pool, auditor: state.auditor,
            progress: { progress(.blocks, $0) })
        }
      }
      run(.columns) {
        try generateColumns(
          state, best: best, empty: empty, search: search, meter: meter, pool: pool, divesFrom: divesFrom,
          proof: &proof, progress: { progress(.columns, $0) })
      }
      run(.glpk) {
        if problem.callCount == 0 { throw StageSkipped(reason: "no calls") }
        if settings.without.contains(.recombination) { throw StageSkipped(reason: "left out") }
        if meter.mustStop(at: budget) { throw StageSkipped(reason: "no work left") }
        return try recombine(best: best, empty: empty, pool: pool, meter: meter, progress: { progress(.glpk, $0) })
      }
      run(.polish) {
        state.copy(from: best)
        return try improve(
          state, best: best, search: search, meter: meter, pool: pool, limit: budget,
          purpose: .polish, progress: { progress(.polish, $0) })
      }
    }
    best.settle()
    return OptimiserResult(
      solution: best.solution(), mended: mended, stages: stages, bounds: proof.values, boundOrigins: proof.origins,
      prices: proof.prices,
      levelsOfEmptyRota: levels(of: empty), solverVersion: SolverEnvironment.version, budget: budget,
      workUsed: meter.used, isCutByDeadline: meter.isPastDeadline,
      isCutByWork: settings.solver != .greedy && meter.used >= budget, auditFindings: state.auditor?.findings ?? [])
  }

  /// A lower bound at each level for those rotas alone that leave out nothing that counts at level 0.
  package func boundsServingAll() -> [Int] { CallAloneBound(problem).values(servingAll: true) }

  struct StageSkipped: Error { let reason: String }

  func improve(
    _ state: SearchState, best: SearchState, search: InsertionSearch, meter: WorkMeter,
    pool: RunPool, limit: Int, purpose: StreamPurpose, index: Int = 0, progress: ([Int]) -> Void
  ) throws -> [(name: String, value: Int)] {
    if problem.callCount == 0 { throw StageSkipped(reason: "no calls") }
    if meter.mustStop(at: limit) { throw StageSkipped(reason: "no work left") }
    var random = RandomStream(seed: settings.seed, purpose: purpose, index: UInt64(index))
    func keep(_ state: SearchState) {
      pool.add(state)
      progress(levels(of: state))
    }
    let descent = Descent(
      search: search, neighbourhood: problem.neighbourhood, meter: meter, without: settings.without)
    descent.descend(state, limit: limit, random: &random)
    if state.total < best.total {
      best.copy(from: state)
      keep(best)
    }
    let ruin = RuinAndRecreate(
      problem, search: search, neighbourhood: problem.neighbourhood, meter: meter, without: settings.without)
    let iterations = ruin.run(state, best: best, limit: limit, random: &random, foundBetter: keep)
    return [("iterations", iterations)]
  }

  private func recombine(
    best: SearchState, empty: SearchState, pool: RunPool, meter: WorkMeter, progress: ([Int]) -> Void
  ) throws -> [(name: String, value: Int)] {
    pool.add(best)
    let limit = meter.used + (meter.budget - meter.used) / 2
    let (columns, counts) = try SolverThread.run(memoryLimitMegabytes: 2048) {
      var program = SetPartitioning(problem: problem, pool: pool, meter: meter, limit: limit)
      let columns = try program.solve(incumbent: best, empty: empty)
      return (columns, program.counts)
    }
    let trial = SearchState(problem, evaluator: best.evaluator)
    if trial.load(columns), trial.total < best.total {
      best.copy(from: trial)
      progress(levels(of: best))
    }
    return [
      ("columns", counts.columns), ("programs", counts.programs), ("pivots", counts.pivots), ("nodes", counts.nodes),
    ]
  }

  private func levels(of state: SearchState) -> [Int] { problem.packing.values(of: state.total) }
}

extension StreamPurpose {
  static let greedy = StreamPurpose("rota.greedy")
  static let search = StreamPurpose("rota.search")
  /// Subindex 1 fills what a dive left open.
  static let dive = StreamPurpose("rota.dive")
  static let polish = StreamPurpose("rota.polish")
}
