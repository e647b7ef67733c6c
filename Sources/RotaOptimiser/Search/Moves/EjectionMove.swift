import ReproducibleNumbers

/// Puts an uncovered call in the place of a neighbour that counts less, and the neighbour elsewhere where it finds a place: an ejection
/// chain of two links (Glover 1996).
struct EjectionMove: SearchMove {
  let search: InsertionSearch
  let neighbourhood: Neighbourhood

  func improve(around call: Int32, _ state: SearchState, _ random: inout RandomStream) -> Bool {
    let problem = state.problem
    guard !state.isPlaced(call), problem.calls[call].taskCount == 1,
      problem.prerequisites[Int(call)].allSatisfy({ state.isPlaced(Int32($0)) })
    else { return false }
    let task = problem.calls[call].firstTask
    for rank in 0..<neighbourhood.count(of: call) {
      let other = neighbourhood.neighbour(of: call, at: rank)
      guard state.isPlaced(other), problem.calls[other].taskCount == 1 else { continue }
      let shift = state.shift(ofTask: problem.calls[other].firstTask)
      guard state.mayDo(task, shift: shift),
        !problem.dependents[Int(other)].contains(where: { state.isPlaced(Int32($0)) })
      else { continue }
      if replace(other, by: call, in: shift, state, &random) { return true }
    }
    return false
  }

  private func replace(
    _ other: Int32, by call: Int32, in shift: Int32, _ state: SearchState, _ random: inout RandomStream
  ) -> Bool {
    let before = state.total
    return state.attempt {
      state.remove(other)
      guard let first = search.best(call, in: state, scope: .shift(shift), limit: .zero, random: &random),
        state.apply(first)
      else { return false }
      if let second = search.best(other, in: state, limit: before - state.total, random: &random) {
        return state.apply(second) && state.total < before
      }
      return state.total < before
    }
  }
}
