/// Some calls and some shifts of a problem as a problem of its own, and the way between the two.
///
/// A call is in it whole, with all its demands. Links and sets are kept as far as both ends are in the part, so a part forgets what its calls
/// owe to others: every rota of the whole, restricted to the part, is a rota of the part if no call of the part is done by a shift outside it and
/// no shift of the part does a call outside it. A shift's fair share and what overtime costs are the shift's own and stay what they are.
final class ProblemPart {
  let whole: CompiledProblem
  let problem: CompiledProblem
  /// By call and by shift of the part: its number in the whole, ascending.
  let calls: [Int]
  let shifts: [Int]
  private let callOfWhole: [Int: Int]
  private let shiftOfWhole: [Int: Int]

  /// - Parameters:
  ///   - calls: distinct, in any order; so for the shifts.
  /// - Throws: `RotaProblemError` where the levels are too wide, which those of a part of a compiled problem never are.
  /// - Complexity: calls x shifts, and the nodes of the part squared.
  init(of whole: CompiledProblem, calls: [Int], shifts: [Int]) throws(RotaProblemError) {
    self.whole = whole
    self.calls = calls.sorted()
    self.shifts = shifts.sorted()
    callOfWhole = RotaProblem.numbers(of: self.calls)
    shiftOfWhole = RotaProblem.numbers(of: self.shifts)
    problem = try CompiledProblem(
      whole.problem.part(calls: self.calls, shifts: self.shifts))
  }

  /// A run of the part as one of the whole.
  func lifted(_ run: PricedRun) -> PricedRun {
    PricedRun(
      shift: Int32(shifts[Int(run.shift)]), tasks: run.tasks.map(taskOfWhole), starts: run.starts,
      pieces: zip(run.tasks, run.pieces).map { task, piece in
        let call = Int(problem.tasks[task].call)
        return piece - problem.calls[call].firstPiece + whole.calls[calls[call]].firstPiece
      }, amounts: run.amounts)
  }

  /// A run of the whole as one of the part; nil where its shift or any of its calls is not in the part.
  func restricted(_ run: PricedRun) -> PricedRun? {
    guard let shift = shiftOfWhole[Int(run.shift)] else { return nil }
    var tasks: [Int32] = []
    var pieces: [Int32] = []
    for (task, piece) in zip(run.tasks, run.pieces) {
      let stop = whole.tasks[task]
      guard let call = callOfWhole[Int(stop.call)] else { return nil }
      tasks.append(problem.calls[call].firstTask + stop.demand)
      pieces.append(piece - whole.calls[stop.call].firstPiece + problem.calls[call].firstPiece)
    }
    return PricedRun(shift: Int32(shift), tasks: tasks, starts: run.starts, pieces: pieces, amounts: run.amounts)
  }

  private func taskOfWhole(_ task: Int32) -> Int32 {
    let stop = problem.tasks[task]
    return whole.calls[calls[Int(stop.call)]].firstTask + stop.demand
  }
}
