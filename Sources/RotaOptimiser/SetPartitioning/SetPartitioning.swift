import LinearProgramming

/// Chooses among the runs of a pool the set that covers best, level by level, with GLPK's branch and bound.
///
/// Balinski and Quandt's (1964) set partitioning program: one row a call, one a shift. For a two-person call the runs of its two demands
/// must agree on the start: one row for each start. Calls that need others have a row; spacing between runs is left out and
/// looked at afterwards. Each level is a program of its own, with the levels before it held at what they reached.
struct SetPartitioning {
  let problem: CompiledProblem
  let pool: RunPool
  let meter: WorkMeter
  let limit: Int

  /// What the stage did, for the report.
  struct Counts {
    var columns = 0
    var programs = 0
    var pivots = 0
    var nodes = 0
  }

  private(set) var counts = Counts()

  init(problem: CompiledProblem, pool: RunPool, meter: WorkMeter, limit: Int) {
    self.problem = problem
    self.pool = pool
    self.meter = meter
    self.limit = limit
  }

  /// The chosen runs, no worse than the rota in hand by the program's own reckoning.
  ///
  /// - Throws: `LinearProgrammingError` where GLPK fails.
  mutating func solve(incumbent: SearchState, empty: SearchState) throws -> [RunPool.Column] {
    let model = try SetPartitioningModel(problem: problem, pool: pool, empty: empty)
    counts.columns = pool.columns.count
    var values = model.values(of: incumbent, pool: pool)
    for level in 0..<problem.packing.levelCount {
      var reached = model.value(of: level, at: values)
      if reached > model.floor(of: level), !meter.mustStop(at: limit) {
        try model.setObjective(level: level)
        let room = max(0, limit - meter.used)
        let limits = IntegerLimits(
          nodeLimit: 400, pivotLimit: max(1, room * WorkTable.pivotsTimesRowsPerUnit / max(1, model.rowCount)),
          root: SimplexLimits(pivotLimit: max(1, room * WorkTable.pivotsTimesRowsPerUnit / max(1, model.rowCount))))
        let meter = meter
        let result = try model.program.solveInteger(
          limits: limits, incumbent: values, deadlineReached: { meter.isOverdueNow() })
        counts.programs += 1
        counts.pivots += result.pivots
        counts.nodes += result.nodes
        meter.add(
          units: WorkTable.units(pivots: result.pivots, rows: model.rowCount) + result.nodes * WorkTable.unitsPerNode)
        if let solution = result.solution { values = solution.values }
        reached = model.value(of: level, at: values)
      }
      try model.hold(level: level, at: reached)
    }
    return model.chosen(at: values).map { pool.columns[$0] }
  }
}
