/// Which values a column may take within its bounds.
package enum ColumnKind: Hashable, Sendable {
  /// Any.
  case continuous
  /// Whole numbers.
  case integer
  /// Zero or one.
  case binary
}

/// Columns to be added in one go, in flat arrays; made for column generation.
package struct ColumnBatch: Sendable {
  /// One column written out, for small programs and tests.
  package struct Column {
    /// Cost for each unit of the column.
    package var objective: Double
    /// Values it may take.
    package var bounds: Bounds
    /// Whether they must be whole.
    package var kind: ColumnKind
    /// Its coefficients.
    package var entries: [(row: Int, value: Double)]

    /// A column with these coefficients.
    package init(
      objective: Double, bounds: Bounds = .nonnegative, kind: ColumnKind = .continuous,
      entries: [(row: Int, value: Double)] = []
    ) {
      self.objective = objective
      self.bounds = bounds
      self.kind = kind
      self.entries = entries
    }
  }

  /// Where each column's coefficients begin in `rows` and `values`; one more entry than columns, from 0 to the length of both.
  package var starts: [Int32] = [0]
  /// The row of each coefficient, from zero.
  package var rows: [Int32] = []
  /// The coefficients.
  package var values: [Double] = []
  /// Each column's cost.
  package var objective: [Double] = []
  /// Each column's bounds.
  package var bounds: [Bounds] = []
  /// Each column's kind.
  package var kinds: [ColumnKind] = []

  /// A batch without columns.
  package init() {}

  /// A batch of columns written out.
  package init(columns: [Column]) {
    for column in columns {
      append(
        objective: column.objective, bounds: column.bounds, kind: column.kind,
        rows: column.entries.map { Int32(truncatingIfNeeded: $0.row) }, values: column.entries.map(\.value))
    }
  }

  /// How many columns there are.
  package var count: Int { objective.count }

  /// Adds a column; the coefficients stand beside their rows.
  package mutating func append(
    objective cost: Double, bounds limits: Bounds = .nonnegative, kind: ColumnKind = .continuous,
    rows places: some Collection<Int32>, values coefficients: some Collection<Double>
  ) {
    rows.append(contentsOf: places)
    values.append(contentsOf: coefficients)
    starts.append(Int32(truncatingIfNeeded: rows.count))
    objective.append(cost)
    bounds.append(limits)
    kinds.append(kind)
  }

  /// Adds a column with the same coefficient in each of its rows, as a run in a set partitioning program.
  package mutating func append(
    objective cost: Double, bounds limits: Bounds = .nonnegative, kind: ColumnKind = .continuous,
    rows places: some Collection<Int32>, value coefficient: Double = 1
  ) {
    append(
      objective: cost, bounds: limits, kind: kind, rows: places,
      values: repeatElement(coefficient, count: places.count))
  }
}
