import ReproducibleNumbers

/// Exchanges the ends of two runs so that a neighbour follows the call (2-opt*, Potvin and Rousseau 1995).
struct TailSwapMove: SearchMove {
  let neighbourhood: Neighbourhood
  /// How many neighbours are tried.
  var width = 20

  func improve(around call: Int32, _ state: SearchState, _ random: inout RandomStream) -> Bool {
    let problem = state.problem
    guard state.isPlaced(call), problem.calls[call].taskCount == 1 else { return false }
    let home = state.shift(ofTask: problem.calls[call].firstTask)
    let cut = place(of: problem.calls[call].firstTask, in: home, state) + 1
    for rank in 0..<min(width, neighbourhood.count(of: call)) {
      let other = neighbourhood.neighbour(of: call, at: rank)
      guard state.isPlaced(other) else { continue }
      let tasks = problem.calls[other].firstTask..<problem.calls[other].firstTask + problem.calls[other].taskCount
      for task in tasks {
        let away = state.shift(ofTask: task)
        guard problem.shifts[away].worker != problem.shifts[home].worker else { continue }
        if swap(home, cut, away, place(of: task, in: away, state), state) { return true }
      }
    }
    return false
  }

  private func place(of task: Int32, in shift: Int32, _ state: SearchState) -> Int {
    let tasks = state.row(shift)
    var place = 0
    while tasks[place] != task { place += 1 }
    return place
  }

  /// The stops of `one` before `cut` go on with those of `two` from `other` on, and the other way round.
  private func swap(_ one: Int32, _ cut: Int, _ two: Int32, _ other: Int, _ state: SearchState) -> Bool {
    guard tailFits(of: two, from: other, behind: cut, of: one, state),
      tailFits(of: one, from: cut, behind: other, of: two, state),
      mayDo(tailOf: two, from: other, shift: one, state), mayDo(tailOf: one, from: cut, shift: two, state)
    else { return false }
    let before = state.total
    let (first, second) = (state.tasks(of: one), state.tasks(of: two))
    return state.attempt {
      state.setRun(one, to: Array(first[..<cut] + second[other...]))
        && state.setRun(two, to: Array(second[..<other] + first[cut...]))
        && state.keepsTiesOfRuns(one, two) && state.total < before
    }
  }

  private func mayDo(tailOf source: Int32, from: Int, shift: Int32, _ state: SearchState) -> Bool {
    let tasks = state.row(source)
    for place in from..<max(from, Int(state.length(source))) where !state.mayDo(tasks[place], shift: shift) {
      return false
    }
    return true
  }

  /// In constant time: whether the tail could follow in time, breaks left out.
  private func tailFits(of source: Int32, from: Int, behind cut: Int, of target: Int32, _ state: SearchState) -> Bool {
    guard from < Int(state.length(source)) else { return true }
    let problem = state.problem
    let node = problem.tasks[state.row(source)[from]].node
    var arrival = state.earliestEnd(target, Int32(cut) - 1)
    if node >= 0 {
      let here = Int(state.node(target, after: Int32(cut) - 1))
      let mode = Int(problem.shifts[target].mode) * problem.nodeCount
      arrival &+= problem.seconds[(mode + here) * problem.nodeCount + Int(node)]
    }
    let slack = max(0, problem.shifts[target].latest &- problem.shifts[source].latest)
    return arrival <= state.latestStart(source, Int32(from)) &+ slack
  }
}
