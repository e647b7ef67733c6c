/// Improves a choice step by step: one candidate moves to where it is better off, or two change places.
///
/// Afterwards nobody can be placed better while all others stay. That two change places (the ejection of one; Glover 1996) is
/// tried at the first levels alone, where it is somebody's promise that gets better.
package struct ScheduleImprovement {
  private let problem: PlanningProblem
  private let greedy: GreedySchedule
  private let graveLevels: Int

  /// So many exchanges are tried at most.
  private static let mostTrials = 20_000

  /// - Parameter graveLevels: for how many of the first levels two change places.
  package init(_ problem: PlanningProblem, graveLevels: Int) {
    self.problem = problem
    greedy = GreedySchedule(problem)
    self.graveLevels = graveLevels
  }

  /// A choice in which nobody can be placed better while all others stay where they are.
  package func moved(_ start: [PlanningProblem.Decision?]) -> [PlanningProblem.Decision?] {
    var state = State(choice: start, room: problem.room(after: start), trials: 0)
    while moveOne(&state) {}
    return state.choice
  }

  /// The same with exchanges of two.
  package func improved(_ start: [PlanningProblem.Decision?]) -> [PlanningProblem.Decision?] {
    var state = State(choice: start, room: problem.room(after: start), trials: 0)
    while moveOne(&state) || exchangeTwo(&state) {}
    return state.choice
  }

  private struct State {
    var choice: [PlanningProblem.Decision?]
    var room: PlanningProblem.Room
    var trials: Int
  }

  /// Goes through all candidates once.
  private func moveOne(_ state: inout State) -> Bool {
    var hasMoved = false
    for (index, candidate) in problem.candidates.enumerated() {
      let now = candidate.cost(of: state.choice[index])
      guard candidate.options.contains(where: { candidate.leastCost(of: $0).lexicographicallyPrecedes(now) }) else {
        continue
      }
      let room = room(state, without: [index])
      guard let found = greedy.best(candidate, in: room),
        candidate.cost(of: found.decision).lexicographicallyPrecedes(now)
      else { continue }
      state.choice[index] = found.decision
      state.room = found.room
      hasMoved = true
    }
    return hasMoved
  }

  /// Looks for the first candidate for whom somebody else can make room at no greater harm.
  private func exchangeTwo(_ state: inout State) -> Bool {
    for (index, candidate) in problem.candidates.enumerated() {
      let now = candidate.cost(of: state.choice[index])
      let better = candidate.options.filter {
        candidate.leastCost(of: $0).prefix(graveLevels).lexicographicallyPrecedes(now.prefix(graveLevels))
      }
      guard !better.isEmpty else { continue }
      let wanted = Set(better.flatMap(\.loads).map(\.pool))
      for other in problem.candidates.indices where other != index {
        guard state.trials < ScheduleImprovement.mostTrials else { return false }
        guard let there = state.choice[other], touches(there, of: other, wanted) else { continue }
        state.trials += 1
        if exchange(index, other, &state) { return true }
      }
    }
    return false
  }

  private func exchange(_ index: Int, _ other: Int, _ state: inout State) -> Bool {
    let (mine, theirs) = (problem.candidates[index], problem.candidates[other])
    let before = (mine.cost(of: state.choice[index]), theirs.cost(of: state.choice[other]))
    guard let first = greedy.best(mine, in: room(state, without: [index, other])),
      mine.cost(of: first.decision).prefix(graveLevels).lexicographicallyPrecedes(before.0.prefix(graveLevels))
    else { return false }
    let second = greedy.best(theirs, in: first.room)
    let after = (mine.cost(of: first.decision), theirs.cost(of: second?.decision))
    guard zip(after.0, after.1).map(+).lexicographicallyPrecedes(zip(before.0, before.1).map(+)) else { return false }
    state.choice[index] = first.decision
    state.choice[other] = second?.decision
    state.room = second?.room ?? first.room
    return true
  }

  private func touches(_ decision: PlanningProblem.Decision, of index: Int, _ pools: Set<Int>) -> Bool {
    problem.candidates[index].loads(of: decision).contains { pools.contains($0.pool) }
  }

  private func room(_ state: State, without indices: [Int]) -> PlanningProblem.Room {
    indices.reduce(into: state.room) { room, index in
      if let decision = state.choice[index] {
        problem.giveBack(decision, of: problem.candidates[index], to: &room)
      }
    }
  }
}
