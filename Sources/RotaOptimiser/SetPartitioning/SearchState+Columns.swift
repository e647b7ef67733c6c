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

  /// Every placed call is whole.
  private var isWhole: Bool { (0..<Int32(problem.callCount)).allSatisfy { !isPlaced($0) || isWhole($0) } }

  /// A call has all its tasks and all that it needs.
  func isWhole(_ call: Int32) -> Bool {
    let entry = problem.calls[call]
    return (entry.firstTask..<entry.firstTask &+ entry.taskCount).allSatisfy { shift(ofTask: $0) >= 0 }
      && problem.prerequisites[Int(call)].allSatisfy { isPlaced(Int32($0)) }
  }
}
