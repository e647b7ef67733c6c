import Quantities
import RotaOptimiser
import Testing

@Suite("The smallest days")
struct SmallestProblemsTests {
  @Test("a day with nothing in it is solved")
  func nothing() throws {
    for solver in OptimiserSettings.Solver.allCases {
      let empty = RotaProblem(
        levelCount: 1, grain: Seconds(1), shifts: [], calls: [], links: [], bundles: [], travel: [], nodeCount: 0,
        breakRequiredAfter: .zero, overtimePerMinute: .zero, unfairnessPerMinute: .zero)
      let result = try DayOptimiser(empty, settings: OptimiserSettings(solver: solver)).solve()
      #expect(result.solution == RotaSolution(runs: [], levels: [0], uncovered: []))
      #expect(result.bounds == [0])
    }
  }

  @Test("shifts without calls stay unused, calls without shifts uncovered")
  func onesided() throws {
    var day = HandDay(shifts: [HandDay.Shift(), HandDay.Shift()])
    let idle = try day.solve()
    #expect(idle.solution.runs == [RotaSolution.Run(), RotaSolution.Run()])
    day.shifts = []
    day.calls = [HandDay.Call(), HandDay.Call(minutes: [20, 20], level: 2)]
    day.links = [RotaProblem.Link(first: 0, second: 1, relation: .gap(minimum: .zero, maximum: .zero))]
    let alone = try day.solve()
    #expect(alone.solution.uncovered == [0, 1])
    #expect(alone.solution.levels == [1, 0, 1, 0, 0])
    #expect(alone.bounds == alone.solution.levels)
  }

  @Test("calls that need no travel work on a day without nodes but a shift's own")
  func remote() throws {
    var day = HandDay()
    day.calls = [HandDay.Call(node: nil, windows: [(100, 100)])]
    let result = try day.solve()
    #expect(result.start(of: 0) == 100)
    #expect(result.solution.levels == [0, 0, 0, 0, 0])
  }

  @Test("calls without windows stay uncovered, and one whose window closes before it opens too")
  func closed() throws {
    var day = HandDay()
    day.calls = [HandDay.Call(windows: []), HandDay.Call(windows: [(100, 99)]), HandDay.Call(windows: [(101, 104)])]
    day.grain = 600
    // 101 to 104 minutes holds no ten-minute mark.
    #expect(try day.solve().solution.uncovered == [0, 1, 2])
    day.calls[2].windows = [(101, 110)]
    #expect(try day.solve().start(of: 2) == 110)
  }

  @Test("a start that somebody has ordered is kept off the grain, for one worker and for two")
  func ordered() throws {
    var day = HandDay(shifts: [HandDay.Shift(), HandDay.Shift()])
    day.calls = [
      HandDay.Call(windows: [(61, 61)]), HandDay.Call(minutes: [20, 20], windows: [(122, 122)]), HandDay.Call(),
    ]
    // A call spaced from an ordered one comes on the grain again.
    day.links = [RotaProblem.Link(first: 1, second: 2, relation: .gap(minimum: minutes(30), maximum: minutes(40)))]
    var problem = day.problem
    #expect(try DayOptimiser(problem, settings: OptimiserSettings(budget: 2000)).solve().solution.uncovered == [0, 1])
    for call in 0...1 { problem.calls[call].windows[0].isOrdered = true }
    problem.calls[0].windows[0].terms = [
      RotaProblem.TimingTerm(.before, minutes(62), .perUnit(Seconds(60)), amount: 5, level: HandDay.cost),
      RotaProblem.TimingTerm(.before, minutes(200), .step, amount: 7, level: HandDay.cost),
    ]
    let result = try DayOptimiser(problem, settings: OptimiserSettings(budget: 20_000)).solve()
    #expect(result.start(of: 0) == 61)
    #expect(result.start(of: 1) == 122)
    #expect(result.shifts(of: 1) == [0, 1])
    #expect(result.start(of: 2) == 155)
  }

  @Test("shifts of one worker never share a two-person call")
  func oneWorker() throws {
    var day = HandDay(shifts: [HandDay.Shift(worker: 3), HandDay.Shift(worker: 3)])
    day.calls = [HandDay.Call(minutes: [20, 20])]
    #expect(try day.solve().solution.uncovered == [0])
    day.shifts[1].worker = 4
    #expect(try day.solve().solution.uncovered.isEmpty)
  }

  @Test("times before the day's origin are reckoned like any other")
  func beforeOrigin() throws {
    var day = HandDay(shifts: [HandDay.Shift(from: -300)])
    day.calls = [HandDay.Call(windows: [(-288, -260)]), HandDay.Call(node: 2, windows: [(-250, 0)])]
    day.grain = 420
    let result = try day.solve()
    #expect(result.solution.uncovered.isEmpty)
    #expect(result.start(of: 0) == -287)
    #expect(result.start(of: 1) == -245)
  }

  @Test("seed, budget and pool of any size are taken")
  func oddSettings() throws {
    var day = HandDay(shifts: [HandDay.Shift(), HandDay.Shift()])
    day.calls = (1...4).map { HandDay.Call(node: $0) }
    for capacity in [-1, 0, 1, 3] {
      var settings = OptimiserSettings(seed: UInt64.max, budget: 3000)
      settings.poolCapacity = capacity
      #expect(try DayOptimiser(day.problem, settings: settings).solve().solution.uncovered.isEmpty)
    }
    #expect(try day.solve(budget: -7).budget == 0)
    let settings = OptimiserSettings(budget: Int.max)
    let cut = try DayOptimiser(day.problem, settings: settings).solve(deadlineReached: { true })
    #expect(cut.isCutByDeadline)
    #expect(cut.budget == OptimiserSettings.largestBudget)
  }
}
