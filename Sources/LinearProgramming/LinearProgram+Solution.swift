import CGLPKGuard

/// A basic solution: values, and prices for the rows.
package struct BasicSolution: Hashable, Sendable {
  /// Each row's value.
  package var rowValues: [Double]
  /// Each row's dual: what the objective changes by when the row's bound grows by one.
  package var rowDuals: [Double]
  /// Each column's value.
  package var columnValues: [Double]
  /// Each column's reduced cost: what the objective changes by when the column grows by one.
  package var reducedCosts: [Double]
}

extension LinearProgram {
  /// The last simplex solve's basic solution. Its result says what it is worth.
  ///
  /// - Throws: The errors of a lost program.
  package func solution() throws(LinearProgrammingError) -> BasicSolution {
    let problem = try problem()
    var solution = BasicSolution(
      rowValues: [Double](repeating: 0, count: rowCount), rowDuals: [Double](repeating: 0, count: rowCount),
      columnValues: [Double](repeating: 0, count: columnCount), reducedCosts: [Double](repeating: 0, count: columnCount)
    )
    try guarded(
      "read the solution",
      glpk_guard_get_solution(
        problem, &solution.rowValues, &solution.rowDuals, &solution.columnValues, &solution.reducedCosts))
    return solution
  }

  /// The rows' duals alone, for pricing new columns.
  ///
  /// - Throws: The errors of a lost program.
  package func rowDuals() throws(LinearProgrammingError) -> [Double] {
    let problem = try problem()
    var duals = [Double](repeating: 0, count: rowCount)
    try guarded("read the duals", glpk_guard_get_solution(problem, nil, &duals, nil, nil))
    return duals
  }

  /// The columns' values alone.
  ///
  /// - Throws: The errors of a lost program.
  package func columnValues() throws(LinearProgrammingError) -> [Double] {
    let problem = try problem()
    var values = [Double](repeating: 0, count: columnCount)
    try guarded("read the values", glpk_guard_get_solution(problem, nil, nil, &values, nil))
    return values
  }
}
