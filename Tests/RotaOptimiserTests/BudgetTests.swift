import Quantities
import RotaOptimiser
import Testing

@Suite("Budget, deadline and stages")
struct BudgetTests {
  /// Beyond the budget, or the greedy's work where that is more, a solve only finishes the step in hand (`Documentation/optimiser.md`).
  private static let overshoot = 2_000

  @Test("the budget is kept but for the step in hand", arguments: [0, 100, 3_000, 20_000, 60_000])
  func kept(budget: Int) throws {
    for seed in 0..<4 {
      let result = try BusyDays.day(seed: UInt64(seed)).solve(budget: budget)
      let greedy = try #require(result.stage(.greedy))
      #expect(result.workUsed <= max(budget, greedy.workUsed) + Self.overshoot, "day \(seed)")
      // The rest is reading the rota off.
      #expect((0...20).contains(result.workUsed - result.stages.reduce(0) { $0 + $1.workUsed }), "day \(seed)")
      #expect(result.isCutByWork, "day \(seed)")
    }
  }

  @Test("without work to spend the rota is the greedy's, and the stages say why")
  func nothing() throws {
    for seed in 0..<4 {
      let day = BusyDays.day(seed: UInt64(seed))
      let (greedy, none) = (try day.solve(solver: .greedy), try day.solve(budget: 0))
      #expect(none.solution == greedy.solution)
      #expect(none.workUsed == greedy.workUsed)
      #expect(greedy.stages.map(\.kind) == [.greedy])
      #expect(!greedy.isCutByWork)
      for stage in none.stages.dropFirst() {
        guard case .skipped("no work left") = stage.outcome else {
          Issue.record("\(stage)")
          continue
        }
        #expect(!stage.ran && stage.workUsed == 0 && stage.levels == greedy.solution.levels)
      }
    }
  }

  @Test("a deadline that has passed at once leaves the greedy's rota and says so")
  func deadline() throws {
    for seed in 0..<4 {
      let day = BusyDays.day(seed: UInt64(seed))
      let greedy = try day.solve(solver: .greedy)
      let optimiser = try DayOptimiser(day.problem, settings: OptimiserSettings(budget: 10_000_000))
      let cut = optimiser.solve(deadlineReached: { true })
      #expect(cut.isCutByDeadline)
      #expect(!cut.isCutByWork)
      #expect(!greedy.solution.levels.lexicographicallyPrecedes(cut.solution.levels))
      #expect(cut.workUsed < greedy.workUsed + 100_000)
      #expect(cut.solution.runs.count == 4)
    }
  }

  @Test("what progress tells never gets worse, and ends with the rota that comes back", arguments: 0..<6)
  func progress(seed: UInt64) throws {
    let optimiser = try DayOptimiser(BusyDays.day(seed: seed).problem, settings: OptimiserSettings(budget: 40_000))
    var told: [[Int]] = []
    let result = optimiser.solve(progress: { _, levels in told.append(levels) })
    for (before, after) in zip(told, told.dropFirst()) { #expect(!before.lexicographicallyPrecedes(after)) }
    #expect(told.last == result.solution.levels)
    #expect(told.first == result.stages[0].levels)
  }

  @Test("no stage makes the rota worse, and none says that it improved what it did not", arguments: 0..<6)
  func stages(seed: UInt64) throws {
    let result = try BusyDays.day(seed: seed).solve(budget: 40_000)
    for (before, after) in zip(result.stages, result.stages.dropFirst()) {
      #expect(!before.levels.lexicographicallyPrecedes(after.levels))
      switch after.outcome {
      case .improved: #expect(after.levels.lexicographicallyPrecedes(before.levels))
      case .unchanged, .skipped, .failed: #expect(after.levels == before.levels)
      }
    }
    #expect(result.stages.last?.levels == result.solution.levels)
    for (bound, value) in zip(result.bounds, result.solution.levels) { #expect(bound <= value) }
    let greedy = try BusyDays.day(seed: seed).solve(seed: seed, solver: .greedy)
    #expect(!greedy.solution.levels.lexicographicallyPrecedes(result.solution.levels))
  }

  @Test("the levels of a rota are those of its calls: what is uncovered adds up", arguments: 0..<6)
  func levels(seed: UInt64) throws {
    let day = BusyDays.day(seed: seed)
    let result = try day.solve(budget: 20_000)
    for level in 0..<HandDay.cost {
      #expect(result.solution.levels[level] == result.solution.uncovered.filter { day.calls[$0].level == level }.count)
    }
    let done = result.solution.runs.flatMap(\.stops).map(\.call)
    #expect(Set(done).isDisjoint(with: result.solution.uncovered))
    #expect(Set(done).count + result.solution.uncovered.count == day.calls.count)
  }

  @Test("GLPK's stage finds a better choice among runs that search has met, on some days")
  func recombination() throws {
    let results = try (0..<12).map { try BusyDays.day(seed: UInt64($0)).solve(budget: 15_000) }
    #expect(results.allSatisfy { $0.stage(.glpk)?.ran == true })
    #expect(results.contains { ($0.stage(.glpk)?.counts.first { $0.name == "programs" }?.value ?? 0) > 1 })
  }
}
