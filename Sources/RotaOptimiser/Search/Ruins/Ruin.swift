import ReproducibleNumbers

/// A way to choose which calls a round of ruin and recreate takes out.
protocol Ruin {
  /// Placed calls around a seed, which may be placed or not; some may be named twice, and about `count` of them are wanted.
  func choose(around seed: Int32, count: Int, _ state: SearchState, _ random: inout RandomStream) -> [Int32]
}

extension SearchOperator {
  /// Nil for what is no ruin.
  func ruin(neighbourhood: Neighbourhood) -> (any Ruin)? {
    switch self {
    case .related: RelatedRuin(neighbourhood: neighbourhood)
    case .strings: StringRuin(neighbourhood: neighbourhood)
    case .wholeRuns: WholeRunRuin(neighbourhood: neighbourhood)
    case .cover, .eject, .relocate, .swapTails, .exchange, .moveString, .blocks, .recombination: nil
    }
  }
}

extension SearchState {
  /// When a call starts, or the middle of when it could.
  func timeOrMiddle(of call: Int32) -> Int32 {
    let start = plan.start[call]
    if start != SearchPlan.unset { return start }
    let entry = problem.calls[call]
    guard entry.pieceCount > 0 else { return 0 }
    let piece = problem.pieces[entry.firstPiece]
    return (piece.from &+ min(piece.until, piece.quietUntil)) / 2
  }
}
