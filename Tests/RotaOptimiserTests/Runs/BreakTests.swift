import Quantities
import RotaOptimiser
import Testing

@Suite("Breaks")
struct BreakTests {
  private func rests(_ result: OptimiserResult, shift: Int = 0) -> [[Int]] {
    result.solution.runs[shift].breaks.map { [$0.start.value / 60, $0.end.value / 60] }
  }

  @Test("a run longer than allowed takes its break in a gap and in its window")
  func one() throws {
    var day = HandDay(breakRequiredAfter: 120)
    day.shifts[0].breaks = [(20, 60, 150)]
    day.calls = [HandDay.Call(windows: [(10, 10)]), HandDay.Call(windows: [(180, 180)])]
    let result = try day.solve()
    #expect(result.solution.uncovered.isEmpty)
    #expect(rests(result) == [[60, 80]])
  }

  @Test("two breaks are taken in their order, both in one gap where only one is there")
  func two() throws {
    var day = HandDay(breakRequiredAfter: 120)
    day.shifts[0].breaks = [(20, 60, 150), (15, 60, 200)]
    day.calls = [HandDay.Call(windows: [(10, 10)]), HandDay.Call(windows: [(180, 180)])]
    let result = try day.solve()
    #expect(result.solution.uncovered.isEmpty)
    #expect(rests(result).count == 2)
    let (first, second) = (rests(result)[0], rests(result)[1])
    #expect(first[0] >= 60 && first[1] - first[0] == 20 && first[1] <= 150)
    #expect(second[0] >= first[1] && second[1] - second[0] == 15 && second[1] <= 170)
  }

  @Test("where two breaks leave no room for a call, the call stays out; with one break it goes in")
  func crowded() throws {
    var day = HandDay(shifts: [HandDay.Shift(until: 150)], breakRequiredAfter: 60)
    day.shifts[0].breaks = [(30, 0, 150), (30, 0, 150)]
    day.calls = [HandDay.Call(minutes: [75])]
    #expect(try day.solve().solution.uncovered == [0])
    day.shifts[0].breaks.removeLast()
    #expect(try day.solve().solution.uncovered.isEmpty)
  }

  @Test("a break whose window lies before everything is taken at the start place, before the first leg")
  func beforeEverything() throws {
    var day = HandDay(breakRequiredAfter: 120)
    day.shifts[0].breaks = [(20, 0, 30)]
    day.calls = [HandDay.Call(windows: [(100, 100)]), HandDay.Call(windows: [(300, 300)])]
    let result = try day.solve()
    #expect(result.solution.uncovered.isEmpty)
    #expect(rests(result).count == 1)
    #expect((rests(result).first?.last ?? 1000) <= 30)
  }

  @Test("a break that can only lie after the last call is taken there, and the duty ends after it")
  func afterEverything() throws {
    var day = HandDay(shifts: [HandDay.Shift(until: 230)], breakRequiredAfter: 120)
    day.shifts[0].breaks = [(20, 180, 230)]
    day.calls = [HandDay.Call(windows: [(10, 10)]), HandDay.Call(windows: [(150, 150)])]
    let result = try day.solve()
    #expect(result.solution.uncovered.isEmpty)
    #expect(rests(result) == [[180, 200]])
    // Calls until 180, break until 200, home at 210: with a duty until 209 one of the calls must go.
    day.shifts[0].until = 209
    #expect(try day.solve().solution.uncovered.count == 1)
  }

  @Test("a run exactly as long as allowed needs no break; one second more and it needs it")
  func exactly() throws {
    // Departs at 0 for the call at 10 and is back at 50.
    var day = HandDay(breakRequiredAfter: 50)
    day.shifts[0].breaks = [(20, 470, 480)]
    day.calls = [HandDay.Call(windows: [(10, 10)])]
    #expect(try day.solve().solution.uncovered.isEmpty)
    var problem = day.problem
    problem.breakRequiredAfter = Seconds(50 * 60 - 1)
    let result = try DayOptimiser(problem, settings: OptimiserSettings(budget: 20_000)).solve()
    // The break's window is shorter than the break, so the longer run can't be rested.
    #expect(result.solution.uncovered == [0])
  }

  @Test("starts move later where that makes a run short enough to need no break")
  func compress() throws {
    var day = HandDay(breakRequiredAfter: 130)
    day.shifts[0].breaks = [(20, 470, 480)]
    // Earliest starts would be at 10 and 150: departure 0, back at 190. At 60 at the earliest the first lets it be 130 long.
    day.calls = [HandDay.Call(windows: [(10, 75)]), HandDay.Call(windows: [(150, 150)])]
    let result = try day.solve()
    #expect(result.solution.uncovered.isEmpty)
    #expect(rests(result).isEmpty)
    #expect((result.start(of: 0) ?? 0) >= 70)
    day.breakRequiredAfter = 124
    #expect(try day.solve().solution.uncovered.count == 1)
  }

  @Test("a run that has departed counts its length from then")
  func departed() throws {
    var day = HandDay(shifts: [HandDay.Shift(from: 100, departed: 10)], breakRequiredAfter: 180)
    day.shifts[0].breaks = [(20, 100, 110)]
    day.calls = [HandDay.Call(windows: [(150, 150)])]
    // Back at 190, 180 after it departed.
    #expect(try day.solve().solution.uncovered.isEmpty)
    day.shifts[0].departed = 9
    #expect(try day.solve().solution.uncovered == [0])
    // It may have left before the day's origin.
    day.shifts[0].departed = -30
    #expect(try day.solve().solution.uncovered == [0])
    day.shifts[0].breaks = [(20, 100, 130)]
    #expect(try day.solve().solution.uncovered.isEmpty)
  }

  @Test("an unused shift has no break and costs nothing; one that has departed pays the way home")
  func unused() throws {
    var day = HandDay(breakRequiredAfter: 1)
    day.shifts[0].breaks = [(20, 0, 400)]
    let idle = try day.solve()
    #expect(idle.solution.runs == [RotaSolution.Run()])
    #expect(idle.solution.levels == [0, 0, 0, 0, 0])
    (day.shifts[0].from, day.shifts[0].departed) = (60, 0)
    let begun = try day.solve()
    #expect(begun.solution.runs[0].stops.isEmpty)
    #expect(begun.solution.runs[0].breaks.count == 1)
  }
}
