import Quantities
import RotaOptimiser
import Testing

@Suite("A level is never traded for later ones")
struct LadderOrderTests {
  @Test("one long call of a level drives out any number of calls of later levels", arguments: 0..<HandDay.cost - 1)
  func driveOut(level: Int) throws {
    var day = HandDay()
    day.calls = (0..<9).map { _ in HandDay.Call(minutes: [40], level: level + 1, amount: 1000) }
    #expect(try day.solve().solution.uncovered.isEmpty)
    // The way there and back takes twenty minutes, so the long call leaves no room for another.
    day.calls.append(HandDay.Call(minutes: [460], windows: [(0, 10)], level: level))
    let result = try day.solve()
    #expect(result.solution.uncovered == Array(0..<9))
    #expect(result.solution.levels[level] == 0)
    #expect(result.solution.levels[level + 1] == 9000)
  }

  @Test("a far call is driven to, whatever it costs")
  func anyCost() throws {
    var day = HandDay()
    day.calls = [HandDay.Call(node: 7, level: 3)]
    day.calls[0].terms = [
      RotaProblem.TimingTerm(.after, .zero, .perUnit(Seconds(1)), amount: 1_000_000, level: HandDay.cost)
    ]
    let result = try day.solve()
    #expect(result.solution.uncovered.isEmpty)
    #expect(result.start(of: 0) == 70)
    #expect(result.solution.levels == [0, 0, 0, 0, 2 * 7 * 400 + 70 * 60 * 1_000_000])
  }

  @Test("of two calls of a level the heavier is served, and other things equal the one whose lateness weighs more")
  func heavier() throws {
    var day = HandDay()
    day.shifts[0].until = 70
    day.calls = [HandDay.Call(level: 1), HandDay.Call(level: 1)]
    for waiting in 0...1 {
      var day = day
      day.calls[waiting].more = [RotaProblem.LevelAmount(level: 2, amount: 400)]
      day.calls[1 - waiting].more = [RotaProblem.LevelAmount(level: 2, amount: 361)]
      #expect(try day.solve().solution.uncovered == [1 - waiting])
    }
    day.calls[1].amount = 2
    #expect(try day.solve().solution.uncovered == [0])
  }

  @Test("the sum at each level is that of the rota, with terms before, after, squared and once")
  func sums() throws {
    var day = HandDay()
    day.calls = [HandDay.Call(windows: [(60, 60)], level: 0), HandDay.Call(windows: [], level: 3, amount: 7)]
    day.calls[0].terms = [
      RotaProblem.TimingTerm(.after, minutes(44), .perUnitSquared(Seconds(900)), amount: 3, level: 1),
      RotaProblem.TimingTerm(.before, minutes(61), .perUnit(Seconds(60)), amount: 5, level: 2),
      RotaProblem.TimingTerm(.after, minutes(59), .step, amount: 11, level: 2),
      RotaProblem.TimingTerm(.after, minutes(60), .step, amount: 13, level: 2),
    ]
    #expect(try day.solve().solution.levels == [0, 3 * 4, 5 + 11, 7, 800])
  }

  @Test("overtime and contact beyond the share cost by the started minute")
  func runCosts() throws {
    var day = HandDay(shifts: [HandDay.Shift(until: 55, overtime: 30, share: 40, contactSoFar: 20)])
    day.calls = [HandDay.Call(minutes: [40], level: 0)]
    // Back at 60 minutes: five of overtime; twenty of contact beyond the share.
    #expect(try day.solve().solution.levels == [0, 0, 0, 0, 800 + 5 * 60 + 20 * 5])
    day.shifts[0].overtime = 4
    #expect(try day.solve().solution.uncovered == [0])
  }
}

@Suite("A call may be better left out")
struct BetterWithoutTests {
  /// Whoever does call 1 is late for call 0, and lateness stands before call 1's level.
  private func day(lateness: Int) -> HandDay {
    var day = HandDay()
    day.calls = [
      HandDay.Call(windows: [(60, 200)], level: 0), HandDay.Call(minutes: [100], windows: [(10, 40)], level: 2),
    ]
    day.calls[0].terms = [
      RotaProblem.TimingTerm(.after, minutes(60), .perUnit(Seconds(60)), amount: 1, level: lateness)
    ]
    return day
  }

  @Test("where placing it makes a level before its own worse", arguments: OptimiserSettings.Solver.allCases)
  func placing(solver: OptimiserSettings.Solver) throws {
    let out = try day(lateness: 1).solve(solver: solver)
    #expect(out.solution.uncovered == [1])
    #expect(out.solution.levels == [0, 0, 1, 0, 800])
    let done = try day(lateness: 3).solve(solver: solver)
    #expect(done.solution.uncovered.isEmpty)
    #expect(done.solution.levels[3] == 50)
  }

  @Test("where a whole set does, the set stays out", arguments: OptimiserSettings.Solver.allCases)
  func set(solver: OptimiserSettings.Solver) throws {
    var day = day(lateness: 1)
    day.calls.append(HandDay.Call(windows: [(300, 300)], level: 2))
    day.bundles = [[1, 2]]
    #expect(try day.solve(solver: solver).solution.uncovered == [1, 2])
  }
}
