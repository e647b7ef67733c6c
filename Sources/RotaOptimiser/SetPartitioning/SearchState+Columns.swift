extension SearchState {
  /// Loads an empty state with chosen runs; false where they don't keep what calls owe each other between runs.
  func load(_ columns: [RunPool.Column]) -> Bool {
    for column in columns {
      for (index, task) in column.tasks.enumerated() {
        let stop = problem.tasks[task]
        let isPinned = problem.calls[stop.call].isPinned
        if !isPlaced(stop.call) {
          place(stop.call, piece: column.pieces[index], pin: isPinned ? column.starts[index] : SearchPlan.unset)
        }
        plan.start[stop.call] = column.starts[index]
      }
    }
    for column in columns {
      guard setRun(column.shift, to: column.tasks) else { return false }
    }
    return columns.allSatisfy { keepsTiesOfRuns($0.shift, -1) } && isWhole
  }

  /// Every placed call has all its tasks and all that it needs.
  private var isWhole: Bool {
    for call in 0..<Int32(problem.callCount) where isPlaced(call) {
      let entry = problem.calls[call]
      for task in entry.firstTask..<entry.firstTask + entry.taskCount where shift(ofTask: task) < 0 { return false }
      if problem.prerequisites[Int(call)].contains(where: { !isPlaced(Int32($0)) }) { return false }
    }
    return true
  }
}
