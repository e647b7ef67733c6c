import Quantities

/// A rota to start from in the problem's tasks: of each call that it holds whole, who does it and when it starts.
///
/// Left out are stops that name no demand of the problem or one that their shift can't do, a demand's second stop, and calls that miss a
/// worker, have one worker twice or may not start at all. Nothing else of the rota need keep any rule.
struct GivenRota {
  let problem: CompiledProblem
  /// By shift: its tasks, in the order given.
  let rows: [[Int32]]
  /// By task: its shift; -1 for a task that is in no row.
  let shiftOfTask: [Int32]
  /// By task: its place in its row.
  let places: [Int32]
  /// By call: the latest start that its stops were given, moved into its nearest piece; `SearchPlan.unset` for a call that is in no row.
  let starts: [Int32]
  /// By call: the piece of its start.
  let pieces: [Int32]

  init(_ rota: RotaSolution, of problem: CompiledProblem) {
    var shifts = [Int32](repeating: -1, count: problem.taskCount)
    var told = [Int32](repeating: SearchPlan.unset, count: problem.callCount)
    var rows: [[Int32]] = rota.runs.prefix(problem.shiftCount).enumerated().map { shift, run in
      run.stops.compactMap { stop in
        guard (0..<problem.callCount).contains(stop.call) else { return nil }
        let entry = problem.calls[stop.call]
        guard entry.pieceCount > 0, (0..<Int(entry.taskCount)).contains(stop.demand) else { return nil }
        let task = entry.firstTask &+ Int32(stop.demand)
        guard shifts[Int(task)] < 0, problem.placement(task: task, shift: Int32(shift)) != nil else { return nil }
        shifts[Int(task)] = Int32(shift)
        told[stop.call] = max(told[stop.call], Int32(clamping: stop.start.value))
        return task
      }
    }
    let isWhole = (0..<problem.callCount).map { call in
      let entry = problem.calls[call]
      let workers = (entry.firstTask..<entry.firstTask &+ entry.taskCount).compactMap { task in
        shifts[Int(task)] < 0 ? nil : problem.shifts[shifts[Int(task)]].worker
      }
      return Set(workers).count == Int(entry.taskCount)
    }
    for shift in rows.indices { rows[shift].removeAll { !isWhole[Int(problem.tasks[$0].call)] } }
    var places = [Int32](repeating: 0, count: problem.taskCount)
    shifts = [Int32](repeating: -1, count: problem.taskCount)
    for (shift, row) in rows.enumerated() {
      for (place, task) in row.enumerated() {
        shifts[Int(task)] = Int32(shift)
        places[Int(task)] = Int32(place)
      }
    }
    var pieces = [Int32](repeating: -1, count: problem.callCount)
    for call in 0..<problem.callCount {
      guard isWhole[call] else {
        told[call] = SearchPlan.unset
        continue
      }
      pieces[call] = Self.nearestPiece(of: call, to: told[call], in: problem)
      let piece = problem.pieces[pieces[call]]
      told[call] = told[call] <= piece.from ? piece.from : min(problem.onGrain(told[call]), piece.until)
    }
    self.problem = problem
    self.rows = rows
    self.places = places
    self.pieces = pieces
    shiftOfTask = shifts
    starts = told
  }

  func holds(_ call: Int) -> Bool { starts[call] != SearchPlan.unset }

  /// The piece that holds a start, or the one with the least between; of two as near the earlier in the list.
  private static func nearestPiece(of call: Int, to start: Int32, in problem: CompiledProblem) -> Int32 {
    let entry = problem.calls[call]
    func distance(_ index: Int32) -> Int {
      let piece = problem.pieces[index]
      return max(0, Int(piece.from) - Int(start), Int(start) - Int(piece.until))
    }
    return (entry.firstPiece..<entry.firstPiece &+ entry.pieceCount).min { distance($0) < distance($1) }
      ?? entry.firstPiece
  }
}
