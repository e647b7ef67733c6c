import ReproducibleNumbers

/// Takes a call out and puts it where it is best, or leaves it out where the rota is better without it. Both runs of a two-person call
/// move at once.
struct RelocateMove: SearchMove {
  let search: InsertionSearch

  func improve(around call: Int32, _ state: SearchState, _ random: inout RandomStream) -> Bool {
    guard state.isPlaced(call) else { return false }
    let before = state.total
    var isBetterWithout = false
    let hasMoved = state.attempt {
      state.remove(call)
      isBetterWithout =
        state.total < before && !state.problem.dependents[Int(call)].contains { state.isPlaced(Int32($0)) }
      let limit = isBetterWithout ? PackedScore.zero : before - state.total
      guard let insertion = search.best(call, in: state, limit: limit, random: &random) else { return false }
      return state.apply(insertion) && state.total < before
    }
    if !hasMoved, isBetterWithout { state.remove(call) }
    return hasMoved || isBetterWithout
  }
}
