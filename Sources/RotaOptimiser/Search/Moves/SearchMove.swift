import ReproducibleNumbers

/// A change tried around one call that stays only where the rota's total is lexicographically smaller for it.
///
/// Moves only propose; `SearchState` evaluates.
protocol SearchMove {
  /// Tries the move around a call; true, and the rota better, where one was found.
  func improve(around call: Int32, _ state: SearchState, _ random: inout RandomStream) -> Bool
}
