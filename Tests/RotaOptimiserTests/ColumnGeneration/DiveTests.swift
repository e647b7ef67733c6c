import LinearProgramming
import Quantities
import RotaOptimiser
import Testing

@Suite("Diving into column generation's program", .serialized)
struct DiveTests {
  /// Enough for the program of a busy day to be solved.
  private static let budget = 400_000

  private func dives(_ result: OptimiserResult) -> Int {
    result.stage(.columns)?.counts.first { $0.name == "dives" }?.value ?? 0
  }

  @Test("no dive makes a rota worse or breaks a rule, and the same solve comes out twice")
  func neverWorse() throws {
    var dived = 0
    for seed in 0..<8 {
      let day = BusyDays.day(seed: UInt64(seed))
      let result = try day.solve(budget: Self.budget)
      dived += dives(result)
      let (search, columns) = (try #require(result.stage(.search)), try #require(result.stage(.columns)))
      #expect(columns.ran, "day \(seed)")
      #expect(!search.levels.lexicographicallyPrecedes(columns.levels), "day \(seed)")
      #expect(RotaMeter(problem: day.problem).levels(of: result.solution) == result.solution.levels, "day \(seed)")
      for (bound, value) in zip(result.bounds, result.solution.levels) { #expect(bound <= value, "day \(seed)") }
      #expect("\(result)" == "\(try day.solve(budget: Self.budget))", "day \(seed)")
    }
    #expect(dived > 0)
  }

  @Test("the state that a dive hands to the search agrees with what is worked out anew")
  func audited() throws {
    var settings = OptimiserSettings(budget: Self.budget)
    settings.audits = true
    for seed in 0..<3 {
      let result = try DayOptimiser(BusyDays.day(seed: UInt64(seed)).problem, settings: settings).solve()
      #expect(result.auditFindings.isEmpty, "day \(seed)")
    }
  }

  @Test("where GLPK fails on the way the rota is the search's, and the rest goes on")
  func failure() throws {
    let days = (0..<8).map { BusyDays.day(seed: UInt64($0)) }
    let day = try #require(try days.first { dives(try $0.solve(budget: Self.budget)) > 0 })
    let (_, calls) = try FaultInjection.countCalls { try day.solve(budget: Self.budget) }
    for number in stride(from: 1, through: calls, by: max(1, calls / 40)) {
      let result = try FaultInjection.failCall(number: number) { try day.solve(budget: Self.budget) }
      let (search, columns) = (try #require(result.stage(.search)), try #require(result.stage(.columns)))
      if case .failed = columns.outcome { #expect(columns.levels == search.levels) }
      #expect(!search.levels.lexicographicallyPrecedes(result.solution.levels))
      #expect(RotaMeter(problem: day.problem).levels(of: result.solution) == result.solution.levels)
    }
  }
}
