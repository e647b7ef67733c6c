import Quantities

/// Some runs of a rota, and uncovered calls beside them, as a day of their own in which everything outside stays as it is.
///
/// Every rota of the block that leaves nothing out at level 0 can take the place of those runs, and changes the whole by as much as it changes the
/// block.
struct Block {
  let problem: RotaProblem
  /// The runs in hand, in the block's indices.
  let start: RotaSolution
  private let cut: BlockCut

  /// - Parameters:
  ///   - shifts: ascending.
  ///   - uncovered: calls to be tried here that nobody does, ascending.
  /// - Complexity: calls x shifts, and the nodes of the block squared.
  init(shifts: [Int], uncovered: [Int], of rota: SearchState) {
    let cut = BlockCut(shifts: shifts, uncovered: uncovered, of: rota)
    let numbers = RotaProblem.numbers(of: cut.calls)
    let tasks = rota.problem.tasks
    let runs = shifts.map { shift in
      RotaSolution.Run(
        stops: rota.tasks(of: Int32(shift)).compactMap { task in
          let stop = tasks[task]
          return numbers[Int(stop.call)].map { call in
            RotaSolution.Stop(
              call: call, demand: cut.demandInside[call] == nil ? Int(stop.demand) : 0,
              start: Seconds(Int(rota.plan.start[stop.call])))
          }
        })
    }
    self.cut = cut
    start = RotaSolution(runs: runs, levels: [], uncovered: [])
    problem = cut.problem()
  }

  /// A rota of the whole with other runs in the block's place; they may not go together where that rota is not the one the block was cut from.
  func exchanged(_ runs: [RotaSolution.Run], in rota: SearchState) -> RotaSolution {
    var whole = rota.solution()
    for (number, run) in runs.enumerated() {
      let stops = run.stops.map { stop in
        RotaSolution.Stop(
          call: cut.calls[stop.call], demand: cut.demandInside[stop.call] ?? stop.demand, start: stop.start)
      }
      whole.runs[cut.shifts[number]] = RotaSolution.Run(stops: stops, breaks: run.breaks)
    }
    return whole
  }

  /// Puts other runs in the block's place, where the rota gets better for it.
  ///
  /// - Parameter rota: the one that the block was cut from, or one that other blocks have changed since.
  /// - Returns: False, and the rota as it was, where it doesn't get better.
  func put(_ runs: [RotaSolution.Run], into rota: SearchState) -> Bool {
    let trial = SearchState(rota.problem, evaluator: rota.evaluator)
    StartMending(exchanged(runs, in: rota), into: trial).load()
    guard trial.total < rota.total else { return false }
    rota.copy(from: trial)
    return true
  }
}
