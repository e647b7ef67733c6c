import EpisodePlanning
import LinearProgramming
import Testing

@Suite("Starts and reviews placed by an integer program")
struct ScheduleProgramTests {
  private static let work = 40_000_000

  private func solved(_ problem: PlanningProblem, work: Int = Self.work) throws -> ScheduleProgram.Result {
    try SolverThread.run { try ScheduleProgram(problem).solve(from: GreedySchedule(problem).choice(), work: work) }
  }

  @Test("a small problem's choice is the best of all that fit, and every level is proven", arguments: 0..<60)
  func bruteForce(seed: Int) throws {
    let problem = InventedProblem.problem(seed: UInt64(seed))
    let result = try solved(problem)
    let best = InventedProblem.best(problem)
    #expect(InventedProblem.fits(result.choice, problem))
    #expect(problem.values(of: result.choice) == best)
    #expect(result.bounds == best.map { $0 })
  }

  @Test(
    "pools in which everything fits change nothing; without the room of some others nothing gets worse",
    arguments: 0..<60)
  func pools(seed: Int) throws {
    let problem = InventedProblem.problem(seed: UInt64(seed))
    let best = InventedProblem.best(problem)
    #expect(InventedProblem.best(problem.withoutLoosePools) == best)
    let result = try solved(problem.keeping([true, false]))
    let fits = InventedProblem.fits(result.choice, problem)
    #expect(fits == !problem.isOverfull(under: result.choice).contains(true))
    #expect(!best.lexicographicallyPrecedes(problem.values(of: result.choice)))
    if fits { #expect(problem.values(of: result.choice) == best) }
  }

  @Test("greedy fits, and the program is never worse than greedy, nor greedy improved", arguments: 0..<60)
  func neverWorse(seed: Int) throws {
    let problem = InventedProblem.problem(seed: UInt64(seed))
    let schedule = GreedySchedule(problem)
    let greedy = schedule.choice()
    let improved = ScheduleImprovement(problem, graveLevels: 2).improved(greedy)
    #expect(InventedProblem.fits(greedy, problem) && InventedProblem.fits(improved, problem))
    let values = [greedy, improved, try solved(problem).choice].map { problem.values(of: $0) }
    #expect(!values[0].lexicographicallyPrecedes(values[1]))
    #expect(!values[1].lexicographicallyPrecedes(values[2]))
  }

  @Test("two change places where that keeps a promise that neither could keep alone; at levels behind, nobody does")
  func exchange() {
    // The first could have the short day's hour only if the second went to the long day, which it would rather not.
    func load(_ pool: Int, _ minutes: Int) -> [PlanningProblem.Load] {
      [PlanningProblem.Load(pool: pool, demand: 0, minutes: minutes)]
    }
    let problem = PlanningProblem(
      candidates: [
        PlanningProblem.Candidate(
          options: [PlanningProblem.Option(day: 0, loads: load(0, 60), cost: [0, 0])], undone: [1, 0]),
        PlanningProblem.Candidate(
          options: [
            PlanningProblem.Option(day: 0, loads: load(0, 30), cost: [0, 0]),
            PlanningProblem.Option(day: 1, loads: load(1, 30), cost: [0, 1]),
          ], undone: [1, 1]),
      ], levelNames: ["promise", "wish"], able: [[0]],
      pools: [60, 30].map { DayFlow(capacity: [$0], demandCount: 1) }, capacity: [[60], [30]])
    let start: [PlanningProblem.Decision?] = [nil, PlanningProblem.Decision(option: 0)]
    #expect(problem.values(of: ScheduleImprovement(problem, graveLevels: 1).moved(start)) == [1, 0])
    #expect(problem.values(of: ScheduleImprovement(problem, graveLevels: 1).improved(start)) == [0, 1])
    #expect(problem.values(of: ScheduleImprovement(problem, graveLevels: 0).improved(start)) == [1, 0])
  }

  @Test("time given back is there again, and all that was given before can still be carried", arguments: 0..<60)
  func giveBack(seed: Int) {
    let problem = InventedProblem.problem(seed: UInt64(seed))
    let choice = GreedySchedule(problem).choice()
    for (index, decision) in choice.enumerated() {
      guard let decision else { continue }
      var room = problem.room(after: choice)
      problem.giveBack(decision, of: problem.candidates[index], to: &room)
      #expect(room.limits == problem.room(after: choice, without: index).limits)
      #expect(problem.placeIfItFits(decision, of: problem.candidates[index], in: &room))
    }
  }

  @Test("without work it keeps what greedy has, and no bound is above a value", arguments: 0..<30)
  func withoutWork(seed: Int) throws {
    let problem = InventedProblem.problem(seed: UInt64(seed))
    let result = try solved(problem, work: 0)
    let values = problem.values(of: result.choice)
    #expect(values == problem.values(of: GreedySchedule(problem).choice()))
    for (bound, value) in zip(result.bounds, values) { #expect(bound.map { $0 <= value } ?? true) }
  }

  @Test("somebody served later makes room for somebody served first where only one fits")
  func firstServed() throws {
    // One node with 30 minutes; the second candidate would rather have them, the first needs them.
    let option = PlanningProblem.Option(
      day: 0, loads: [PlanningProblem.Load(pool: 0, demand: 0, minutes: 30)], cost: [0, 0])
    let problem = PlanningProblem(
      candidates: [
        PlanningProblem.Candidate(options: [option], undone: [0, 9]),
        PlanningProblem.Candidate(options: [option], undone: [1, 0]),
      ], levelNames: ["first", "second"], able: [[0]], pools: [DayFlow(capacity: [30], demandCount: 1)],
      capacity: [[30]])
    let taken = PlanningProblem.Decision(option: 0)
    #expect(GreedySchedule(problem).choice() == [taken, nil])
    #expect(try solved(problem).choice == [nil, taken])
  }

  @Test("a call of somebody served first comes before a start served later, though it could be left out")
  func extraBeforeLaterStart() throws {
    // 60 minutes: a first visit of 30 with a call of 30 behind it, and somebody else's visit of 30.
    let half = [PlanningProblem.Load(pool: 0, demand: 0, minutes: 30)]
    let problem = PlanningProblem(
      candidates: [
        PlanningProblem.Candidate(
          options: [PlanningProblem.Option(day: 0, loads: half, extras: [0], cost: [0, 1, 0])],
          extras: [PlanningProblem.Extra(loads: half, level: 1)], undone: [1, 0, 0]),
        PlanningProblem.Candidate(
          options: [PlanningProblem.Option(day: 0, loads: half, cost: [0, 0, 0])], undone: [0, 0, 1]),
      ], levelNames: ["first", "calls", "second"], able: [[0]], pools: [DayFlow(capacity: [60], demandCount: 1)],
      capacity: [[60]])
    let expected = [PlanningProblem.Decision(option: 0, extras: [0]), nil]
    #expect(GreedySchedule(problem).choice() == expected)
    let result = try solved(problem)
    #expect(result.choice == expected)
    #expect(result.bounds == [0, 0, 1])
  }

  @Test("no more options use a limit than there are places")
  func limit() throws {
    let option = PlanningProblem.Option(day: 0, loads: [], limits: [0], cost: [0])
    let candidate = PlanningProblem.Candidate(options: [option], undone: [1])
    let problem = PlanningProblem(
      candidates: [candidate, candidate, candidate], levelNames: ["first"], able: [[0]],
      pools: [DayFlow(capacity: [60], demandCount: 1)], capacity: [[60]], limits: [2])
    let result = try solved(problem)
    #expect(problem.values(of: result.choice) == [1] && result.bounds == [1])
    #expect(problem.values(of: GreedySchedule(problem).choice()) == [1])
  }
}
