import LinearProgramming

/// Places all candidates at once, level by level, as an integer program solved by GLPK.
///
/// In the notation of `Documentation/planning.md`: x[i,o] says that candidate i takes option o, u[i] that it is left out,
/// z[i,e] that its extra call e is done, y[d,k,w] the minutes that node w (a class of workers in a part of the day) gives to
/// calls of class k in pool d: a day, or a day of one patch.
///
///     minimise    sum cost[l,i,o] x[i,o] + sum undone[l,i] u[i] - sum gain[l,i,e] z[i,e]   for level l, then the next
///     subject to  sum_o x[i,o] + u[i] = 1                                                  each candidate i
///                 z[i,e] <= sum x[i,o] over the options o that allow e                     each extra e of candidate i
///                 sum_w y[d,k,w] - sum load[i,o,d,k] x[i,o] - sum load[i,e,d,k] z[i,e] = fixed[d,k]
///                                                                                          each pool d, class of calls k
///                 sum_k y[d,k,w] <= capacity[d,w]                                          each pool d, node w
///                 sum of x[i,o] that use limit r <= limit[r]                               each limit r
///                 value of each level before l <= what it reached
package struct ScheduleProgram {
  private let problem: PlanningProblem
  private let program: LinearProgram
  /// By candidate: the column of its first option; behind its options comes `u`, then its extras.
  private let firstColumn: [Int]
  private let flows: [Flow]
  private let columnCount: Int
  private let levelRow: Int
  package let rowCount: Int

  /// The column of minutes that a node gives to a class of calls.
  private struct Flow {
    let column: Int
    let pool: Int
    let demand: Int
    let node: Int
  }

  /// - Throws: `LinearProgrammingError`.
  package init(_ problem: PlanningProblem) throws {
    self.problem = problem
    let loads = problem.candidates.flatMap { $0.options.flatMap(\.loads) + $0.extras.flatMap(\.loads) }
    let used = Set(loads.map(\.pool)).sorted()
    let asked = Set(loads.map { [$0.pool, $0.demand] })
    var bounds: [Bounds] = Array(repeating: .fixed(1), count: problem.candidates.count)
    var demandRow: [[Int]: Int] = [:]
    var workerRow: [Int: Int] = [:]
    for pool in used {
      for demand in problem.able.indices {
        let fixed = problem.room.pools[pool].given(to: demand)
        guard fixed > 0 || asked.contains([pool, demand]) else { continue }
        demandRow[[pool, demand]] = bounds.count
        bounds.append(.fixed(Double(fixed)))
      }
      workerRow[pool] = bounds.count
      bounds += problem.capacity[pool].map { .upper(Double($0)) }
    }
    let limitRow = bounds.count
    bounds += problem.room.limits.map { .upper(Double($0)) }
    let extraRow = bounds.count
    bounds += Array(repeating: .upper(0), count: problem.candidates.reduce(0) { $0 + $1.extras.count })
    levelRow = bounds.count
    bounds += Array(repeating: .free, count: problem.levelCount)
    rowCount = bounds.count
    program = try LinearProgram(direction: .minimise)
    _ = try program.addRows(bounds)
    var batch = ColumnBatch()
    var first: [Int] = []
    var nextExtra = extraRow
    func entries(_ loads: [PlanningProblem.Load]) -> [(row: Int, value: Double)] {
      var byRow: [Int: Int] = [:]
      for load in loads { byRow[demandRow[[load.pool, load.demand]] ?? 0, default: 0] -= load.minutes }
      return byRow.sorted { $0.key < $1.key }.map { ($0.key, Double($0.value)) }
    }
    for (index, candidate) in problem.candidates.enumerated() {
      first.append(batch.count)
      for option in candidate.options {
        let uses = option.limits.map { (row: limitRow + $0, value: 1.0) }
        let allows = option.extras.map { (row: nextExtra + $0, value: -1.0) }
        Self.append(
          [(row: index, value: 1.0)] + entries(option.loads) + uses + allows
            + Self.levelEntries(option.cost, from: levelRow), .binary, to: &batch)
      }
      Self.append([(index, 1)] + Self.levelEntries(candidate.undone, from: levelRow), .binary, to: &batch)
      for (place, extra) in candidate.extras.enumerated() {
        Self.append(
          entries(extra.loads) + [(nextExtra + place, 1), (levelRow + extra.level, -Double(extra.gain))], .binary,
          to: &batch)
      }
      nextExtra += candidate.extras.count
    }
    firstColumn = first
    var flows: [Flow] = []
    for pool in used {
      for (demand, nodes) in problem.able.enumerated() {
        guard let row = demandRow[[pool, demand]] else { continue }
        for node in nodes where problem.capacity[pool][node] > 0 {
          flows.append(Flow(column: batch.count, pool: pool, demand: demand, node: node))
          Self.append([(row, 1), ((workerRow[pool] ?? 0) + node, 1)], .continuous, to: &batch)
        }
      }
    }
    self.flows = flows
    columnCount = batch.count
    _ = try program.addColumns(batch)
  }

  private static func append(_ entries: [(row: Int, value: Double)], _ kind: ColumnKind, to batch: inout ColumnBatch) {
    batch.append(
      objective: 0, bounds: kind == .binary ? .unit : .nonnegative, kind: kind,
      rows: entries.map { Int32(truncatingIfNeeded: $0.row) }, values: entries.map(\.value))
  }

  private static func levelEntries(_ cost: [Int], from row: Int) -> [(row: Int, value: Double)] {
    cost.enumerated().compactMap { $1 == 0 ? nil : (row + $0, Double($1)) }
  }

  /// What the program found.
  package struct Result: Hashable, Sendable {
    package let choice: [PlanningProblem.Decision?]
    /// By level: the least it could be, given the levels before; nil where that isn't proven.
    package let bounds: [Int?]
    package let pivots: Int
  }

  /// Improves a choice, level by level.
  ///
  /// - Parameter work: what may be spent, in pivots times rows; where it is used up, the levels that are left keep what they have.
  /// - Throws: `LinearProgrammingError`.
  package func solve(from start: [PlanningProblem.Decision?], work: Int) throws -> Result {
    var choice = start
    var bounds: [Int?] = []
    let most = work / max(1, rowCount)
    var pivots = most
    for level in 0..<problem.levelCount {
      let reached = problem.values(of: choice)[level]
      let floor = problem.least(level).reduce(0, +)
      if reached == floor {
        bounds.append(floor)
      } else {
        let result = try solve(level: level, from: choice, pivots: pivots)
        pivots = max(0, pivots - result.pivots)
        if let found = result.choice, isNoWorse(found, than: choice, upTo: level) { choice = found }
        let proven = max(floor, result.bound ?? floor)
        // A bound above what was reached is one of arithmetic, not of the program.
        bounds.append(proven <= problem.values(of: choice)[level] ? proven : floor)
      }
      let value = problem.values(of: choice)[level]
      try program.setBounds(.upper(Double(value) + 0.5), ofRow: levelRow + level)
      try shutOut(above: value, level)
    }
    return Result(choice: choice, bounds: bounds, pivots: most - pivots)
  }

  /// Takes out what no choice can hold that is as good at a level: what it adds leaves too little for all others.
  private func shutOut(above value: Int, _ level: Int) throws {
    let least = problem.least(level)
    let room = value - least.reduce(0, +)
    for (index, candidate) in problem.candidates.enumerated() {
      let costs = candidate.options.map { candidate.leastCost(of: $0)[level] } + [candidate.undone[level]]
      for (offset, cost) in costs.enumerated() where cost - least[index] > room {
        try program.setBounds(.fixed(0), ofColumn: firstColumn[index] + offset)
      }
    }
  }

  private func solve(
    level: Int, from start: [PlanningProblem.Decision?], pivots: Int
  ) throws -> (choice: [PlanningProblem.Decision?]?, bound: Int?, pivots: Int) {
    guard pivots > 0 else { return (nil, nil, 0) }
    for (index, candidate) in problem.candidates.enumerated() {
      for (option, entry) in candidate.options.enumerated() {
        try program.setObjective(Double(entry.cost[level]), ofColumn: firstColumn[index] + option)
      }
      let undone = firstColumn[index] + candidate.options.count
      try program.setObjective(Double(candidate.undone[level]), ofColumn: undone)
      for (place, extra) in candidate.extras.enumerated() {
        try program.setObjective(extra.level == level ? -Double(extra.gain) : 0, ofColumn: undone + 1 + place)
      }
    }
    // Without the presolver each node goes on from its parent's basis, and the choice known is the first solution; with it
    // GLPK's simplex has been seen to turn in circles at a node, where no limit reaches it.
    let result = try program.solveInteger(
      limits: IntegerLimits(
        nodeLimit: 500, pivotLimit: pivots, root: SimplexLimits(pivotLimit: pivots), presolve: false),
      incumbent: columnValues(of: start))
    let bound = result.bound.map { Int(($0 - 1e-6).rounded(.up)) }
    guard let values = result.solution?.values else { return (nil, bound, result.pivots) }
    let choice = problem.candidates.enumerated().map { index, candidate in
      candidate.options.indices.first { values[firstColumn[index] + $0] > 0.5 }.map { option in
        let extras = firstColumn[index] + candidate.options.count + 1
        return PlanningProblem.Decision(
          option: option, extras: candidate.options[option].extras.filter { values[extras + $0] > 0.5 })
      }
    }
    return (choice, bound, result.pivots)
  }

  /// The program's columns under a choice that fits.
  private func columnValues(of choice: [PlanningProblem.Decision?]) -> [Double] {
    var values = Array(repeating: 0.0, count: columnCount)
    for (index, decision) in choice.enumerated() {
      let undone = problem.candidates[index].options.count
      values[firstColumn[index] + (decision?.option ?? undone)] = 1
      for extra in decision?.extras ?? [] { values[firstColumn[index] + undone + 1 + extra] = 1 }
    }
    let pools = problem.room(after: choice).pools
    for flow in flows { values[flow.column] = Double(pools[flow.pool].given(to: flow.demand, by: flow.node)) }
    return values
  }

  /// No level before is worse, and this one is better; what it says must really fit.
  private func isNoWorse(
    _ found: [PlanningProblem.Decision?], than choice: [PlanningProblem.Decision?], upTo level: Int
  ) -> Bool {
    let (new, old) = (problem.values(of: found), problem.values(of: choice))
    guard new.prefix(level + 1).lexicographicallyPrecedes(old.prefix(level + 1)) else { return false }
    var room = problem.room
    return zip(problem.candidates, found).allSatisfy { candidate, decision in
      decision.map { problem.placeIfItFits($0, of: candidate, in: &room) } ?? true
    }
  }
}
