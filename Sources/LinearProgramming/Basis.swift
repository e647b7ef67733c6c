/// Which variables are basic, and at which bound the others stand: where a simplex solve begins and ends.
package struct Basis: Hashable, Sendable {
  /// A variable's place; the values are GLPK's.
  package enum Place: Int32, Hashable, Sendable {
    /// In the basis.
    case basic = 1
    /// At its lower bound.
    case atLower = 2
    /// At its upper bound.
    case atUpper = 3
    /// Outside the basis without bounds, at zero.
    case free = 4
    /// At its only value.
    case fixed = 5
  }

  /// The rows' places.
  package var rows: [Place]
  /// The columns' places.
  package var columns: [Place]

  /// A basis with these places.
  package init(rows: [Place], columns: [Place]) {
    self.rows = rows
    self.columns = columns
  }

  /// How many variables are basic; a valid basis has one for each row.
  package var basicCount: Int {
    rows.count { $0 == .basic } + columns.count { $0 == .basic }
  }
}
