/// Places candidates one after another in the order in which they are served, each on the best day on which it fits.
///
/// It always runs, and stands where the integer program can't be solved.
package struct GreedySchedule {
  let problem: PlanningProblem

  package init(_ problem: PlanningProblem) { self.problem = problem }

  /// By candidate: the option taken.
  package func choice() -> [Int?] {
    var days = problem.days
    return problem.candidates.map { candidate in
      let order = candidate.options.indices.sorted { left, right in
        let (one, other) = (candidate.options[left].cost, candidate.options[right].cost)
        return one == other ? left < right : one.lexicographicallyPrecedes(other)
      }
      let found = order.first { index in
        !candidate.undone.lexicographicallyPrecedes(candidate.options[index].cost)
          && problem.fits(candidate.options[index], in: days)
      }
      if let found { problem.place(candidate.options[found], in: &days) }
      return found
    }
  }

  /// A choice in which nobody can be placed better while all others stay where they are.
  package func improved(_ start: [Int?]) -> [Int?] {
    var choice = start
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for (index, candidate) in problem.candidates.enumerated() {
        let now = choice[index].map { candidate.options[$0].cost } ?? candidate.undone
        var others = choice
        others[index] = nil
        let better = candidate.options.indices.filter { candidate.options[$0].cost.lexicographicallyPrecedes(now) }
          .sorted { candidate.options[$0].cost.lexicographicallyPrecedes(candidate.options[$1].cost) }
        guard !better.isEmpty else { continue }
        let days = problem.days(after: others)
        guard let found = better.first(where: { problem.fits(candidate.options[$0], in: days) }) else {
          continue
        }
        choice[index] = found
        hasChanged = true
      }
    }
    return choice
  }
}
