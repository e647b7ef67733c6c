import LinearProgramming
import Quantities
import RotaOptimiser
import Testing

@Suite("Levels proven by column generation")
struct LevelProofTests {
  /// Every level of the proof is bounded by the optimum; a proven one is the optimum's.
  private func check(_ proof: [(value: Int, bound: Int)], against best: [Int], _ day: String) {
    for (level, entry) in proof.enumerated() {
      #expect(entry.bound <= best[level], "\(day), level \(level)")
      #expect(entry.bound <= entry.value, "\(day), level \(level)")
    }
  }

  @Test(
    "no bound exceeds the optimum of tiny days, whichever rota is to be proven",
    arguments: ColumnProbe.Incumbent.allCases)
  func tinyDays(incumbent: ColumnProbe.Incumbent) throws {
    var whole = 0
    for seed in 0..<150 {
      let problem = TinyProblems.problem(seed: UInt64(seed))
      let proof = try ColumnProbe(problem).proof(of: incumbent)
      let best = EveryRota(problem: problem).best()
      check(proof, against: best, "day \(seed)")
      if proof.count == best.count, proof.map(\.bound) == best { whole += 1 }
    }
    if incumbent == .greedy { #expect(whole >= 60, "\(whole)") }
  }

  @Test("the bounds of the optimiser's own results hold, and plain tiny days are mostly proven to the penny")
  func results() throws {
    var (whole, days) = (0, 0)
    for seed in 0..<200 {
      let problem = TinyProblems.problem(seed: UInt64(seed), isPlain: seed % 2 == 0)
      let result = try DayOptimiser(problem, settings: OptimiserSettings(budget: 40_000)).solve()
      let levels = zip(result.solution.levels, result.bounds).map { (value: $0, bound: $1) }
      let proof = Array(levels.prefix(levels.prefix { $0.bound == $0.value }.count + 1))
      check(proof, against: EveryRota(problem: problem).best(), "day \(seed)")
      if seed % 2 == 0 { (whole, days) = (whole + (proof.allSatisfy { $0.bound == $0.value } ? 1 : 0), days + 1) }
    }
    #expect(whole * 10 >= days * 8, "\(whole) of \(days)")
  }

  /// Only one of two calls can be done: the first counts at level 0, the other at level 3.
  private var rivals: HandDay {
    var day = HandDay()
    day.shifts[0].until = 70
    day.calls = [
      HandDay.Call(minutes: [40], windows: [(10, 20)], level: 0),
      HandDay.Call(minutes: [40], windows: [(10, 20)], level: 3),
    ]
    return day
  }

  @Test("a rota that misses the first level has no proof beyond it, though its fourth level may be the least there is")
  func firstMissed() throws {
    let proof = try ColumnProbe(rivals.problem).proof(of: .empty)
    #expect(proof.map(\.value) == [1])
    #expect(proof.map(\.bound) == [0])
  }

  @Test("covering the call of the first level forces the miss at the fourth, and that is proven")
  func forcedMiss() throws {
    let proof = try ColumnProbe(rivals.problem).proof(of: .greedy)
    #expect(proof.map(\.value) == [0, 0, 0, 1, 800])
    #expect(proof.map(\.bound) == [0, 0, 0, 1, 800])
  }

  @Test("a call for two needs two workers: with one of them away the other doesn't do it by himself")
  func together() throws {
    var day = HandDay()
    day.shifts = [HandDay.Shift(), HandDay.Shift(from: 200)]
    day.calls = [HandDay.Call(minutes: [30, 30], windows: [(10, 100)], level: 1)]
    let proof = try ColumnProbe(day.problem).proof(of: .greedy)
    #expect(proof.map(\.value) == [0, 1, 0, 0, 0])
    #expect(proof.map(\.bound) == [0, 1, 0, 0, 0])
  }

  @Test("a set that can't be covered whole stays out, and that is proven")
  func sets() throws {
    var day = rivals
    day.calls.append(HandDay.Call(minutes: [10], windows: [(15, 60)], level: 2))
    day.bundles = [[1, 2]]
    let proof = try ColumnProbe(day.problem).proof(of: .greedy)
    #expect(proof.map(\.bound) == [0, 0, 1, 1, 800])
    #expect(proof.map(\.bound) == proof.map(\.value))
  }

  @Test("two calls that each need another worker than a third may have the same one", arguments: [false, true])
  func thirdCall(climbing: Bool) throws {
    var day = HandDay()
    day.shifts = [HandDay.Shift(), HandDay.Shift()]
    day.calls = [
      HandDay.Call(windows: [(10, 20)], level: 1, shifts: [0]),
      HandDay.Call(windows: [(10, 20)], level: 1, shifts: [1]),
      HandDay.Call(windows: [(60, 90)], level: 1, amount: 3),
    ]
    day.calls[2].shifts = [0]
    day.links = [0, 2].map { RotaProblem.Link(first: $0, second: 1, relation: .differentWorker) }
    let proof = try ColumnProbe(day.problem).proof(of: .greedy, budget: 100_000, climbing: climbing)
    for entry in proof { #expect(entry.bound <= entry.value) }
    #expect(proof.prefix(4).map(\.value) == [0, 0, 0, 0])
  }

  @Test("without work no level is bounded by programs, and what is known of calls alone stays")
  func noWork() throws {
    for entry in try ColumnProbe(rivals.problem).proof(of: .greedy, budget: 0) { #expect(entry.bound <= entry.value) }
  }
}
