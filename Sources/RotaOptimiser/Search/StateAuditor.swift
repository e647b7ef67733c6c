/// Works the whole rota in hand out again after a change and says where the state's own account differs.
final class StateAuditor {
  private(set) var findings: [String] = []
  /// States looked at.
  private(set) var count = 0
  private static let mostFindings = 20

  func look(at state: SearchState) {
    count += 1
    for shift in 0..<Int32(state.problem.shiftCount) {
      switch state.agreesWhenWorkedOutAgain(shift) {
      case nil: find("shift \(shift) breaks a rule")
      case false?: find("shift \(shift) comes out otherwise")
      case true?: break
      }
      for task in state.tasks(of: shift) where state.shift(ofTask: task) != shift {
        find("task \(task) stands in shift \(shift) and is said to be in \(state.shift(ofTask: task))")
      }
    }
    for call in 0..<Int32(state.problem.callCount) {
      let entry = state.problem.calls[call]
      for task in entry.firstTask..<entry.firstTask + entry.taskCount
      where (state.shift(ofTask: task) >= 0) != state.isPlaced(call) {
        find("task \(task) and call \(call) don't agree on whether it is placed")
      }
      if !state.keepsTies(call) { find("call \(call) breaks what it owes to others") }
    }
    if state.total != state.totalOfParts { find("the total is not the sum of its parts") }
  }

  /// Takes in what another auditor has found.
  func add(_ other: StateAuditor) {
    count += other.count
    findings += other.findings.prefix(max(0, Self.mostFindings - findings.count))
  }

  private func find(_ finding: String) {
    if findings.count < Self.mostFindings { findings.append("change \(count): \(finding)") }
  }
}
