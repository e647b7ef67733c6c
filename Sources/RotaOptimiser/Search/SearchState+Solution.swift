import Quantities

extension SearchState {
  /// Calls that nobody does, in order.
  var uncoveredCalls: [Int] { (0..<problem.callCount).filter { !isPlaced(Int32($0)) } }

  /// The rota in hand, with the times of its stops and breaks.
  func solution() -> RotaSolution {
    RotaSolution(
      runs: (0..<Int32(problem.shiftCount)).map(run), levels: problem.packing.values(of: total),
      uncovered: uncoveredCalls)
  }

  private func run(of shift: Int32) -> RotaSolution.Run {
    let tasks = tasks(of: shift)
    let count = Int32(tasks.count)
    guard count > 0 || problem.shifts[shift].hasDeparted,
      evaluator.score(shift: shift, tasks: row(shift), count: count, plan: plan) != nil
    else { return RotaSolution.Run() }
    var stops = tasks.map { task in
      RotaSolution.Stop(call: Int(problem.tasks[task].call), demand: Int(problem.tasks[task].demand), start: .zero)
    }
    evaluator.readStarts(count: count) { place, start in stops[Int(place)].start = Seconds(Int(start)) }
    let breaks = evaluator.readBreaks(shift: shift)
      .map { RotaSolution.Break(start: Seconds(Int($0.start)), end: Seconds(Int($0.end))) }
    return RotaSolution.Run(stops: stops, breaks: breaks)
  }
}
