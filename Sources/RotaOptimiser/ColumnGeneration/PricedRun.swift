/// A run as a column of the program: its shift, its stops with their starts, and what it adds.
///
/// It may stop at a call twice, and its starts need not suit the runs of others.
struct PricedRun: Hashable {
  let shift: Int32
  let tasks: [Int32]
  let starts: [Int32]
  let pieces: [Int32]
  /// By level.
  let amounts: [Int]

  /// Stops at some call more than once.
  func comesBack(in problem: CompiledProblem) -> Bool {
    var calls: Set<Int32> = []
    return !tasks.allSatisfy { calls.insert(problem.tasks[$0].call).inserted }
  }
}

extension PricingNetwork {
  /// A found run as a column.
  func column(_ shiftNumber: Int32, _ found: RunPricer.Found) -> PricedRun {
    let shift = problem.shifts[shiftNumber]
    var score = PackedScore.zero
    var contact = shift.contactSoFar
    var node = shift.startNode
    func travel(to next: Int32) {
      let arc = (Int(shift.mode) * problem.nodeCount + Int(node)) * problem.nodeCount + Int(next)
      score.words[7] &+= Int64(problem.pence[arc])
      node = next
    }
    for (number, start) in zip(found.slots, found.starts) {
      let slot = slots[number]
      score += timing(slot, at: start)
      if let placement = problem.placement(task: slot.task, shift: shiftNumber) { score += placement }
      contact &+= slot.length
      if slot.node >= 0 { travel(to: slot.node) }
    }
    if shift.endNode >= 0 { travel(to: shift.endNode) }
    if contact > shift.share { score.words[7] &+= problem.terms.unfairness.charge(contact &- shift.share) }
    if found.end > shift.contractedEnd {
      score.words[7] &+= problem.terms.overtime.charge(found.end &- shift.contractedEnd)
    }
    return PricedRun(
      shift: shiftNumber, tasks: found.slots.map { slots[$0].task }, starts: found.starts,
      pieces: found.slots.map { slots[$0].piece }, amounts: problem.packing.values(of: score))
  }

  /// The run of a shift in a rota in hand.
  static func column(of shift: Int32, in state: SearchState) -> PricedRun {
    let column = RunPool.column(of: shift, in: state)
    return PricedRun(
      shift: shift, tasks: column.tasks, starts: column.starts, pieces: column.pieces,
      amounts: state.problem.packing.values(of: state.score(shift)))
  }
}
