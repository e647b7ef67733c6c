/// Which simplex method works on a program.
package enum SimplexMethod: Hashable, Sendable {
  /// From one solution that keeps the rows to a better one; for a program that has got new columns.
  case primal
  /// From too good a solution towards one that keeps the rows; for a fresh program, or one with changed bounds.
  case dual
}

/// How far a simplex solve may go.
package struct SimplexLimits: Hashable, Sendable {
  /// Most pivots (basis changes and bound flips) in all; at least 0. Counted, so the same on every machine.
  package var pivotLimit: Int
  /// Pivots between two looks at the deadline, at least 1. Shorter slices stop sooner but need more pivots: 50 some 26 % more.
  package var sliceLength: Int
  /// Slices without any gain after which a solve counts as stalled, at least 1.
  package var stallSlices: Int
  /// Pivots without any gain, for each row, that a stall must have too; at least 0.
  package var stallPivotsPerRow: Int
  /// Milliseconds after which GLPK breaks off inside a slice, or `nil`. The only limit that is not reproducible: leave it
  /// well above what the deadline check allows.
  package var hardTimeLimitMilliseconds: Int?

  /// Limits for a solve.
  package init(
    pivotLimit: Int = 10_000_000, sliceLength: Int = 200, stallSlices: Int = 10, stallPivotsPerRow: Int = 2,
    hardTimeLimitMilliseconds: Int? = nil
  ) {
    self.pivotLimit = pivotLimit
    self.sliceLength = sliceLength
    self.stallSlices = stallSlices
    self.stallPivotsPerRow = stallPivotsPerRow
    self.hardTimeLimitMilliseconds = hardTimeLimitMilliseconds
  }

  /// Refuses values out of range.
  func check() throws(LinearProgrammingError) {
    guard pivotLimit >= 0 else { throw .invalidSetting("pivotLimit", value: "\(pivotLimit)") }
    guard sliceLength >= 1 else { throw .invalidSetting("sliceLength", value: "\(sliceLength)") }
    guard stallSlices >= 1 else { throw .invalidSetting("stallSlices", value: "\(stallSlices)") }
    guard stallPivotsPerRow >= 0 else { throw .invalidSetting("stallPivotsPerRow", value: "\(stallPivotsPerRow)") }
    if let limit = hardTimeLimitMilliseconds, limit < 0 {
      throw .invalidSetting("hardTimeLimitMilliseconds", value: "\(limit)")
    }
  }
}

/// How a simplex solve ended.
package struct SimplexResult: Hashable, Sendable {
  /// What is known about the program.
  package enum Status: Hashable, Sendable {
    /// The basic solution is optimal.
    case optimal
    /// No solution keeps all rows and bounds.
    case infeasible
    /// The objective has no limit.
    case unbounded
    /// The pivots were used up.
    case pivotLimit
    /// The deadline was reached.
    case interrupted
    /// Nothing was gained over many pivots, and no remedy helped.
    case stalled
    /// GLPK could not go on for want of accuracy, and no remedy helped.
    case numericalTrouble
  }

  /// What was tried against a stall or an inaccurate basis.
  package enum Remedy: Hashable, Sendable {
    /// A longer slice: GLPK perturbs a degenerate program only after 200 idle pivots of one call.
    case longSlice
    /// A new basis and the dual method.
    case advancedBasis
    /// The basis of all rows and the other method.
    case standardBasis
  }

  /// What is known about the program.
  package var status: Status
  /// The basic solution's objective; it means something if `isPrimalFeasible`.
  package var objective: Double
  /// Pivots made.
  package var pivots: Int
  /// Calls of GLPK.
  package var slices: Int
  /// Whether the basic solution keeps all rows and bounds.
  package var isPrimalFeasible: Bool
  /// Whether the duals and reduced costs have the right signs, so that they prove a bound.
  package var isDualFeasible: Bool
  /// Remedies tried, in order.
  package var remedies: [Remedy]
}
