/// How far an integer solve may go, and how it works.
package struct IntegerLimits: Hashable, Sendable {
  /// Most nodes of the tree; at least 0. Counted, so the same on every machine.
  package var nodeLimit: Int
  /// Most pivots in the tree, looked at after each node; at least 0.
  package var pivotLimit: Int
  /// Limits of the relaxation that is solved first.
  package var root: SimplexLimits
  /// Stop when (value - bound) / max(1, |value|) is no more than this; 0 goes on to the proof.
  package var relativeGap: Double
  /// Let GLPK's presolver make the program smaller first.
  package var presolve: Bool
  /// Add GLPK's cutting planes.
  package var cuts: Bool
  /// Use GLPK's feasibility pump at the root.
  package var feasibilityPump: Bool
  /// Milliseconds after which GLPK breaks off, or `nil`. The only limit that is not reproducible.
  package var hardTimeLimitMilliseconds: Int?

  /// Limits for an integer solve.
  package init(
    nodeLimit: Int = 100_000, pivotLimit: Int = 10_000_000, root: SimplexLimits = SimplexLimits(),
    relativeGap: Double = 0, presolve: Bool = true, cuts: Bool = false, feasibilityPump: Bool = false,
    hardTimeLimitMilliseconds: Int? = nil
  ) {
    self.nodeLimit = nodeLimit
    self.pivotLimit = pivotLimit
    self.root = root
    self.relativeGap = relativeGap
    self.presolve = presolve
    self.cuts = cuts
    self.feasibilityPump = feasibilityPump
    self.hardTimeLimitMilliseconds = hardTimeLimitMilliseconds
  }

  /// Refuses values out of range.
  func check() throws(LinearProgrammingError) {
    guard nodeLimit >= 0 else { throw .invalidSetting("nodeLimit", value: "\(nodeLimit)") }
    guard pivotLimit >= 0 else { throw .invalidSetting("pivotLimit", value: "\(pivotLimit)") }
    guard relativeGap >= 0, relativeGap.isFinite else {
      throw .invalidSetting("relativeGap", value: "\(relativeGap)")
    }
    if let limit = hardTimeLimitMilliseconds, limit < 0 {
      throw .invalidSetting("hardTimeLimitMilliseconds", value: "\(limit)")
    }
    try root.check()
  }
}

/// How an integer solve ended.
package struct IntegerResult: Hashable, Sendable {
  /// What is known about the program.
  package enum Status: Hashable, Sendable {
    /// The solution is optimal, within one part in ten million where the costs are not whole numbers.
    case optimal
    /// There is a solution, not proven optimal.
    case feasible
    /// No solution exists.
    case infeasible
    /// The relaxation has no limit, so nothing can be said.
    case unboundedRelaxation
    /// None was found, and it is not proven that there is none.
    case noSolutionFound
  }

  /// Why the search ended.
  package enum End: Hashable, Sendable {
    /// All that could be better was looked at.
    case proof
    /// The node limit.
    case nodeLimit
    /// The pivot limit, at the root or in the tree.
    case pivotLimit
    /// The wanted gap.
    case relativeGap
    /// The deadline or the hard time limit.
    case interrupted
    /// GLPK could not go on for want of accuracy, or its solution does not keep the rows.
    case numericalTrouble
  }

  /// A solution, checked against every row and bound.
  package struct Solution: Hashable, Sendable {
    /// Each column's value; those of integer columns are whole.
    package var values: [Double]
    /// Its objective.
    package var objective: Double
    /// Whether it is the one that was handed in.
    package var isGiven: Bool
  }

  /// What is known about the program.
  package var status: Status
  /// Why the search ended.
  package var end: End
  /// The best solution: never worse than the one handed in.
  package var solution: Solution?
  /// No solution is better than this, to the solver's tolerance; `nil` if nothing was proven.
  package var bound: Double?
  /// Nodes begun.
  package var nodes: Int
  /// Pivots made at the root and in the tree.
  package var pivots: Int
}
