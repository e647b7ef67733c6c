import CareModel
import LinearProgramming

/// Greedy first, then all at once by GLPK; where that fails, greedy stands and the account says why.
///
/// The program begins with the pools of the whole service. Where what it finds asks for more than a patch has, that patch's pool on
/// that day comes in and the program is solved again: few patches are short on few days.
struct ScheduleSolver {
  let levels: ScheduleLevels
  /// What the integer program may spend, in pivots times rows.
  let work: Int

  struct Solved {
    let choice: [PlanningProblem.Decision?]
    let account: EpisodePlan.Account
  }

  /// So often the program is solved with more pools before what was known stands.
  private static let mostRounds = 12
  private static let mostRestarts = 3

  /// - Parameter wholePools: how many of the problem's pools, the first ones, are of the whole service.
  func solve(_ problem: PlanningProblem, wholePools: Int) -> Solved {
    let improvement = ScheduleImprovement(problem, graveLevels: levels.graveCount)
    let greedy = improvement.moved(GreedySchedule(problem).choice())
    var (choice, fallback) = (greedy, String?.none)
    var proofs: [ScheduleProof] = []
    var state = ProgramState(isKept: (0..<problem.poolCount).map { $0 < wholePools }, left: work)
    do {
      // What two have gained by changing places, the program may build upon, as long as there is work left.
      for _ in 0..<ScheduleSolver.mostRestarts {
        let (from, begun) = (choice, state)
        let result = try SolverThread.run { try program(problem, begun, from: from) }
        state = result.state
        choice = improvement.improved(result.fits ? result.found.choice : from)
        let reached = problem.values(of: result.found.choice)
        proofs.append(ScheduleProof(bounds: result.found.bounds, reached: reached))
        if reached == problem.values(of: choice) || state.left == 0 { break }
      }
    } catch {
      fallback = "\(error)"
    }
    let values = problem.values(of: choice)
    let bounds = ScheduleProof.best(of: proofs, for: values, least: problem.leastValues)
    let printedNames = levels.printedNames
    return Solved(
      choice: choice,
      account: EpisodePlan.Account(
        levels: values.indices.map {
          EpisodePlan.LevelReached(
            name: problem.levelNames[$0], printedName: printedNames[$0], value: values[$0], bound: bounds[$0])
        }, fallback: fallback, pivots: state.pivots))
  }

  private struct ProgramState {
    /// By pool: it is in the program.
    var isKept: [Bool]
    /// Work that may still be spent.
    var left: Int
    var pivots = 0
  }

  /// Solves the program with as many pools as its choice needs to fit all of them.
  private func program(
    _ problem: PlanningProblem, _ begun: ProgramState, from start: [PlanningProblem.Decision?]
  ) throws -> (found: ScheduleProgram.Result, fits: Bool, state: ProgramState) {
    var state = begun
    var round = 0
    while true {
      round += 1
      let program = try ScheduleProgram(problem.keeping(state.isKept))
      let found = try program.solve(from: start, work: state.left)
      state.left = max(0, state.left - found.pivots * program.rowCount)
      state.pivots += found.pivots
      let isOverfull = problem.isOverfull(under: found.choice)
      let fits = !isOverfull.contains(true)
      if fits || round == ScheduleSolver.mostRounds { return (found, fits, state) }
      state.isKept = zip(state.isKept, isOverfull).map { $0 || $1 }
    }
  }
}
