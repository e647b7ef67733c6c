import Quantities
import RotaOptimiser
import Testing

@Suite("The same problem, seed and budget give the same rota")
struct DeterminismTests {
  /// Everything of a result but the clock, as text.
  private func said(_ result: OptimiserResult) -> String {
    var result = result
    result.isCutByDeadline = false
    return "\(result)"
  }

  @Test("twice in a row, with every stage, count and unit of work", arguments: 0..<4)
  func twice(seed: UInt64) throws {
    let day = BusyDays.day(seed: seed)
    let first = try day.solve(seed: seed, budget: 40_000)
    #expect(try said(day.solve(seed: seed, budget: 40_000)) == said(first))
    #expect(first.stages.map(\.kind) == [.greedy, .search, .columns, .glpk, .polish])
  }

  @Test("on two threads at once")
  func threads() async throws {
    let day = BusyDays.day(seed: 11)
    let alone = try said(day.solve(budget: 40_000))
    let together = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<2 {
        group.addTask { try said(day.solve(budget: 40_000)) }
      }
      return try await group.reduce(into: [String]()) { $0.append($1) }
    }
    #expect(together == [alone, alone])
  }

  @Test("from one optimiser used twice")
  func reused() throws {
    let optimiser = try DayOptimiser(BusyDays.day(seed: 3).problem, settings: OptimiserSettings(budget: 20_000))
    #expect(said(optimiser.solve()) == said(optimiser.solve()))
  }

  @Test("watching the progress changes nothing, and another seed may")
  func watched() throws {
    let optimiser = try DayOptimiser(BusyDays.day(seed: 5).problem, settings: OptimiserSettings(budget: 30_000))
    let unwatched = optimiser.solve()
    var told = 0
    let watched = optimiser.solve(progress: { _, _ in told += 1 })
    #expect(said(watched) == said(unwatched))
    #expect(told > 0)
    let others = try (2..<8).map { try said(BusyDays.day(seed: 5).solve(seed: $0, budget: 30_000)) }
    #expect(others.contains { $0 != said(unwatched) })
  }
}
