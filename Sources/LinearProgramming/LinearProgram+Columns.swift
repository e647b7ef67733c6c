import CGLPK
import CGLPKGuard

extension LinearProgram {
  /// Adds columns after the present ones; they begin outside the basis, so a primal solve goes on from where it was.
  ///
  /// - Returns: The index of the first new column.
  /// - Throws: `lengthMismatch`, `indexOutOfRange`, `duplicateEntry`, `notFinite`, `invalidBounds`, `invalidIntegerBounds`,
  ///   `tooLarge`, and the errors of a lost program. Nothing is added then.
  /// - Complexity: O(rows + coefficients).
  @discardableResult
  package func addColumns(_ batch: ColumnBatch) throws(LinearProgrammingError) -> Int {
    let problem = try problem()
    let first = columnCount
    try check(batch)
    guard batch.count > 0 else { return first }
    var types: [Int32] = []
    var lower: [Double] = []
    var upper: [Double] = []
    for (position, bounds) in batch.bounds.enumerated() {
      let kind = batch.kinds[position]
      // A binary column needs no bounds written out.
      let bounds = kind == .binary && bounds == .nonnegative ? Bounds.unit : bounds
      let checked = try GLPKBounds(bounds)
      try Self.check(bounds, for: kind, column: first + position)
      types.append(checked.type)
      lower.append(checked.lower)
      upper.append(checked.upper)
    }
    // GLPK counts from one, and ignores the element before.
    try guarded(
      "add columns",
      glpk_guard_add_columns(
        problem, Int32(batch.count), batch.starts.map { $0 + 1 }, [0] + batch.rows.map { $0 + 1 }, [0] + batch.values,
        batch.objective, types, lower, upper, batch.kinds.map { $0 == .continuous ? GLP_CV : GLP_IV }))
    columnCount += batch.count
    return first
  }

  /// Changes a column's bounds; the basis stays.
  ///
  /// - Throws: `indexOutOfRange`, `invalidBounds`, `invalidIntegerBounds`, and the errors of a lost program.
  package func setBounds(_ bounds: Bounds, ofColumn column: Int) throws(LinearProgrammingError) {
    let kind = try self.column(column).kind
    let problem = try problem()
    let number = try number(of: column, in: .column)
    let checked = try GLPKBounds(bounds)
    // A binary column is an integer one with bounds from zero to one; other bounds make it an integer one.
    try Self.check(bounds, for: kind == .continuous ? .continuous : .integer, column: column)
    try guarded(
      "set a column's bounds",
      glpk_guard_set_column_bounds(problem, number, checked.type, checked.lower, checked.upper))
  }

  /// Changes a column's cost; the basis stays.
  ///
  /// - Throws: `indexOutOfRange`, `notFinite`, and the errors of a lost program.
  package func setObjective(_ coefficient: Double, ofColumn column: Int) throws(LinearProgrammingError) {
    let problem = try problem()
    let number = try number(of: column, in: .column)
    guard coefficient.isFinite else { throw .notFinite(.objective, position: column) }
    try guarded("set a cost", glpk_guard_set_objective(problem, number, coefficient))
  }

  /// Changes the number that is added to every objective.
  ///
  /// - Throws: `notFinite` and the errors of a lost program.
  package func setObjectiveConstant(_ constant: Double) throws(LinearProgrammingError) {
    let problem = try problem()
    guard constant.isFinite else { throw .notFinite(.objective, position: -1) }
    try guarded("set the constant", glpk_guard_set_objective(problem, 0, constant))
  }

  /// Changes a column's kind; `binary` also sets its bounds to zero and one.
  ///
  /// - Throws: `indexOutOfRange`, `invalidIntegerBounds`, and the errors of a lost program.
  package func setKind(_ kind: ColumnKind, ofColumn column: Int) throws(LinearProgrammingError) {
    let bounds = try self.column(column).bounds
    let problem = try problem()
    let number = try number(of: column, in: .column)
    if kind == .integer { try Self.check(bounds, for: .integer, column: column) }
    let code = kind == .continuous ? GLP_CV : (kind == .integer ? GLP_IV : GLP_BV)
    try guarded("set a column's kind", glpk_guard_set_kind(problem, number, code))
  }

  /// Deletes columns; those behind move up. A basis that loses a basic column is mended by the next solve.
  ///
  /// - Throws: `indexOutOfRange`, `namedTwice`, and the errors of a lost program.
  package func deleteColumns(_ columns: [Int]) throws(LinearProgrammingError) {
    let problem = try problem()
    let numbers = try numbers(of: columns, in: .column)
    guard !columns.isEmpty else { return }
    try guarded("delete columns", glpk_guard_delete_columns(problem, Int32(columns.count), numbers))
    columnCount -= columns.count
  }

  /// A column's cost, bounds and kind.
  ///
  /// - Throws: `indexOutOfRange` and the errors of a lost program.
  package func column(
    _ column: Int
  ) throws(LinearProgrammingError) -> (objective: Double, bounds: Bounds, kind: ColumnKind) {
    let problem = try problem()
    var type: Int32 = 0
    var lower = 0.0
    var upper = 0.0
    var objective = 0.0
    var kind: Int32 = 0
    let number = try number(of: column, in: .column)
    try guarded("read a column", glpk_guard_get_column(problem, number, &type, &lower, &upper, &objective, &kind))
    return (
      objective, GLPKBounds.bounds(type: type, lower: lower, upper: upper),
      kind == GLP_CV ? .continuous : (kind == GLP_BV ? .binary : .integer)
    )
  }

  /// The constant and the costs of all columns.
  ///
  /// - Throws: The errors of a lost program.
  package func objective() throws(LinearProgrammingError) -> (constant: Double, coefficients: [Double]) {
    let problem = try problem()
    var constant = 0.0
    var coefficients = [Double](repeating: 0, count: columnCount)
    try guarded("read the costs", glpk_guard_get_objective(problem, &constant, &coefficients, nil))
    return (constant, coefficients)
  }

  /// Refuses bounds that GLPK's integer solver does not take.
  static func check(
    _ bounds: Bounds, for kind: ColumnKind, column: Int
  ) throws(LinearProgrammingError) {
    guard kind != .continuous else { return }
    for end in [bounds.least, bounds.greatest] where end.isFinite && end != end.rounded() {
      throw .invalidIntegerBounds(column: column, bounds)
    }
    if kind == .binary, bounds.least < 0 || bounds.greatest > 1 {
      throw .invalidIntegerBounds(column: column, bounds)
    }
  }

  private func check(_ batch: ColumnBatch) throws(LinearProgrammingError) {
    let count = batch.count
    guard count <= GLPKLimit.columns - columnCount, batch.rows.count <= GLPKLimit.entries else { throw .tooLarge }
    guard batch.starts.count == count + 1 else {
      throw .lengthMismatch("starts", expected: count + 1, found: batch.starts.count)
    }
    guard batch.bounds.count == count else {
      throw .lengthMismatch("bounds", expected: count, found: batch.bounds.count)
    }
    guard batch.kinds.count == count else {
      throw .lengthMismatch("kinds", expected: count, found: batch.kinds.count)
    }
    guard batch.values.count == batch.rows.count else {
      throw .lengthMismatch("values", expected: batch.rows.count, found: batch.values.count)
    }
    guard batch.starts[0] == 0, Int(batch.starts[count]) == batch.rows.count else {
      throw .lengthMismatch("rows", expected: Int(batch.starts[count]), found: batch.rows.count)
    }
    var lastColumn = [Int](repeating: -1, count: rowCount)
    for column in 0..<count {
      guard batch.objective[column].isFinite else { throw .notFinite(.objective, position: column) }
      let start = Int(batch.starts[column])
      let end = Int(batch.starts[column + 1])
      guard start <= end, end <= batch.rows.count else {
        throw .lengthMismatch("rows", expected: end, found: batch.rows.count)
      }
      for position in start..<end {
        let row = Int(batch.rows[position])
        guard row >= 0, row < rowCount else { throw .indexOutOfRange(.row, index: row, count: rowCount) }
        guard batch.values[position].isFinite else { throw .notFinite(.coefficient, position: position) }
        guard lastColumn[row] != column else { throw .duplicateEntry(row: row, column: columnCount + column) }
        lastColumn[row] = column
      }
    }
  }
}
