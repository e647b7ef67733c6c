extension SearchState {
  /// Times of the run depend on those of calls in other runs.
  func hasTies(_ shift: Int32) -> Bool {
    let tasks = row(shift)
    return (0..<Int(length(shift))).contains { problem.calls[problem.tasks[tasks[$0]].call].hasTies }
  }

  /// Lets calls that waited for others start earlier where those have gone since; the rota is no worse.
  ///
  /// A run is worked out when it changes, and not when calls that forbade it an earlier time leave other runs.
  func settle() {
    var mayMove = true
    var passes = 0
    while mayMove, passes < 4 {
      (mayMove, passes) = (false, passes + 1)
      for shift in 0..<Int32(problem.shiftCount) where hasTies(shift) {
        let (before, tasks) = (total, tasks(of: shift))
        let starts = tasks.map { plan.start[problem.tasks[$0].call] }
        let stands = attempt {
          setRun(shift, to: tasks) && keepsTiesOfRuns(shift, -1) && !(before < total)
        }
        if stands, starts != tasks.map({ plan.start[problem.tasks[$0].call] }) { mayMove = true }
      }
    }
  }
}
