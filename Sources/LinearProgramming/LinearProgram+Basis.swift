import CGLPKGuard

extension LinearProgram {
  /// The present basis.
  ///
  /// - Throws: The errors of a lost program.
  package func basis() throws(LinearProgrammingError) -> Basis {
    let problem = try problem()
    var rows = [Int32](repeating: 0, count: rowCount)
    var columns = [Int32](repeating: 0, count: columnCount)
    try guarded("read the basis", glpk_guard_get_basis(problem, &rows, &columns))
    return Basis(
      rows: rows.map { Basis.Place(rawValue: $0) ?? .basic },
      columns: columns.map { Basis.Place(rawValue: $0) ?? .atLower })
  }

  /// Begins the next solve from this basis. A place that a variable's bounds don't allow becomes the one they do.
  ///
  /// - Throws: `lengthMismatch`, `invalidBasis`, and the errors of a lost program.
  package func setBasis(_ basis: Basis) throws(LinearProgrammingError) {
    let problem = try problem()
    guard basis.rows.count == rowCount else {
      throw .lengthMismatch("rows in the basis", expected: rowCount, found: basis.rows.count)
    }
    guard basis.columns.count == columnCount else {
      throw .lengthMismatch("columns in the basis", expected: columnCount, found: basis.columns.count)
    }
    guard basis.basicCount == rowCount else { throw .invalidBasis(basic: basis.basicCount, rows: rowCount) }
    try guarded(
      "set the basis", glpk_guard_set_basis(problem, basis.rows.map(\.rawValue), basis.columns.map(\.rawValue)))
  }

  /// Begins the next solve with every row basic and no column.
  ///
  /// - Throws: The errors of a lost program.
  package func useStandardBasis() throws(LinearProgrammingError) {
    try guarded("make the standard basis", glpk_guard_standard_basis(try problem()))
  }

  /// Begins the next solve from a basis that GLPK builds as nearly triangular as it can.
  ///
  /// - Throws: The errors of a lost program.
  package func useAdvancedBasis() throws(LinearProgrammingError) {
    try guarded("make an advanced basis", glpk_guard_advanced_basis(try problem()))
  }

  /// Whether the present basis has as many basic variables as there are rows.
  func hasFullBasis() throws(LinearProgrammingError) -> Bool {
    var count: Int32 = 0
    try guarded("count the basis", glpk_guard_count_basic(try problem(), &count))
    return Int(count) == rowCount
  }
}
