import RotaOptimiser
import Testing

@Suite("Bounds of days too large for a program")
struct DayBoundTests {
  @Test(
    "climbing prices give no bound beyond the optimum of tiny days, whichever rota is to be proven",
    arguments: ColumnProbe.Incumbent.allCases)
  func tinyDays(incumbent: ColumnProbe.Incumbent) throws {
    var (whole, cost) = (0, 0)
    for seed in 0..<150 {
      let problem = TinyProblems.problem(seed: UInt64(seed))
      let proof = try ColumnProbe(problem).proof(of: incumbent, budget: 100_000, climbing: true)
      let best = EveryRota(problem: problem).best()
      for (level, entry) in proof.enumerated() {
        #expect(entry.bound <= best[level] && entry.bound <= entry.value, "day \(seed), level \(level)")
      }
      if proof.count == best.count, best[best.count - 1] > 0 {
        cost += 1
        if proof[proof.count - 1].bound * 10 >= best[best.count - 1] * 8 { whole += 1 }
      }
    }
    if incumbent == .greedy { #expect(whole * 10 >= cost * 7, "\(whole) of \(cost)") }
  }

  @Test("with whatever little work there is the bound still holds", arguments: [0, 1, 5, 20, 60, 200, 1000, 5000])
  func littleWork(budget: Int) throws {
    for seed in 0..<40 {
      let problem = TinyProblems.problem(seed: UInt64(seed))
      let best = EveryRota(problem: problem).best()
      let proof = try ColumnProbe(problem).proof(of: .greedy, budget: budget, climbing: true)
      for (level, entry) in proof.enumerated() { #expect(entry.bound <= best[level], "day \(seed), level \(level)") }
    }
  }

  @Test(
    "on busy days climbing proves more of the cost than calls alone do, and no more than the program's bound and the value allow"
  )
  func busyDays() throws {
    for seed in 0..<6 {
      var day = BusyDays.day(seed: UInt64(seed))
      // One level: the cost, in which each call left out counts more than any way.
      day.bundles = []
      let problem = day.problem.onOneLevel
      let probe = try ColumnProbe(problem)
      let alone = try probe.proof(of: .greedy, budget: 0)[0]
      let climbed = try probe.proof(of: .greedy, budget: 1_000_000, climbing: true)[0]
      #expect(climbed.bound > alone.bound, "day \(seed)")
      #expect(climbed.bound <= climbed.value, "day \(seed)")
      let result = try DayOptimiser(problem, settings: OptimiserSettings(seed: 1, budget: 200_000)).solve()
      #expect(climbed.bound <= result.solution.levels[0], "day \(seed)")
    }
  }
}
