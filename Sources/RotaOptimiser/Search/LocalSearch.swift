import ReproducibleNumbers

/// Descends to a rota that no single move of its kinds improves: a call elsewhere, two calls exchanged, two run ends exchanged.
///
/// Moves only propose; `SearchState` scores them, and a move stays only where the total is lexicographically smaller.
struct LocalSearch {
  let search: InsertionSearch
  let meter: WorkMeter

  /// Passes over all moves until a pass finds nothing or the work limit is reached.
  func descend(_ state: SearchState, limit: Int, random: inout RandomStream) {
    var calls = (0..<Int32(state.problem.callCount)).map { $0 }
    var improved = true
    while improved, !meter.mustStop(at: limit) {
      improved = false
      random.shuffle(&calls)
      for call in calls where !meter.mustStop(at: limit) {
        if state.isPlaced(call) {
          if relocate(call, state, &random) { improved = true }
        } else if cover(call, state, &random) {
          improved = true
        }
      }
      let shiftCount = Int32(state.problem.shiftCount)
      for one in 0..<shiftCount where !meter.mustStop(at: limit) {
        for two in (one &+ 1)..<max(shiftCount, one &+ 1)
        where state.length(one) + state.length(two) > 0 && !state.isNeedless(one) && !state.isNeedless(two) {
          if swapTails(one, two, state) { improved = true }
        }
      }
      for call in calls where state.isPlaced(call) && !meter.mustStop(at: limit) {
        if exchange(call, state, &random) { improved = true }
      }
    }
  }

  /// Places a call that nobody does, where it fits as the rota stands.
  func cover(_ call: Int32, _ state: SearchState, _ random: inout RandomStream) -> Bool {
    guard let insertion = search.best(call, in: state, limit: .zero, random: &random) else { return false }
    guard bundleStaysWhole(call, state) else { return false }
    return state.attempt { state.apply(insertion) }
  }

  /// A call of a bundle is placed alone only where the rest of it is there.
  private func bundleStaysWhole(_ call: Int32, _ state: SearchState) -> Bool {
    state.problem.prerequisites[Int(call)].allSatisfy { state.isPlaced(Int32($0)) }
  }

  /// Takes a call out and puts it where it is best, or leaves it out where the rota is better without it.
  func relocate(_ call: Int32, _ state: SearchState, _ random: inout RandomStream) -> Bool {
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

  /// Exchanges a call with a later-found better arrangement of it and one call near it in time in another run.
  func exchange(_ call: Int32, _ state: SearchState, _ random: inout RandomStream) -> Bool {
    let problem = state.problem
    guard problem.calls[call].taskCount == 1 else { return false }
    let task = problem.calls[call].firstTask
    let home = state.shift(ofTask: task)
    let start = state.plan.start[call]
    let reach = problem.calls[call].length &* 2 &+ problem.nearInTime
    for shift in 0..<Int32(problem.shiftCount) where shift != home && state.mayDo(task, shift: shift) {
      let tasks = state.row(shift)
      for index in 0..<Int(state.length(shift)) {
        let other = problem.tasks[tasks[index]].call
        guard problem.calls[other].taskCount == 1, abs(state.plan.start[other] &- start) <= reach,
          state.mayDo(tasks[index], shift: home)
        else { continue }
        if exchange(call, other, home, shift, state, &random) { return true }
      }
    }
    return false
  }

  private func exchange(
    _ one: Int32, _ two: Int32, _ oneShift: Int32, _ twoShift: Int32, _ state: SearchState,
    _ random: inout RandomStream
  ) -> Bool {
    let before = state.total
    return state.attempt {
      state.remove(one)
      state.remove(two)
      guard
        let first = search.best(one, in: state, scope: .shift(twoShift), limit: .unreachable, random: &random),
        state.apply(first),
        let second = search.best(two, in: state, scope: .shift(oneShift), limit: before - state.total, random: &random),
        state.apply(second)
      else { return false }
      return state.total < before
    }
  }

  /// Exchanges the ends of two runs (2-opt*, Potvin and Rousseau 1995) at the best pair of places.
  func swapTails(_ one: Int32, _ two: Int32, _ state: SearchState) -> Bool {
    let problem = state.problem
    if problem.shifts[one].worker == problem.shifts[two].worker { return false }
    let (first, second) = (state.tasks(of: one), state.tasks(of: two))
    let before = state.total
    for cut in 0...first.count {
      for other in 0...second.count where !(cut == first.count && other == second.count) && !(cut == 0 && other == 0) {
        guard tailFits(of: two, from: other, behind: cut, of: one, state),
          tailFits(of: one, from: cut, behind: other, of: two, state),
          second[other...].allSatisfy({ state.mayDo($0, shift: one) }),
          first[cut...].allSatisfy({ state.mayDo($0, shift: two) })
        else { continue }
        let isBetter = state.attempt {
          state.setRun(one, to: Array(first[..<cut] + second[other...]))
            && state.setRun(two, to: Array(second[..<other] + first[cut...]))
            && state.keepsTiesOfRuns(one, two) && state.total < before
        }
        if isBetter { return true }
      }
    }
    return false
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
