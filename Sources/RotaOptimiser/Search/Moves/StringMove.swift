import ReproducibleNumbers

/// Takes a string of two or three successive stops that begins at the call to behind a neighbour, in its order or turned round (Or 1976).
///
/// It may go before a neighbour that begins its run, too. The calls of a string are for one worker each, and their starts float.
struct StringMove: SearchMove {
  let search: InsertionSearch
  let neighbourhood: Neighbourhood
  /// How many neighbours are tried.
  var width = 20
  /// Stops of a string at most.
  var longest = 3

  func improve(around call: Int32, _ state: SearchState, _ random: inout RandomStream) -> Bool {
    let problem = state.problem
    guard state.isPlaced(call) else { return false }
    let home = state.shift(ofTask: problem.calls[call].firstTask)
    let string = state.tasks(of: home).drop { $0 != problem.calls[call].firstTask }.prefix(longest)
      .prefix { !problem.calls[problem.tasks[$0].call].isPinned }
    for length in 2..<max(2, string.count + 1) where move(Array(string.prefix(length)), of: home, state) { return true }
    return false
  }

  private func move(_ string: [Int32], of home: Int32, _ state: SearchState) -> Bool {
    let problem = state.problem
    let before = state.total
    return state.attempt {
      var limit = before
      for task in string {
        state.remove(problem.tasks[task].call)
        limit += problem.uncovered[problem.tasks[task].call]
      }
      if state.total.isUnreachable { return false }
      limit = limit - state.total
      let call = problem.tasks[string[0]].call
      for rank in 0..<min(width, neighbourhood.count(of: call)) {
        let other = problem.calls[neighbourhood.neighbour(of: call, at: rank)]
        for task in other.firstTask..<other.firstTask + other.taskCount {
          let shift = state.shift(ofTask: task)
          guard shift >= 0 else { continue }
          var place = 0
          while state.row(shift)[place] != task { place += 1 }
          for place in place == 0 ? [1, 0] : [place + 1]
          where put(string, into: shift, at: place, home, limit: limit, before: before, state) { return true }
        }
      }
      return false
    }
  }

  /// In its order or turned round, first the way that promises more.
  private func put(
    _ string: [Int32], into shift: Int32, at place: Int, _ home: Int32, limit: PackedScore, before: PackedScore,
    _ state: SearchState
  ) -> Bool {
    search.placesTried += 2
    let straight = search.least(of: string, isTurned: false, into: shift, at: place, state) ?? .unreachable
    let turned = search.least(of: string, isTurned: true, into: shift, at: place, state) ?? .unreachable
    let turnsFirst = turned < straight
    for isTurned in [turnsFirst, !turnsFirst] {
      let least = isTurned ? turned : straight
      if least.isUnreachable || !(state.problem.terms.mayFall || least < limit) { continue }
      if load(string, isTurned: isTurned, into: shift, at: place, home, before: before, state) { return true }
    }
    return false
  }

  private func load(
    _ string: [Int32], isTurned: Bool, into shift: Int32, at place: Int, _ home: Int32, before: PackedScore,
    _ state: SearchState
  ) -> Bool {
    var pieces: [Int32] = []
    _ = search.least(of: string, isTurned: isTurned, into: shift, at: place, state) { pieces.append($0) }
    let order = isTurned ? string.reversed() : string
    return state.attempt {
      for (task, piece) in zip(order, pieces) {
        state.place(state.problem.tasks[task].call, piece: piece, pin: SearchPlan.unset)
      }
      var tasks = state.tasks(of: shift)
      tasks.insert(contentsOf: order, at: place)
      return state.setRun(shift, to: tasks) && state.keepsTiesOfRuns(home, shift) && state.total < before
    }
  }
}
