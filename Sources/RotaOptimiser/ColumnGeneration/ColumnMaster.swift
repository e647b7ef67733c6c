import LinearProgramming

/// The program over all columns made so far, relaxed to fractions, that bounds one level.
///
/// Rows: each shift has at most one run; each call is done or left out; of a call for two the second demand is done in each slot as often
/// as the first; what needs a call is left out as often as it; each earlier level stays where it is held. Columns: runs, and each call's
/// being left out (one for a set that is covered all or none).
final class ColumnMaster {
  let problem: CompiledProblem
  let network: PricingNetwork
  let rows: LevelRows
  let program: LinearProgram
  let rowCount: Int
  private(set) var runs: [PricedRun] = []
  private var columnOfRun: [Int] = []
  private var known: [PricedRun: Int] = [:]
  private let callRow: Int
  private let agreementRow: Int
  private let needRow: Int
  /// By level before the one bounded.
  private let levelRow: [Int?]

  /// - Throws: `LinearProgrammingError`.
  init(_ network: PricingNetwork, level: Int, held: [Int], idle: [[Int]]) throws {
    self.network = network
    rows = LevelRows(network.problem, level: level, held: held, idle: idle)
    problem = network.problem
    program = try LinearProgram(direction: .minimise)
    var bounds: [Bounds] = Array(repeating: .upper(1), count: problem.shiftCount)
    callRow = bounds.count
    bounds += Array(repeating: .lower(1), count: problem.callCount)
    agreementRow = bounds.count
    bounds += Array(repeating: .upper(0), count: network.agreementCount)
    needRow = bounds.count
    bounds += rows.needs.map { _ in .upper(0) }
    var levelRow: [Int?] = []
    for earlier in 0..<level {
      // Where a level is held at nothing, whatever adds to it is left out of the network.
      guard held[earlier] > 0 else {
        levelRow.append(nil)
        continue
      }
      levelRow.append(bounds.count)
      bounds.append(.upper(Double(held[earlier] - idle.reduce(0) { $0 + $1[earlier] })))
    }
    self.levelRow = levelRow
    rowCount = bounds.count
    _ = try program.addRows(bounds)
    try addOmissions()
  }

  private func addOmissions() throws {
    var batch = ColumnBatch()
    for (number, omission) in rows.omissions.enumerated() where !omission.isBarred {
      var entries: [(Int32, Double)] = omission.calls.map { (Int32(callRow + $0), 1) }
      for (row, need) in rows.needs.enumerated() {
        if need.needed == number { entries.append((Int32(needRow + row), 1)) }
        if need.dependent == number { entries.append((Int32(needRow + row), -1)) }
      }
      for (earlier, row) in levelRow.enumerated() {
        if let row, omission.amounts[earlier] != 0 { entries.append((Int32(row), Double(omission.amounts[earlier]))) }
      }
      batch.append(
        objective: Double(omission.amounts[rows.level]), rows: entries.map(\.0), values: entries.map(\.1))
    }
    _ = try program.addColumns(batch)
  }

  /// Adds runs that are new and that the network allows.
  ///
  /// - Returns: How many were added.
  /// - Throws: `LinearProgrammingError`.
  func add(_ list: [PricedRun]) throws -> Int {
    var batch = ColumnBatch()
    for run in list {
      guard known[run] == nil, zip(run.amounts, rows.held).allSatisfy(<=), let entries = entries(of: run) else {
        continue
      }
      known[run] = runs.count
      runs.append(run)
      columnOfRun.append(program.columnCount + batch.count)
      batch.append(
        objective: Double(run.amounts[rows.level] - rows.idle[Int(run.shift)][rows.level]), rows: entries.map(\.row),
        values: entries.map(\.value))
    }
    _ = try program.addColumns(batch)
    return batch.count
  }

  /// Nil where the network has no slot for some stop.
  private func entries(of run: PricedRun) -> [(row: Int32, value: Double)]? {
    var entries: [Int32: Double] = [run.shift: 1]
    for (task, start) in zip(run.tasks, run.starts) {
      guard let number = network.slot(of: task, at: start) else { return nil }
      let slot = network.slots[number]
      if slot.isFirstDemand { entries[Int32(callRow) + slot.call, default: 0] += 1 }
      if slot.agreement >= 0 {
        entries[Int32(agreementRow) + slot.agreement, default: 0] += slot.isFirstDemand ? 1 : -1
      }
    }
    for (earlier, row) in levelRow.enumerated() {
      let amount = run.amounts[earlier] - rows.idle[Int(run.shift)][earlier]
      if let row, amount != 0 { entries[Int32(row)] = Double(amount) }
    }
    return entries.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Shuts runs out.
  ///
  /// - Throws: `LinearProgrammingError`.
  func shutOut(_ numbers: [Int]) throws {
    for number in numbers { try program.setBounds(.fixed(0), ofColumn: columnOfRun[number]) }
  }

  /// Lets any call be left out, and its first demand be done without the second, at a price above all that leaving out costs and above what
  /// most calls cost: then whichever runs are taken whole, the program can do without the rest.
  ///
  /// The program bounds nothing from then on.
  ///
  /// - Throws: `LinearProgrammingError`.
  func loosen(value: Int) throws {
    let dearest = rows.omissions.reduce(1) { max($0, $1.amounts[rows.level]) }
    let price = max(2 * Double(dearest), 30 * Double(value) / Double(max(1, problem.callCount)))
    var batch = ColumnBatch()
    for call in 0..<problem.callCount { batch.append(objective: price, rows: [Int32(callRow + call)], values: [1]) }
    for agreement in 0..<network.agreementCount {
      batch.append(objective: price, rows: [Int32(agreementRow + agreement)], values: [-1])
    }
    _ = try program.addColumns(batch)
  }

  /// Takes runs whole.
  ///
  /// - Throws: `LinearProgrammingError`.
  func take(_ numbers: [Int]) throws {
    for number in numbers { try program.setBounds(.fixed(1), ofColumn: columnOfRun[number]) }
  }

  /// Leaves it to the program again how much of some runs to take.
  ///
  /// - Throws: `LinearProgrammingError`.
  func release(_ numbers: [Int]) throws {
    for number in numbers { try program.setBounds(.lower(0), ofColumn: columnOfRun[number]) }
  }

  /// By run: how much of it the solution takes.
  ///
  /// - Throws: `LinearProgrammingError`.
  func shares() throws -> [Double] {
    let values = try program.columnValues()
    return columnOfRun.map { values[$0] }
  }

  /// So many runs with the least reduced costs, the best first; none that comes back to a call.
  ///
  /// - Throws: `LinearProgrammingError`.
  func cheapest(_ count: Int) throws -> [PricedRun] {
    let costs = try program.solution().reducedCosts
    let order = runs.indices.filter { !runs[$0].comesBack(in: problem) }
      .sorted { (costs[columnOfRun[$0]], $0) < (costs[columnOfRun[$1]], $1) }
    return order.prefix(count).map { runs[$0] }
  }

  /// What the rows are worth in the present solution, on the grid.
  ///
  /// - Throws: `LinearProgrammingError`.
  func prices(grid: Int64, largestSums: [Int]) throws -> ColumnPrices {
    let duals = try program.rowDuals()
    var levels = [Int64](repeating: 0, count: problem.packing.levelCount)
    levels[rows.level] = grid
    for (earlier, row) in levelRow.enumerated() {
      if let row { levels[earlier] = ColumnPrices.rounded(-duals[row], grid: grid, largestSum: largestSums[earlier]) }
    }
    return ColumnPrices(
      levels: levels,
      calls: (0..<problem.callCount).map { ColumnPrices.rounded(duals[callRow + $0], grid: grid) },
      agreements: (0..<network.agreementCount).map { ColumnPrices.rounded(-duals[agreementRow + $0], grid: grid) },
      needs: rows.needs.indices.map { ColumnPrices.rounded(-duals[needRow + $0], grid: grid) },
      shifts: (0..<problem.shiftCount).map { -ColumnPrices.rounded(-duals[$0], grid: grid) })
  }

  /// What of the objective stands outside the program.
  var constant: Int { rows.idle.reduce(0) { $0 + $1[rows.level] } }
}
