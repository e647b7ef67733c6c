/// The simplest lower bound: what each call adds at least, as if it were alone in the world.
///
/// A call is either uncovered or starts no earlier than its piece and the shortest way to it allow; whichever adds less at a level
/// counts there. The sum over calls bounds every rota at that level, whatever the other levels are.
struct CallAloneBound {
  private let problem: CompiledProblem
  /// Mode-major, by node: the shortest and the cheapest way in from anywhere.
  private let shortestWayIn: [Int32]
  private let cheapestWayIn: [Int64]

  init(_ problem: CompiledProblem) {
    self.problem = problem
    let nodes = problem.nodeCount
    var uses = [Int](repeating: 0, count: nodes)
    for node in problem.problem.calls.compactMap(\.node) + problem.problem.shifts.map(\.startNode) { uses[node] += 1 }
    var shortest: [Int32] = []
    var cheapest: [Int64] = []
    for mode in problem.problem.travel.indices {
      for node in 0..<nodes {
        var (best, price) = (Int32.max, Int64.max)
        for from in 0..<nodes {
          let arc = (mode * nodes + from) * nodes + node
          // Nobody comes to a call from itself, only from another one at the same node.
          if from == node, uses[node] < 2 { continue }
          best = min(best, problem.seconds[arc])
          price = min(price, Int64(problem.pence[arc]))
        }
        shortest.append(best == Int32.max ? 0 : best)
        cheapest.append(price == Int64.max ? 0 : price)
      }
    }
    (shortestWayIn, cheapestWayIn) = (shortest, cheapest)
  }

  /// The bound at each level.
  ///
  /// - Parameter servingAll: of those rotas alone that leave out nothing that counts at level 0.
  func values(servingAll: Bool = false) -> [Int] {
    var sums = [Int](repeating: 0, count: problem.packing.levelCount)
    for call in 0..<Int32(problem.callCount) {
      for (level, least) in leastAmounts(of: call, servingAll: servingAll).enumerated() { sums[level] += least }
    }
    return sums
  }

  /// What a call adds at least, by level.
  func leastAmounts(of call: Int32, servingAll: Bool = false) -> [Int] {
    let entry = problem.calls[call]
    var least = problem.packing.values(of: problem.uncovered[call])
    let mustBeDone = servingAll && least[0] > 0
    let mayBeDone = (1..<max(1, entry.taskCount)).allSatisfy { demand in
      (0..<Int32(problem.shiftCount)).contains {
        problem.placement(task: entry.firstTask + demand, shift: $0) != nil
      }
    }
    guard mayBeDone else { return least }
    let task = entry.firstTask
    var cheapest: [Int]?
    for shift in 0..<Int32(problem.shiftCount) {
      guard let placement = problem.placement(task: task, shift: shift) else { continue }
      for piece in entry.firstPiece..<entry.firstPiece + entry.pieceCount {
        guard let amounts = amounts(task, problem.pieces[piece], shift, placement) else { continue }
        cheapest = cheapest.map { zip($0, amounts).map(min) } ?? amounts
      }
    }
    if let cheapest { least = mustBeDone ? cheapest : zip(least, cheapest).map(min) }
    return least
  }

  private func amounts(
    _ task: Int32, _ piece: CompiledProblem.Piece, _ shiftIndex: Int32, _ placement: PackedScore
  ) -> [Int]? {
    let stop = problem.tasks[task]
    let shift = problem.shifts[shiftIndex]
    var score = placement
    var arrival = shift.earliest
    if stop.node >= 0 {
      let cell = Int(shift.mode) * problem.nodeCount + Int(stop.node)
      arrival &+= shortestWayIn[cell]
      score.words[7] &+= cheapestWayIn[cell]
    }
    let start = problem.earliestStart(in: piece, from: arrival)
    guard start <= piece.until, start &+ stop.length <= shift.latest else { return nil }
    return problem.packing.values(of: score + problem.timing(piece, at: start))
  }
}
