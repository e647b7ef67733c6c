import ReproducibleNumbers

/// Gives a call and a neighbour to one another's runs, each free to find its best place there (SWAP*, Vidal 2022).
struct ExchangeMove: SearchMove {
  let search: InsertionSearch
  let neighbourhood: Neighbourhood
  /// How many neighbours are tried.
  var width = 20

  func improve(around call: Int32, _ state: SearchState, _ random: inout RandomStream) -> Bool {
    let problem = state.problem
    guard state.isPlaced(call), problem.calls[call].taskCount == 1 else { return false }
    let task = problem.calls[call].firstTask
    let home = state.shift(ofTask: task)
    for rank in 0..<min(width, neighbourhood.count(of: call)) {
      let other = neighbourhood.neighbour(of: call, at: rank)
      guard state.isPlaced(other), problem.calls[other].taskCount == 1 else { continue }
      let otherTask = problem.calls[other].firstTask
      let away = state.shift(ofTask: otherTask)
      guard away != home, state.mayDo(task, shift: away), state.mayDo(otherTask, shift: home) else { continue }
      if exchange(call, home, other, away, state, &random) { return true }
    }
    return false
  }

  private func exchange(
    _ one: Int32, _ home: Int32, _ other: Int32, _ away: Int32, _ state: SearchState, _ random: inout RandomStream
  ) -> Bool {
    let before = state.total
    return state.attempt {
      state.remove(one)
      state.remove(other)
      guard
        let first = search.best(one, in: state, scope: .shift(away), limit: .unreachable, random: &random),
        state.apply(first),
        let second = search.best(
          other, in: state, scope: .shift(home), limit: before - state.total, random: &random),
        state.apply(second)
      else { return false }
      return state.total < before
    }
  }
}
