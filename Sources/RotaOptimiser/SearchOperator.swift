/// A move, a ruin or a stage that can be left out of a solve, to see what it is worth (`Documentation/optimiser.md`, ablation).
package enum SearchOperator: String, CaseIterable, Sendable {
  // Moves of descent.
  case cover, eject, relocate, swapTails, exchange, moveString
  // Ruins.
  case related, strings, wholeRuns
  /// Search in blocks of runs.
  case blocks
  /// GLPK's choice among the runs met.
  case recombination
}
