import ReproducibleNumbers

/// A change tried around one call that stays only where the rota's total is lexicographically smaller for it.
///
/// Moves only propose; `SearchState` evaluates.
protocol SearchMove {
  /// Tries the move around a call; true, and the rota better, where one was found.
  func improve(around call: Int32, _ state: SearchState, _ random: inout RandomStream) -> Bool
}

extension SearchOperator {
  /// Nil for what is no move.
  func move(search: InsertionSearch, neighbourhood: Neighbourhood) -> (any SearchMove)? {
    switch self {
    case .cover: CoverMove(search: search)
    case .eject: EjectionMove(search: search, neighbourhood: neighbourhood)
    case .relocate: RelocateMove(search: search)
    case .swapTails: TailSwapMove(neighbourhood: neighbourhood)
    case .exchange: ExchangeMove(search: search, neighbourhood: neighbourhood)
    case .moveString: StringMove(search: search, neighbourhood: neighbourhood)
    case .related, .strings, .wholeRuns, .blocks, .recombination: nil
    }
  }
}
