import ReproducibleNumbers

/// Shares the runs of a rota out among blocks of runs near one another, and the uncovered calls with them.
struct BlockChoice {
  /// By block, ascending.
  private(set) var shifts: [[Int]] = []
  /// By block, ascending: calls that nobody does, each in the block that holds most near it of what may do it.
  private(set) var uncovered: [[Int]] = []

  var blocks: [Block] { zip(shifts, uncovered).map { Block(shifts: $0, uncovered: $1, of: rota) } }

  private let rota: SearchState
  private let problem: CompiledProblem

  /// Neighbours of a call that draw their runs into its block, the nearest most.
  private static let reach = 20
  /// What the other worker of a call for two counts in the same measure.
  private static let pullOfPartner = 60

  /// - Parameter size: shifts of a block, more or less.
  init(of rota: SearchState, size: Int, random: inout RandomStream) {
    self.rota = rota
    problem = rota.problem
    shareOutRuns(size: size, &random)
    shareOutUncovered()
  }

  private mutating func shareOutRuns(size: Int, _ random: inout RandomStream) {
    let (used, unused) = (0..<problem.shiftCount).reduce(into: ([Int](), [Int]())) {
      if rota.length(Int32($1)) > 0 { $0.0.append($1) } else { $0.1.append($1) }
    }
    var open = used
    let count = max(1, (used.count + size / 2) / size)
    for number in 0..<count where !open.isEmpty {
      let wanted = (open.count + count - number - 1) / (count - number)
      var block = [open.remove(at: random.nextInt(below: open.count))]
      var pulls = [Int](repeating: 0, count: problem.shiftCount)
      addPulls(of: block[0], to: &pulls)
      while block.count < wanted, let next = open.indices.max(by: { pulls[open[$0]] < pulls[open[$1]] }) {
        block.append(open.remove(at: next))
        addPulls(of: block[block.count - 1], to: &pulls)
      }
      shifts.append(block)
    }
    if shifts.isEmpty { shifts.append([]) }
    for (number, shift) in unused.enumerated() { shifts[number % shifts.count].append(shift) }
    for number in shifts.indices { shifts[number].sort() }
  }

  /// By shift: how much what a run does draws the shift's run into the same block.
  private func addPulls(of shift: Int, to pulls: inout [Int]) {
    for task in rota.tasks(of: Int32(shift)) {
      let call = problem.tasks[task].call
      for other in shiftsDoing(call) { pulls[other] += Self.pullOfPartner }
      addPulls(around: call, to: &pulls)
    }
  }

  private func addPulls(around call: Int32, to pulls: inout [Int]) {
    for rank in 0..<min(Self.reach, problem.neighbourhood.count(of: call)) {
      for other in shiftsDoing(problem.neighbourhood.neighbour(of: call, at: rank)) {
        pulls[other] += Self.reach - rank
      }
    }
  }

  private func shiftsDoing(_ call: Int32) -> [Int] {
    let entry = problem.calls[call]
    return (entry.firstTask..<entry.firstTask + entry.taskCount).map { Int(rota.shift(ofTask: $0)) }.filter { $0 >= 0 }
  }

  /// Left to themselves are calls covered all or none and those that need others, or need to share a worker.
  private mutating func shareOutUncovered() {
    uncovered = shifts.map { _ in [] }
    var blockOf = [Int](repeating: 0, count: problem.shiftCount)
    for (number, block) in shifts.enumerated() { for shift in block { blockOf[shift] = number } }
    for call in rota.uncoveredCalls
    where problem.groupOfCall[call] < 0 && problem.prerequisites[call].isEmpty && problem.sameWorker[call].isEmpty {
      var pulls = [Int](repeating: 0, count: problem.shiftCount)
      addPulls(around: Int32(call), to: &pulls)
      let task = problem.calls[call].firstTask
      var room = [Int](repeating: 0, count: shifts.count)
      for index in problem.firstShiftOfTask[task]..<problem.firstShiftOfTask[task + 1] {
        let shift = Int(problem.shiftsOfTasks[index])
        room[blockOf[shift]] += pulls[shift] + 1
      }
      if let block = room.indices.max(by: { room[$0] < room[$1] }), room[block] > 0 { uncovered[block].append(call) }
    }
  }
}
