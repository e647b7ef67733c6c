import ReproducibleNumbers

/// Places a call that nobody does where it fits as the rota stands.
struct CoverMove: SearchMove {
  let search: InsertionSearch

  func improve(around call: Int32, _ state: SearchState, _ random: inout RandomStream) -> Bool {
    guard !state.isPlaced(call), state.problem.prerequisites[Int(call)].allSatisfy({ state.isPlaced(Int32($0)) }),
      let insertion = search.best(call, in: state, limit: .zero, random: &random)
    else { return false }
    return state.attempt { state.apply(insertion) }
  }
}
