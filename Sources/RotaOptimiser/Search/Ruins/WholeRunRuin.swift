import ReproducibleNumbers

/// Takes out a run near the seed, or two of them.
struct WholeRunRuin: Ruin {
  let neighbourhood: Neighbourhood
  /// Calls at most.
  var most = 30

  func choose(around seed: Int32, count: Int, _ state: SearchState, _ random: inout RandomStream) -> [Int32] {
    let problem = state.problem
    var shifts: [Int32] = []
    let wanted = 1 + random.nextInt(below: 2)
    let calls = [seed] + (0..<neighbourhood.count(of: seed)).map { neighbourhood.neighbour(of: seed, at: $0) }
    for call in calls where shifts.count < wanted {
      let shift = state.shift(ofTask: problem.calls[call].firstTask)
      if shift >= 0, !shifts.contains(shift) { shifts.append(shift) }
    }
    return Array(shifts.flatMap { state.tasks(of: $0).map { problem.tasks[$0].call } }.prefix(most))
  }
}
