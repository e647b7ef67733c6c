import ReproducibleNumbers

/// Takes strings of adjacent stops out of runs around the seed, near it in time (Christiaens and Vanden Berghe 2020).
struct StringRuin: Ruin {
  let neighbourhood: Neighbourhood
  /// Stops of one string at most.
  var longest = 6

  func choose(around seed: Int32, count: Int, _ state: SearchState, _ random: inout RandomStream) -> [Int32] {
    let problem = state.problem
    let time = state.timeOrMiddle(of: seed)
    var chosen: [Int32] = []
    var ruined: [Int32] = []
    func ruin(runsOf call: Int32) {
      for task in problem.calls[call].firstTask..<problem.calls[call].firstTask + problem.calls[call].taskCount {
        let shift = state.shift(ofTask: task)
        guard shift >= 0, !ruined.contains(shift), chosen.count < count else { continue }
        ruined.append(shift)
        chosen += string(of: shift, around: time, state, &random)
      }
    }
    ruin(runsOf: seed)
    for rank in 0..<neighbourhood.count(of: seed) where chosen.count < count {
      let call = neighbourhood.neighbour(of: seed, at: rank)
      // A run passed over now and then lets others in.
      if state.isPlaced(call), !random.nextBool(perMille: 300) { ruin(runsOf: call) }
    }
    return chosen
  }

  private func string(
    of shift: Int32, around time: Int32, _ state: SearchState, _ random: inout RandomStream
  ) -> [Int32] {
    let calls = state.tasks(of: shift).map { state.problem.tasks[$0].call }
    let length = min(calls.count, 1 + random.nextInt(below: longest))
    let nearest =
      calls.indices.min { abs(state.plan.start[calls[$0]] &- time) < abs(state.plan.start[calls[$1]] &- time) } ?? 0
    let first = max(0, min(calls.count - length, nearest - random.nextInt(below: length)))
    return Array(calls[first..<first + length])
  }
}
