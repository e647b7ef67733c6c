extension SearchState {
  /// Loads an empty state with what of some runs it can hold: the first run that wants a call has it, and a call for two starts when both can.
  ///
  /// Calls that not all of their workers can reach, and those whose needs are not met, are left out.
  ///
  /// - Returns: False where the state doesn't hold together then.
  func loadWhatFits(of runs: [PricedRun]) -> Bool {
    let common = commonStarts(of: runs)
    for run in runs {
      var tasks: [Int32] = []
      for index in run.tasks.indices {
        let longer = tasks + [run.tasks[index]]
        let fits = attempt {
          take(run, index, common) && setRun(run.shift, to: longer) && keepsTies(problem.tasks[run.tasks[index]].call)
        }
        if fits { tasks = longer }
      }
    }
    while let broken = (0..<Int32(problem.callCount)).first(where: { isPlaced($0) && !isWhole($0) }) { remove(broken) }
    return total == totalOfParts
  }

  /// By call for two that runs of different workers hold, one for each demand: the later start and its piece. Unset for others.
  private func commonStarts(of runs: [PricedRun]) -> [(start: Int32, piece: Int32)] {
    var common = [(start: Int32, piece: Int32)](repeating: (SearchPlan.unset, -1), count: problem.callCount)
    var workers = [Int32?](repeating: nil, count: problem.taskCount)
    for run in runs {
      for (index, task) in run.tasks.enumerated() where workers[Int(task)] == nil {
        let call = Int(problem.tasks[task].call)
        if common[call].start < run.starts[index] { common[call] = (run.starts[index], run.pieces[index]) }
        workers[Int(task)] = problem.shifts[run.shift].worker
      }
    }
    for call in 0..<problem.callCount {
      let entry = problem.calls[call]
      let own = Set((entry.firstTask..<entry.firstTask &+ entry.taskCount).compactMap { workers[Int($0)] })
      if entry.taskCount < 2 || own.count < entry.taskCount { common[call].start = SearchPlan.unset }
    }
    return common
  }

  /// Marks the call of a stop as placed; false where another run has it, or its partner is missing.
  private func take(_ run: PricedRun, _ index: Int, _ common: [(start: Int32, piece: Int32)]) -> Bool {
    let task = run.tasks[index]
    let call = problem.tasks[task].call
    let entry = problem.calls[call]
    guard shift(ofTask: task) < 0 else { return false }
    let isForTwo = entry.taskCount > 1
    let (start, piece) = isForTwo ? common[Int(call)] : (run.starts[index], run.pieces[index])
    guard start != SearchPlan.unset, isForTwo || !isPlaced(call) else { return false }
    if !isPlaced(call) {
      place(call, piece: piece, pin: entry.isPinned ? start : SearchPlan.unset)
      plan.start[call] = start
    }
    return true
  }
}
