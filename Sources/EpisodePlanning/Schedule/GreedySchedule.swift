/// Places candidates one after another in the order in which they are served, each on the best day on which it fits.
///
/// It always runs, and stands where the integer program can't be solved.
package struct GreedySchedule {
  let problem: PlanningProblem

  package init(_ problem: PlanningProblem) { self.problem = problem }

  /// By candidate: what was decided.
  package func choice() -> [PlanningProblem.Decision?] {
    var room = problem.room
    return problem.candidates.map { candidate in
      guard let found = best(candidate, in: room) else { return nil }
      room = found.room
      return found.decision
    }
  }

  /// The cheapest decision that fits, extras taken in their order as far as there is room, and the room it leaves; nil where
  /// leaving out is cheaper.
  func best(
    _ candidate: PlanningProblem.Candidate, in room: PlanningProblem.Room
  ) -> (decision: PlanningProblem.Decision, room: PlanningProblem.Room)? {
    let least = candidate.options.map(candidate.leastCost)
    let order = least.indices.sorted { left, right in
      least[left] == least[right] ? left < right : least[left].lexicographicallyPrecedes(least[right])
    }
    var found: (decision: PlanningProblem.Decision, room: PlanningProblem.Room)?
    var foundCost: [Int] = []
    for index in order {
      if found != nil, !least[index].lexicographicallyPrecedes(foundCost) { break }
      guard let trial = problem.decision(for: index, of: candidate, in: room) else { continue }
      let cost = candidate.cost(of: trial.decision)
      guard !candidate.undone.lexicographicallyPrecedes(cost),
        found == nil || cost.lexicographicallyPrecedes(foundCost)
      else { continue }
      (found, foundCost) = (trial, cost)
    }
    return found
  }
}
