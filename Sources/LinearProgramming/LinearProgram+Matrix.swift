import CGLPKGuard

/// One coefficient of the matrix; row and column from zero.
package struct MatrixEntry: Hashable, Sendable {
  /// The row.
  package var row: Int
  /// The column.
  package var column: Int
  /// The coefficient.
  package var value: Double

  /// A coefficient at a place.
  package init(row: Int, column: Int, value: Double) {
    self.row = row
    self.column = column
    self.value = value
  }
}

extension LinearProgram {
  /// Replaces the whole matrix.
  ///
  /// - Throws: `indexOutOfRange`, `duplicateEntry`, `notFinite`, `tooLarge`, and the errors of a lost program. The matrix is
  ///   unchanged then.
  /// - Complexity: O(rows + columns + entries).
  package func setMatrix(_ entries: [MatrixEntry]) throws(LinearProgrammingError) {
    let problem = try problem()
    guard entries.count <= GLPKLimit.entries else { throw .tooLarge }
    var rows: [Int32] = [0]
    var columns: [Int32] = [0]
    var values: [Double] = [0]
    for (position, entry) in entries.enumerated() {
      rows.append(try number(of: entry.row, in: .row))
      columns.append(try number(of: entry.column, in: .column))
      guard entry.value.isFinite else { throw .notFinite(.coefficient, position: position) }
      values.append(entry.value)
    }
    try refuseDuplicates(in: entries)
    try guarded("set the matrix", glpk_guard_load_matrix(problem, Int32(entries.count), rows, columns, values))
  }

  /// A column's coefficients that are not zero, by row.
  ///
  /// - Throws: `indexOutOfRange` and the errors of a lost program.
  package func entries(ofColumn column: Int) throws(LinearProgrammingError) -> [MatrixEntry] {
    let problem = try problem()
    let number = try number(of: column, in: .column)
    var count: Int32 = 0
    var rows = [Int32](repeating: 0, count: rowCount + 1)
    var values = [Double](repeating: 0, count: rowCount + 1)
    try guarded("read a column", glpk_guard_get_column_entries(problem, number, &count, &rows, &values))
    var entries: [MatrixEntry] = []
    for position in 0..<Int(count) {
      entries.append(MatrixEntry(row: Int(rows[position + 1]) - 1, column: column, value: values[position + 1]))
    }
    return entries.sorted { $0.row < $1.row }
  }

  /// A row's coefficients that are not zero, by column.
  ///
  /// - Throws: `indexOutOfRange` and the errors of a lost program.
  package func entries(ofRow row: Int) throws(LinearProgrammingError) -> [MatrixEntry] {
    let problem = try problem()
    let number = try number(of: row, in: .row)
    var count: Int32 = 0
    var columns = [Int32](repeating: 0, count: columnCount + 1)
    var values = [Double](repeating: 0, count: columnCount + 1)
    try guarded("read a row", glpk_guard_get_row_entries(problem, number, &count, &columns, &values))
    var entries: [MatrixEntry] = []
    for position in 0..<Int(count) {
      entries.append(MatrixEntry(row: row, column: Int(columns[position + 1]) - 1, value: values[position + 1]))
    }
    return entries.sorted { $0.column < $1.column }
  }

  /// Chooses scale factors for a program whose coefficients differ much in size; values and duals are not affected.
  ///
  /// - Throws: The errors of a lost program.
  package func scale() throws(LinearProgrammingError) {
    try guarded("scale", glpk_guard_scale(try problem()))
  }

  private func refuseDuplicates(in entries: [MatrixEntry]) throws(LinearProgrammingError) {
    var starts = [Int](repeating: 0, count: rowCount + 1)
    for entry in entries { starts[entry.row + 1] += 1 }
    for row in 0..<rowCount { starts[row + 1] += starts[row] }
    var next = starts
    var columnsByRow = [Int](repeating: 0, count: entries.count)
    for entry in entries {
      columnsByRow[next[entry.row]] = entry.column
      next[entry.row] += 1
    }
    var lastRow = [Int](repeating: -1, count: columnCount)
    for row in 0..<rowCount {
      for position in starts[row]..<starts[row + 1] {
        let column = columnsByRow[position]
        guard lastRow[column] != row else { throw .duplicateEntry(row: row, column: column) }
        lastRow[column] = row
      }
    }
  }
}
