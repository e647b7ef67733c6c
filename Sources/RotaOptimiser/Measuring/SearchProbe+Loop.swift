extension SearchProbe {
  /// What the insertion loop by itself came to, so that no compiler can leave it out.
  package struct LoopResult: Hashable, Sendable {
    /// Places looked at, refused or not.
    package var places: Int
    /// Over calls and runs: the least detour times the place that has it, counted from one; overflows wrap.
    package var sum: Int64
  }

  /// Looks so many times for the least detour of each call for one worker in each run that may do it: the refusals of a place in constant time and the detour's
  /// bound (`InsertionSearch.eachPlace`), and nothing else.
  package func leastDetours(passes: Int) -> LoopResult {
    let before = search.placesTried
    var sum: Int64 = 0
    for _ in 0..<passes { sum &+= sumOfLeastDetours() }
    return LoopResult(places: search.placesTried - before, sum: sum)
  }

  private func sumOfLeastDetours() -> Int64 {
    var sum: Int64 = 0
    var task: Int32 = 0
    while task < problem.taskCount {
      let entry = problem.calls[problem.tasks[task].call]
      var number = problem.firstShiftOfTask[task]
      let end = entry.taskCount == 1 ? problem.firstShiftOfTask[task &+ 1] : number
      while number < end {
        var least = Int64.max
        var best: Int32 = -1
        search.eachPlace(
          task, entry.firstPiece, SearchPlan.unset, problem.shiftsOfTasks[number], state, mostDetour: &least
        ) { place, _, _, detour, mostDetour in
          (best, mostDetour) = (place, detour)
        }
        if best >= 0 { sum &+= least &* Int64(best &+ 1) }
        number &+= 1
      }
      task &+= 1
    }
    return sum
  }

  /// All that the insertion loop reads, one flat array a line: its name, how many numbers, and the numbers.
  package var loopArrays: String {
    let shifts = 0..<Int32(problem.shiftCount)
    let cells = shifts.flatMap { shift in (0..<state.length(shift)).map { (shift, $0) } }
    let arrays: [(String, [Int32])] = [
      ("sizes", [Int32(problem.nodeCount), problem.grain]),
      ("tasks", numbers(of: problem.tasks)), ("firstPieces", firstPieces), ("pieces", numbers(of: problem.pieces)),
      ("shifts", numbers(of: problem.shifts)), ("firstShiftOfTask", numbers(of: problem.firstShiftOfTask)),
      ("shiftsOfTasks", numbers(of: problem.shiftsOfTasks)), ("lengths", shifts.map(state.length)),
      ("rows", cells.map { state.row($0)[Int($1)] }), ("earliestEnds", cells.map(state.earliestEnd)),
      ("latestStarts", cells.map(state.latestStart)), ("seconds", numbers(of: problem.seconds)),
      ("pence", numbers(of: problem.pence)),
    ]
    return arrays.map { name, values in
      "\(name) \(values.count) \(values.map(String.init).joined(separator: " "))\n"
    }.joined()
  }

  /// By task: the first piece of its call; -1 for a call for two.
  private var firstPieces: [Int32] {
    (0..<Int32(problem.taskCount)).map { task in
      let call = problem.calls[problem.tasks[task].call]
      return call.taskCount == 1 ? call.firstPiece : -1
    }
  }

  private func numbers(of array: FlatArray<Int32>) -> [Int32] { (0..<array.count).map { array[$0] } }

  private func numbers(of tasks: FlatArray<CompiledProblem.Task>) -> [Int32] {
    (0..<tasks.count).flatMap { index in
      let task = tasks[index]
      return [task.call, task.demand, task.length, task.node, task.carriesTiming ? 1 : 0]
    }
  }

  private func numbers(of pieces: FlatArray<CompiledProblem.Piece>) -> [Int32] {
    (0..<pieces.count).flatMap { index in
      let piece = pieces[index]
      return [
        piece.from, piece.until, piece.quietUntil, piece.firstTerm, piece.termCount, piece.base, piece.lateAfter,
      ]
    }
  }

  private func numbers(of shifts: FlatArray<CompiledProblem.Shift>) -> [Int32] {
    (0..<shifts.count).flatMap { index in
      let shift = shifts[index]
      return [
        shift.worker, shift.mode, shift.earliest, shift.latest, shift.contractedEnd, shift.startNode, shift.endNode,
        shift.firstBreak, shift.breakCount, shift.share, shift.contactSoFar, shift.departed,
      ]
    }
  }
}
