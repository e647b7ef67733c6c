/// Loads an empty state with a given rota, mended where it breaks a rule: each call stays with its workers, in the order of their runs, or is
/// left out.
///
/// A rota that keeps every rule is loaded whole. Otherwise each run that can't be worked gives up its lightest call that mends it, or, where that
/// weighs less, those that don't fit in beside the heavier ones; what is left is loaded, and what was given up is tried again, the heaviest first.
/// Complexity: a run's stops squared for each run that can't be worked, and an insertion for each call.
struct StartMending {
  private let given: GivenRota
  private let state: SearchState
  private var problem: CompiledProblem { state.problem }

  /// - Parameter state: one that holds nothing.
  init(_ rota: RotaSolution, into state: SearchState) {
    given = GivenRota(rota, of: state.problem)
    self.state = state
  }

  /// Loads what can be kept; the state keeps every rule then.
  func load() {
    defer { state.settle() }
    var isGivenUp = [Bool](repeating: false, count: problem.callCount)
    if isLoaded(besides: isGivenUp) { return }
    for (shift, row) in given.rows.enumerated() {
      for call in misfits(Int32(shift), row) { isGivenUp[Int(call)] = true }
    }
    _ = isLoaded(besides: isGivenUp)
    putBack(last: isGivenUp)
  }

  /// Loads everything but some calls and those that need them; false, with the state as it was, where that breaks a rule.
  private func isLoaded(besides isGivenUp: [Bool]) -> Bool {
    var isKept = (0..<problem.callCount).map { given.holds($0) && !isGivenUp[$0] }
    while let call = isKept.indices.first(where: { call in
      isKept[call] && problem.prerequisites[call].contains { !isKept[$0] }
    }) { isKept[call] = false }
    let columns = given.rows.enumerated().compactMap { shift, row -> RunPool.Column? in
      let tasks = row.filter { isKept[Int(problem.tasks[$0].call)] }
      let calls = tasks.map { Int(problem.tasks[$0].call) }
      return tasks.isEmpty
        ? nil
        : RunPool.Column(
          shift: Int32(shift), tasks: tasks, starts: calls.map { given.starts[$0] },
          pieces: calls.map { given.pieces[$0] })
    }
    return state.attempt { state.load(columns) }
  }

  // MARK: Runs that can't be worked

  /// The calls that a run gives up so that the rest of it can be worked, other runs left aside.
  private func misfits(_ shift: Int32, _ row: [Int32]) -> [Int32] {
    if canBeWorked(shift, row) { return [] }
    let lightestFirst = row.enumerated().sorted { left, right in
      let (one, other) = (weight(left.element), weight(right.element))
      return one == other ? left.offset > right.offset : one < other
    }.map(\.element)
    var kept: Set<Int32> = []
    for task in lightestFirst.reversed() where canBeWorked(shift, row.filter { kept.contains($0) || $0 == task }) {
      kept.insert(task)
    }
    let several = row.filter { !kept.contains($0) }
    let single = lightestFirst.first { task in canBeWorked(shift, row.filter { $0 != task }) }
    if let single, !(several.reduce(.zero) { $0 + weight($1) } < weight(single)) { return [problem.tasks[single].call] }
    return several.map { problem.tasks[$0].call }
  }

  private func weight(_ task: Int32) -> PackedScore { problem.uncovered[problem.tasks[task].call] }

  private func canBeWorked(_ shift: Int32, _ tasks: [Int32]) -> Bool {
    state.supposing {
      for task in tasks {
        let call = problem.tasks[task].call
        state.place(call, piece: given.pieces[Int(call)], pin: pin(of: call))
        state.plan.start[call] = given.starts[Int(call)]
      }
      return state.setRun(shift, to: tasks)
    }
  }

  private func pin(of call: Int32) -> Int32 {
    problem.calls[call].isPinned ? given.starts[Int(call)] : SearchPlan.unset
  }

  // MARK: Calls one by one

  /// Puts back what is not loaded, level by level and the heaviest first, those that were given up behind all others.
  private func putBack(last isGivenUp: [Bool]) {
    let units = InsertionUnit.all(of: problem).filter { $0.calls.allSatisfy { given.holds(Int($0)) } }
    func isLast(_ unit: InsertionUnit) -> Bool { unit.calls.contains { isGivenUp[Int($0)] } }
    let order = units.filter { !isLast($0) } + units.filter(isLast)
    // A call that another one needs may come behind it in this order.
    for _ in 0..<2 {
      for unit in order where !state.isPlaced(unit.calls[0]) {
        _ = state.attempt { unit.calls.allSatisfy(putBack) && unit.calls.allSatisfy(state.isWhole) }
      }
    }
  }

  /// Puts a call back where it was given, in the piece of its start or a later one.
  private func putBack(_ call: Int32) -> Bool {
    let entry = problem.calls[call]
    let own = given.pieces[Int(call)]
    let from = problem.pieces[own].from
    let later = (entry.firstPiece..<entry.firstPiece &+ entry.pieceCount)
      .filter { problem.pieces[$0].from > from }.sorted { problem.pieces[$0].from < problem.pieces[$1].from }
    return ([own] + later).contains { piece in
      pins(of: call, in: piece).contains { pin in isPutBack(call, piece: piece, pin: pin) }
    }
  }

  /// The start given, and the first one at which all of its workers can be there; unset for a call that floats.
  private func pins(of call: Int32, in number: Int32) -> [Int32] {
    guard problem.calls[call].isPinned else { return [SearchPlan.unset] }
    let piece = problem.pieces[number]
    var pins = number == given.pieces[Int(call)] ? [given.starts[Int(call)]] : []
    var ready = piece.from
    for task in tasks(of: call) {
      let (shift, place) = (given.shiftOfTask[Int(task)], place(of: task))
      let (from, to) = (state.node(shift, after: place &- 1), problem.tasks[task].node)
      var leg: Int32 = 0
      if to >= 0 {
        let row = Int(problem.shifts[shift].mode) * problem.nodeCount + Int(from)
        leg = problem.seconds[row * problem.nodeCount + Int(to)]
      }
      ready = max(ready, state.earliestEnd(shift, place &- 1) &+ leg)
    }
    let start = problem.earliestStart(in: piece, from: ready)
    if start <= piece.until, !pins.contains(start) { pins.append(start) }
    return pins
  }

  private func isPutBack(_ call: Int32, piece: Int32, pin: Int32) -> Bool {
    state.attempt {
      state.place(call, piece: piece, pin: pin)
      for task in tasks(of: call) {
        guard state.insert(task, into: given.shiftOfTask[Int(task)], at: place(of: task)) else { return false }
      }
      return tasks(of: call).allSatisfy { state.keepsTiesOfRuns(given.shiftOfTask[Int($0)], -1) }
    }
  }

  private func tasks(of call: Int32) -> Range<Int32> {
    let entry = problem.calls[call]
    return entry.firstTask..<entry.firstTask &+ entry.taskCount
  }

  /// Where a task belongs in its run as it stands: behind those that were given before it.
  private func place(of task: Int32) -> Int32 {
    let row = state.tasks(of: given.shiftOfTask[Int(task)])
    return Int32(row.count { given.places[Int($0)] < given.places[Int(task)] })
  }
}
