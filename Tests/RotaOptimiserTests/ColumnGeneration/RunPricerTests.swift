import Quantities
import ReproducibleNumbers
import RotaOptimiser
import Testing

@Suite("Pricing of runs")
struct RunPricerTests {
  /// One shift of a tiny day with its calls for one worker each, prices for doing them, and the least cost by trying every run.
  private struct Case {
    var problem: RotaProblem
    var levels: [Int]
    var calls: [Int]

    init(seed: Int, isPlain: Bool) {
      problem = TinyProblems.problem(seed: UInt64(seed), isPlain: isPlain)
      var random = RandomStream(seed: UInt64(seed), purpose: TinyProblems.purpose, index: 1)
      let shift = random.nextInt(below: problem.shifts.count)
      problem.shifts = [problem.shifts[shift]]
      problem.links = []
      problem.bundles = []
      for call in problem.calls.indices {
        problem.calls[call].person = call
        problem.calls[call].demands = [problem.calls[call].demands[0]]
        problem.calls[call].demands[0].placements = [problem.calls[call].demands[0].placements[shift]]
      }
      levels = (0..<TinyProblems.levels).map { _ in random.nextInt(below: 3) }
      levels[TinyProblems.levels - 1] = random.nextInt(in: 1...3)
      calls = problem.calls.map { _ in 100 * random.nextInt(below: 120) }
    }

    /// Of the day with a single level: what the levels add times their prices, and for a call left out what doing it is worth.
    var least: Int {
      var flat = problem
      flat.levelCount = 1
      for term in flat.terms.indices { flat.terms[term].amount *= levels[levels.count - 1] }
      flat.travel = flat.travel.map { travel in
        RotaProblem.Travel(seconds: travel.seconds, pence: travel.pence.map { $0 * Int32(levels[levels.count - 1]) })
      }
      for call in flat.calls.indices {
        flat.calls[call].uncovered = [RotaProblem.LevelAmount(level: 0, amount: calls[call])]
        flat.calls[call].demands[0].placements = flat.calls[call].demands[0].placements.map { amounts in
          amounts.map { $0.map { RotaProblem.LevelAmount(level: 0, amount: $0.amount * levels[$0.level]) } }
        }
        for window in flat.calls[call].windows.indices {
          for term in flat.calls[call].windows[window].terms.indices {
            let level = flat.calls[call].windows[window].terms[term].level
            flat.calls[call].windows[window].terms[term].amount *= levels[level]
            flat.calls[call].windows[window].terms[term].level = 0
          }
        }
      }
      return EveryRota(problem: flat).best()[0] - calls.reduce(0, +)
    }
  }

  @Test(
    "plain days: the least cost is that of the best of all runs, every order and every start tried", arguments: 0..<80)
  func plain(seed: Int) throws {
    let sample = Case(seed: seed, isPlain: true)
    let probe = try ColumnProbe(sample.problem)
    let found = probe.leastCost(ofShift: 0, levels: sample.levels, calls: sample.calls)
    #expect(min(0, found ?? 0) == sample.least)
  }

  @Test("with breaks, windows cut in pieces and calls without travel it is no more, and the same on nearly all days")
  func everything() throws {
    var differing: [Int] = []
    for seed in 0..<150 {
      let sample = Case(seed: seed, isPlain: false)
      let probe = try ColumnProbe(sample.problem)
      let found = min(0, probe.leastCost(ofShift: 0, levels: sample.levels, calls: sample.calls) ?? 0)
      let least = sample.least
      #expect(found <= least, "day \(seed)")
      if found != least { differing.append(seed) }
    }
    // A run may be taken to depart later than its other calls let it.
    #expect(differing.count <= 8, "\(differing)")
  }

  @Test("a threshold just above the least cost finds the same, and at it nothing", arguments: 0..<80)
  func threshold(seed: Int) throws {
    let sample = Case(seed: seed, isPlain: seed % 2 == 0)
    let probe = try ColumnProbe(sample.problem)
    guard let least = probe.leastCost(ofShift: 0, levels: sample.levels, calls: sample.calls) else { return }
    for (below, found) in [(least + 1, least), (least + 500, least), (least, nil), (least - 300, nil)] as [(Int, Int?)]
    {
      #expect(probe.leastCost(ofShift: 0, levels: sample.levels, calls: sample.calls, below: below) == found)
    }
  }

  @Test("a run that forgets is never dearer than one that remembers", arguments: 0..<40)
  func forgetful(seed: Int) throws {
    let sample = Case(seed: seed, isPlain: false)
    let probe = try ColumnProbe(sample.problem)
    let exact = probe.leastCost(ofShift: 0, levels: sample.levels, calls: sample.calls)
    let relaxed = probe.leastCost(ofShift: 0, levels: sample.levels, calls: sample.calls, forgetful: true)
    #expect((relaxed ?? .max) <= (exact ?? .max))
  }
}
