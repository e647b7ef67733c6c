import CGLPKGuard

extension LinearProgram {
  /// Adds rows without coefficients after the present ones.
  ///
  /// - Returns: The index of the first new row.
  /// - Throws: `invalidBounds`, `tooLarge`, and the errors of a lost program.
  @discardableResult
  package func addRows(_ bounds: [Bounds]) throws(LinearProgrammingError) -> Int {
    let problem = try problem()
    let first = rowCount
    guard bounds.count <= GLPKLimit.rows - rowCount else { throw .tooLarge }
    guard !bounds.isEmpty else { return first }
    var types: [Int32] = []
    var lower: [Double] = []
    var upper: [Double] = []
    for row in bounds {
      let row = try GLPKBounds(row)
      types.append(row.type)
      lower.append(row.lower)
      upper.append(row.upper)
    }
    try guarded("add rows", glpk_guard_add_rows(problem, Int32(bounds.count), types, lower, upper))
    rowCount += bounds.count
    return first
  }

  /// Changes a row's bounds; the basis stays.
  ///
  /// - Throws: `indexOutOfRange`, `invalidBounds`, and the errors of a lost program.
  package func setBounds(_ bounds: Bounds, ofRow row: Int) throws(LinearProgrammingError) {
    let problem = try problem()
    let number = try number(of: row, in: .row)
    let bounds = try GLPKBounds(bounds)
    try guarded(
      "set a row's bounds",
      glpk_guard_set_row_bounds(problem, number, bounds.type, bounds.lower, bounds.upper))
  }

  /// A row's bounds.
  ///
  /// - Throws: `indexOutOfRange` and the errors of a lost program.
  package func bounds(ofRow row: Int) throws(LinearProgrammingError) -> Bounds {
    let problem = try problem()
    var type: Int32 = 0
    var lower = 0.0
    var upper = 0.0
    let number = try number(of: row, in: .row)
    try guarded("read a row", glpk_guard_get_row_bounds(problem, number, &type, &lower, &upper))
    return GLPKBounds.bounds(type: type, lower: lower, upper: upper)
  }

  /// Deletes rows; those behind move up.
  ///
  /// - Throws: `indexOutOfRange`, `namedTwice`, and the errors of a lost program.
  package func deleteRows(_ rows: [Int]) throws(LinearProgrammingError) {
    let problem = try problem()
    let numbers = try numbers(of: rows, in: .row)
    guard !rows.isEmpty else { return }
    try guarded("delete rows", glpk_guard_delete_rows(problem, Int32(rows.count), numbers))
    rowCount -= rows.count
  }

  /// Checked numbers for GLPK, in an array from one.
  func numbers(
    of indices: [Int], in subject: LinearProgrammingError.Subject
  ) throws(LinearProgrammingError) -> [Int32] {
    var numbers: [Int32] = [0]
    var named = [Bool](repeating: false, count: subject == .row ? rowCount : columnCount)
    for index in indices {
      numbers.append(try number(of: index, in: subject))
      guard !named[index] else { throw .namedTwice(subject, index: index) }
      named[index] = true
    }
    return numbers
  }
}
