import LinearProgramming

/// The rows and columns of a set partitioning program over a pool of runs.
///
/// Columns: the pool's runs, then for each call its being uncovered. Amounts are rounded to whole numbers before they decide anything.
final class SetPartitioningModel {
  let program: LinearProgram
  let rowCount: Int
  private let runCount: Int
  private let callCount: Int
  /// By column, then level: what it adds.
  private let amounts: [[Int]]
  private let firstLevelRow: Int
  private let levelRows: [Int?]

  /// - Throws: `LinearProgrammingError`.
  init(problem: CompiledProblem, pool: RunPool, empty: SearchState) throws {
    let packing = problem.packing
    runCount = pool.columns.count
    callCount = problem.callCount
    let idle = (0..<Int32(problem.shiftCount)).map { packing.values(of: empty.score($0)) }
    var amounts = zip(pool.columns, pool.scores).map { column, score in
      zip(packing.values(of: score), idle[Int(column.shift)]).map { $0 - $1 }
    }
    amounts += (0..<problem.callCount).map { packing.values(of: problem.uncovered[$0]) }
    self.amounts = amounts

    var bounds: [Bounds] = Array(repeating: .upper(1), count: problem.shiftCount)
    let callRow = bounds.count
    bounds += Array(repeating: .fixed(1), count: problem.callCount)
    var rows = (0..<runCount).map { RowEntries(rows: [pool.columns[$0].shift]) }
    rows += Array(repeating: RowEntries(), count: problem.callCount)
    var agreement: [[Int32]: Int32] = [:]
    for (index, column) in pool.columns.enumerated() {
      for (task, start) in zip(column.tasks, column.starts) {
        let stop = problem.tasks[task]
        if stop.demand == 0 { rows[index].add(row: Int32(callRow) + stop.call, 1) }
        guard problem.calls[stop.call].taskCount > 1 else { continue }
        let row: Int32
        if let known = agreement[[stop.call, start]] {
          row = known
        } else {
          row = Int32(bounds.count)
          bounds.append(.fixed(0))
          agreement[[stop.call, start]] = row
        }
        rows[index].add(row: row, stop.demand == 0 ? 1 : -1)
      }
    }
    for call in 0..<problem.callCount {
      rows[runCount + call].add(row: Int32(callRow + call), 1)
      for needed in problem.prerequisites[call] {
        let row = Int32(bounds.count)
        bounds.append(.upper(0))
        rows[runCount + needed].add(row: row, 1)
        rows[runCount + call].add(row: row, -1)
      }
    }
    firstLevelRow = bounds.count
    var levelRows: [Int?] = []
    for level in 0..<packing.levelCount {
      let isUsed = amounts.contains { $0[level] != 0 }
      levelRows.append(isUsed ? bounds.count : nil)
      guard isUsed else { continue }
      for (column, values) in amounts.enumerated() where values[level] != 0 {
        rows[column].add(row: Int32(bounds.count), Double(values[level]))
      }
      bounds.append(.free)
    }
    self.levelRows = levelRows
    rowCount = bounds.count
    program = try LinearProgram(direction: .minimise)
    _ = try program.addRows(bounds)
    var batch = ColumnBatch()
    for (index, entries) in rows.enumerated() {
      batch.append(
        objective: 0, bounds: .unit, kind: index < runCount ? .binary : .continuous, rows: entries.rows,
        values: entries.values)
    }
    _ = try program.addColumns(batch)
  }

  private struct RowEntries {
    var rows: [Int32] = []
    var values: [Double] = []
    init() {}
    init(rows: [Int32]) {
      self.rows = rows
      values = rows.map { _ in 1 }
    }
    mutating func add(row: Int32, _ value: Double) {
      rows.append(row)
      values.append(value)
    }
  }

  /// Minimises a level.
  func setObjective(level: Int) throws {
    for (column, values) in amounts.enumerated() {
      try program.setObjective(Double(values[level]), ofColumn: column)
    }
  }

  /// From now on a level may not pass what it has reached.
  func hold(level: Int, at reached: Int) throws {
    if let row = levelRows[level] { try program.setBounds(.upper(Double(reached)), ofRow: row) }
  }

  /// A level's sum, beyond what the empty rota's runs add.
  func value(of level: Int, at values: [Double]) -> Int {
    zip(amounts, values).reduce(0) { $0 + ($1.1 > 0.5 ? $1.0[level] : 0) }
  }

  /// No choice of columns can make a level smaller than this.
  func floor(of level: Int) -> Int {
    amounts.prefix(runCount).reduce(0) { $0 + min(0, $1[level]) }
  }

  /// The columns' values for a rota whose runs are all in the pool.
  func values(of state: SearchState, pool: RunPool) -> [Double] {
    var values = [Double](repeating: 0, count: runCount + callCount)
    for shift in 0..<Int32(state.problem.shiftCount) where state.length(shift) > 0 {
      if let index = pool.index(of: RunPool.column(of: shift, in: state)) { values[index] = 1 }
    }
    for call in 0..<callCount where !state.isPlaced(Int32(call)) { values[runCount + call] = 1 }
    return values
  }

  /// Which runs are chosen.
  func chosen(at values: [Double]) -> [Int] { (0..<runCount).filter { values[$0] > 0.5 } }
}
