import Quantities
import RotaOptimiser
import Testing

@Suite("Runs priced on several threads")
struct ThreadTests {
  @Test(
    "the rota, its proof, every count and unit of work are the same on one, two and three, wherever the work ends",
    arguments: [300, 2_000, 5_000, 9_000, 20_000, 47_000, 120_000, 400_000])
  func solve(budget: Int) throws {
    for seed in 0..<3 {
      let problem = BusyDays.day(seed: UInt64(seed)).problem
      let alone = try said(problem, budget: budget, threads: 1)
      for threads in 2...3 {
        #expect(try said(problem, budget: budget, threads: threads) == alone, "day \(seed), \(threads) threads")
      }
    }
  }

  /// Everything of a result, as text.
  private func said(_ problem: RotaProblem, budget: Int, threads: Int) throws -> String {
    var settings = OptimiserSettings(budget: budget)
    settings.threads = threads
    return "\(try DayOptimiser(problem, settings: settings).solve())"
  }

  @Test("so are bounds of a day of twelve shifts, by a program and by climbing", arguments: [false, true])
  func bounds(climbing: Bool) throws {
    for seed in 0..<2 {
      let problem = Self.crowded(seed: UInt64(seed))
      var different: Set<[Int]> = []
      for budget in [8_000, 10_000, 13_000, 18_000, 25_000, 40_000, 70_000, 150_000] {
        // What the greedy rota takes counts, too, so each begins anew.
        let alone = try ColumnProbe(problem).bounds(
          of: .greedy, budget: budget, climbing: climbing, threads: 1)
        for threads in 2...3 {
          let found = try ColumnProbe(problem).bounds(
            of: .greedy, budget: budget, climbing: climbing, threads: threads)
          #expect(found.bounds == alone.bounds, "day \(seed), budget \(budget), \(threads) threads")
        }
        different.insert(alone.bounds.values)
      }
      #expect(different.count > 2, "day \(seed)")
    }
  }

  /// Three busy days' shifts and calls in one, with the cost alone for a level.
  private static func crowded(seed: UInt64) -> RotaProblem {
    var day = BusyDays.day(seed: seed)
    for more in 1..<UInt64(3) {
      let other = BusyDays.day(seed: seed + 100 * more)
      day.shifts += other.shifts
      day.calls += other.calls
    }
    day.bundles = []
    var problem = day.problem.onOneLevel
    for call in problem.calls.indices { problem.calls[call].person = call }
    return problem
  }

  @Test("no thread, and more than there are shifts, are as good as some", arguments: [-1, 0, 64])
  func odd(threads: Int) throws {
    let problem = BusyDays.day(seed: 1).problem
    #expect(try said(problem, budget: 20_000, threads: threads) == said(problem, budget: 20_000, threads: 1))
  }

  @Test("a deadline ends the work of all of them, and the clock is asked by one at a time", arguments: [1, 10, 50])
  func deadline(mostAsked: Int) throws {
    var settings = OptimiserSettings(budget: 2_000_000)
    settings.threads = 3
    let optimiser = try DayOptimiser(BusyDays.day(seed: 2).problem, settings: settings)
    var (hasSearched, asked) = (false, 0)
    let result = optimiser.solve(
      stageEnded: { hasSearched = hasSearched || $0.kind == .search },
      deadlineReached: {
        if hasSearched { asked += 1 }
        return asked > mostAsked
      })
    #expect(result.isCutByDeadline)
    #expect(try #require(result.stage(.columns)).ran)
    #expect(!(try #require(result.stage(.polish)).ran))
    #expect(asked == mostAsked + 1)
    for (bound, value) in zip(result.bounds, result.solution.levels) { #expect(bound <= value) }
  }
}
