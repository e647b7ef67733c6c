import Quantities
import RotaOptimiser
import Testing

@Suite("Terms, by hand")
struct TermTests {
  private func solve(_ problem: RotaProblem, budget: Int = 20_000) throws -> OptimiserResult {
    try DayOptimiser(problem, settings: OptimiserSettings(budget: budget)).solve()
  }

  @Test("a level of used shifts packs calls into as few as there can be, whatever the travel")
  func usedShifts() throws {
    var day = HandDay(shifts: [HandDay.Shift(), HandDay.Shift(), HandDay.Shift()])
    day.calls = (0..<6).map { HandDay.Call(node: 1 + $0, windows: [(60 + 60 * $0, 80 + 60 * $0)]) }
    var problem = day.problem
    problem.terms.append(RotaProblem.Term(.usedShifts, amount: 1, level: 1))
    let result = try solve(problem)
    #expect(result.solution.levels[0...1] == [0, 1])
    #expect(result.solution.runs.count { !$0.stops.isEmpty } == 1)
  }

  @Test("loads just up to a shift's capacity go in, one more does not")
  func capacity() throws {
    var day = HandDay()
    day.calls = (1...3).map { HandDay.Call(node: $0) }
    var problem = day.problem
    for call in 0..<3 { problem.calls[call].demands[0].load = call + 2 }
    problem.shifts[0].capacity = 9
    #expect(try solve(problem).solution.uncovered.isEmpty)
    problem.shifts[0].capacity = 8
    #expect(try solve(problem).solution.uncovered.count == 1)
  }

  @Test("waiting counts from the second stop on, or from the first where the run departs with its shift")
  func waiting() throws {
    var day = HandDay()
    day.calls = [HandDay.Call(windows: [(100, 120)]), HandDay.Call(node: 2, windows: [(200, 200)])]
    var problem = day.problem
    problem.terms.append(RotaProblem.Term(.waiting, amount: 1, unit: Seconds(60), level: 1))
    // The first call starts at its latest, 120, and is left at 150; the second is ten minutes on.
    #expect(try solve(problem).solution.levels[1] == 40)
    problem.runRules.departsAtShiftStart = true
    #expect(try solve(problem).solution.levels[1] == 200 - 30 - 20)
  }

  @Test("idle time is what a shift is neither at work nor under way, used or not")
  func idle() throws {
    var day = HandDay(shifts: [HandDay.Shift(), HandDay.Shift(until: 100)])
    day.calls = [HandDay.Call(windows: [(100, 120)], shifts: [0])]
    var problem = day.problem
    problem.terms.append(RotaProblem.Term(.idle, amount: 1, unit: Seconds(60), level: 1))
    problem.terms.append(RotaProblem.Term(.longestIdle, amount: 1, unit: Seconds(60), level: 2))
    #expect(try solve(problem).solution.levels == [0, 480 - 50 + 100, 430, 0, 800])
  }

  @Test("lateness of the whole rota is that of its latest call, workload the distance from the mean")
  func ofWholeRota() throws {
    var day = HandDay(shifts: [HandDay.Shift(), HandDay.Shift(), HandDay.Shift()])
    day.calls = [HandDay.Call(windows: [(60, 60)], shifts: [0]), HandDay.Call(windows: [(90, 90)], shifts: [1])]
    var problem = day.problem
    for call in 0...1 { problem.calls[call].windows[0].lateAfter = minutes(50) }
    problem.terms.append(RotaProblem.Term(.highestLateness, amount: 2, unit: Seconds(60), level: 1))
    problem.terms.append(RotaProblem.Term(.workloadDeviation, amount: 1, level: 2))
    // Two of three work 50 minutes: the mean is 2,000 seconds.
    #expect(try solve(problem).solution.levels == [0, 80, 1000 + 1000 + 2000, 0, 1600])
  }

  @Test("a break with a price is missed where a call is worth more, and taken where it is not")
  func missedBreak() throws {
    var day = HandDay(shifts: [HandDay.Shift(from: 60, until: 120, breaks: [(30, 60, 120)])], breakRequiredAfter: 0)
    day.calls = [HandDay.Call(level: 1)]
    #expect(try day.solve().solution.uncovered == [0])
    for level in [0, 2] {
      var problem = day.problem
      problem.terms.append(RotaProblem.Term(.missedBreaks, amount: 1, level: level))
      let result = try solve(problem)
      #expect(result.solution.levels[level] == (level == 0 ? 0 : 1))
      #expect(result.solution.levels[1] == (level == 0 ? 1 : 0))
    }
  }

  @Test("overtime counts by its own unit, at any level")
  func overtime() throws {
    var day = HandDay(shifts: [HandDay.Shift(until: 45, overtime: 30)])
    day.calls = [HandDay.Call()]
    var problem = day.problem
    problem.terms = [RotaProblem.Term(.overtime, amount: 7, unit: Seconds(200))]
    // Five minutes are a started second unit.
    #expect(try solve(problem).solution.levels[HandDay.cost] == 800 + 2 * 7)
    problem.terms = [RotaProblem.Term(.overtime, amount: 1, unit: Seconds(60), level: 1)]
    #expect(try solve(problem).solution.levels == [0, 5, 0, 0, 800])
  }

  @Test("a break under way costs nothing of the way before its window opens")
  func breakOnTheWay() throws {
    var day = HandDay(shifts: [HandDay.Shift(breaks: [(30, 40, 70)])], breakRequiredAfter: 0)
    // At 5 the first call is over; the way to the second takes 60 minutes, of which 35 are gone when the window opens.
    day.calls = [
      HandDay.Call(node: 0, minutes: [5], windows: [(0, 0)]), HandDay.Call(node: 6, windows: [(95, 95)]),
    ]
    #expect(try day.solve().solution.uncovered.count == 1)
    var problem = day.problem
    problem.runRules.breaksOnTheWay = true
    #expect(try solve(problem).solution.uncovered.isEmpty)
    problem.terms.append(RotaProblem.Term(.waiting, amount: 1))
    #expect(throws: RotaProblemError.self) { _ = try solve(problem) }
  }

  @Test("times in thousandths of minutes are reckoned like seconds")
  func otherUnits() throws {
    var day = HandDay(shifts: [HandDay.Shift(), HandDay.Shift()])
    day.calls = (0..<6).map { HandDay.Call(node: 1 + $0, windows: [(50 * $0, 100 + 50 * $0)]) }
    var problem = day.problem
    let plain = try solve(problem)
    func scaled(_ time: Seconds) -> Seconds { Seconds(time.value * 1000 / 60) }
    problem.grain = scaled(problem.grain)
    for shift in problem.shifts.indices {
      problem.shifts[shift].latest = scaled(problem.shifts[shift].latest)
      problem.shifts[shift].contractedEnd = scaled(problem.shifts[shift].contractedEnd)
      problem.shifts[shift].contactShare = Seconds(10_000_000)
    }
    for call in problem.calls.indices {
      problem.calls[call].demands[0].length = scaled(problem.calls[call].demands[0].length)
      problem.calls[call].windows[0].from = scaled(problem.calls[call].windows[0].from)
      problem.calls[call].windows[0].until = scaled(problem.calls[call].windows[0].until)
    }
    problem.travel[0].seconds = problem.travel[0].seconds.map { $0 * 1000 / 60 }
    problem.hints.nearInTime = scaled(problem.hints.nearInTime)
    let other = try solve(problem)
    #expect(other.solution.levels == plain.solution.levels)
    #expect(other.solution.uncovered.isEmpty)
  }

  @Test("of unused shifts alike the first is tried, and a call for two still has two of them")
  func shiftsAlike() throws {
    var day = HandDay(shifts: (0..<5).map { _ in HandDay.Shift() })
    day.calls = [HandDay.Call(minutes: [30, 30])] + (1...5).map { _ in HandDay.Call(minutes: [200]) }
    var problem = day.problem
    let plain = try solve(problem)
    problem.hints.hasShiftsAlike = true
    let alike = try solve(problem)
    #expect(alike.solution.uncovered.isEmpty)
    #expect(alike.solution.levels == plain.solution.levels)
  }
}
