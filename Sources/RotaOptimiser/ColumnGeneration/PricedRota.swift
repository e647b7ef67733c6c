/// A rota as column generation sees it: its levels, its runs, and what shifts without stops add.
struct PricedRota {
  /// By level.
  var values: [Int]
  /// Of shifts that stop anywhere.
  var runs: [PricedRun]
  /// By shift, then level: what it adds without stops.
  var idle: [[Int]]

  /// - Parameter empty: the state in which nothing is planned.
  init(_ state: SearchState, empty: SearchState) {
    let problem = state.problem
    values = problem.packing.values(of: state.total)
    runs = (0..<Int32(problem.shiftCount)).filter { state.length($0) > 0 }.map {
      PricingNetwork.column(of: $0, in: state)
    }
    idle = (0..<Int32(problem.shiftCount)).map { problem.packing.values(of: empty.score($0)) }
  }

  /// What of a rota lies in a part: its shifts' runs, those excepted that also do calls of others, and its calls, left out if no such run does them.
  init(_ rota: PricedRota, in part: ProblemPart) {
    runs = rota.runs.compactMap(part.restricted)
    idle = part.shifts.map { rota.idle[$0] }
    var values = [Int](repeating: 0, count: rota.values.count)
    func add(_ amounts: [Int]) { for (level, amount) in amounts.enumerated() { values[level] += amount } }
    var isUsed = [Bool](repeating: false, count: part.shifts.count)
    var isDone = [Bool](repeating: false, count: part.calls.count)
    for run in runs {
      isUsed[Int(run.shift)] = true
      for task in run.tasks { isDone[Int(part.problem.tasks[task].call)] = true }
      add(run.amounts)
    }
    for shift in part.shifts.indices where !isUsed[shift] { add(idle[shift]) }
    for call in part.calls.indices where !isDone[call] {
      add(part.problem.packing.values(of: part.problem.uncovered[call]))
    }
    self.values = values
  }
}
