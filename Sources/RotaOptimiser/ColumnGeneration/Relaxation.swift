/// What a bound by columns leaves out of account; each makes it weaker and none wrong (`Documentation/optimiser.md`, in its order).
package enum Relaxation: String, CaseIterable, Sendable {
  case fractions, spacing, together, sameWorker, differentWorker, compression, comingBack, capacity, unfairness

  /// Those that can make a difference to a problem's bound at a level.
  ///
  /// - Parameter memory: what runs remembered when pricing began.
  static func all(of problem: CompiledProblem, at level: Int, memory: CallMemory) -> [Relaxation] {
    let calls = (0..<problem.callCount).map { problem.calls[$0] }
    let workers = problem.problem.shifts.map(\.worker)
    let hasSplitShifts = Set(workers).count < workers.count
    return allCases.filter { relaxation in
      switch relaxation {
      case .fractions: true
      case .spacing: calls.contains { $0.tieCount > 0 || $0.siblingCount > 0 }
      case .together: calls.contains { $0.taskCount > 1 }
      case .sameWorker: problem.sameWorker.contains { !$0.isEmpty }
      case .differentWorker: hasSplitShifts && problem.differentWorker.contains { !$0.isEmpty }
      case .compression: (0..<problem.shiftCount).contains { problem.shifts[$0].breakCount > 0 }
      case .comingBack: memory.allowsComingBack(in: problem)
      case .capacity: problem.hasLoads
      case .unfairness: level == problem.packing.levelCount - 1 && problem.terms.unfairness.amount > 0
      }
    }
  }
}
