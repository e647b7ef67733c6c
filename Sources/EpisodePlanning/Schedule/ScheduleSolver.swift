import CareModel
import LinearProgramming

/// Greedy first, then all at once by GLPK; where that fails, greedy stands and the account says why.
struct ScheduleSolver {
  let levels: ScheduleLevels
  /// What the integer program may spend, in pivots times rows.
  let work: Int

  struct Solved {
    let choice: [PlanningProblem.Decision?]
    let account: EpisodePlan.Account
  }

  func solve(_ problem: PlanningProblem) -> Solved {
    let schedule = GreedySchedule(problem)
    let greedy = schedule.improved(schedule.choice())
    var (choice, bounds, fallback) = (greedy, [Int?](repeating: nil, count: problem.levelCount), String?.none)
    var pivots = 0
    do {
      let result = try SolverThread.run { try ScheduleProgram(problem).solve(from: greedy, work: work) }
      (choice, bounds) = (schedule.improved(result.choice), result.bounds)
      pivots = result.pivots
    } catch {
      fallback = "\(error)"
    }
    let values = problem.values(of: choice)
    let printedNames = levels.printedNames
    return Solved(
      choice: choice,
      account: EpisodePlan.Account(
        levels: values.indices.map {
          EpisodePlan.LevelReached(
            name: problem.levelNames[$0], printedName: printedNames[$0], value: values[$0], bound: bounds[$0])
        }, fallback: fallback, pivots: pivots))
  }
}
