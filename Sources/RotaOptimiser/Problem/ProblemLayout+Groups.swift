extension ProblemLayout {
  /// Sets of calls of which each needs all the others, by bundles or by a circle of `requires` links: covered all or none.
  ///
  /// In each set the calls of bundles stand first, in the order of the bundle. Complexity: calls that need others x their links.
  func groups(of problem: RotaProblem) -> [[Int]] {
    let needed = prerequisites.indices.map { prerequisites[$0].isEmpty ? [] : reached(from: $0) }
    var isTaken = [Bool](repeating: false, count: prerequisites.count)
    var groups: [[Int]] = []
    for call in problem.bundles.joined() + Array(prerequisites.indices) where !isTaken[call] {
      let group = [call] + needed[call].filter { $0 != call && needed[$0].contains(call) }
      guard group.count > 1 else { continue }
      for member in group { isTaken[member] = true }
      groups.append(group)
    }
    return groups
  }

  /// All that a call needs, directly or through others, nearest first.
  private func reached(from call: Int) -> [Int] {
    var isReached = [Bool](repeating: false, count: prerequisites.count)
    var reached: [Int] = []
    var next = 0
    for needed in prerequisites[call] where !isReached[needed] {
      isReached[needed] = true
      reached.append(needed)
    }
    while next < reached.count {
      for needed in prerequisites[reached[next]] where !isReached[needed] {
        isReached[needed] = true
        reached.append(needed)
      }
      next += 1
    }
    return reached
  }
}
