import RotaOptimiser
import Testing

@Suite("What a bound rests on, and its prices")
struct PriceTests {
  @Test("without a shift no rota with the same levels before is better than the bound and the shift's price together")
  func shifts() throws {
    var (priced, held) = (0, 0)
    for seed in UInt64(0)..<200 {
      let problem = TinyProblems.problem(seed: seed, isPlain: seed % 2 == 0)
      let (values, bounds) = try ColumnProbe(problem).bounds(of: .greedy)
      guard let prices = bounds.prices else { continue }
      #expect(prices.shifts.count == problem.shifts.count && prices.calls.count == problem.calls.count)
      #expect((prices.shifts + prices.calls).allSatisfy { $0 >= 0 })
      #expect(prices.bound <= bounds.values[prices.level])
      for (shift, price) in prices.shifts.enumerated() where price > 0 {
        priced += 1
        let best = EveryRota(problem: Self.without(shift, problem)).best()
        guard best.prefix(prices.level) == values.prefix(prices.level) else { continue }
        held += 1
        #expect(best[prices.level] >= prices.bound + price / prices.grid, "day \(seed), shift \(shift)")
      }
    }
    #expect(priced > 60 && held > 30, "\(priced), \(held)")
  }

  private static func without(_ shift: Int, _ problem: RotaProblem) -> RotaProblem {
    var copy = problem
    copy.shifts.remove(at: shift)
    for call in copy.calls.indices {
      for demand in copy.calls[call].demands.indices { copy.calls[call].demands[demand].placements.remove(at: shift) }
    }
    return copy
  }

  @Test("what calls pay, less what shifts gain, is the bound")
  func sum() throws {
    var day = HandDay()
    day.shifts = [HandDay.Shift(), HandDay.Shift(isOpenEnded: true)]
    day.calls = [HandDay.Call()]
    let bounds = try ColumnProbe(day.problem).bounds(of: .greedy).bounds
    let prices = try #require(bounds.prices)
    #expect(prices.level == HandDay.cost && prices.bound == 400 && bounds.values[HandDay.cost] == 400)
    let sum = prices.calls.reduce(0, +) - prices.shifts.reduce(0, +)
    #expect((sum + prices.grid - 1) / prices.grid == 400)
    // With the other shift alone the way home counts, too.
    #expect(prices.shifts[0] < prices.grid && prices.shifts[1] <= 401 * prices.grid)
  }

  @Test("the relaxations named are those of the day, and a bound of calls alone names none")
  func relaxations() throws {
    var seen: Set<Relaxation> = []
    for seed in UInt64(0)..<150 {
      let problem = TinyProblems.problem(seed: seed, isPlain: seed % 3 == 0)
      let probe = try ColumnProbe(problem)
      let bounds = try probe.bounds(of: .greedy).bounds
      // A day that falls apart names those of the pieces that a program has bounded.
      let isWhole = probe.components.count < 2
      for (level, origin) in bounds.origins.enumerated() {
        guard origin.method == .columns else {
          #expect(origin.method == .calls && origin.isSolved && origin.relaxations.isEmpty)
          continue
        }
        let named = Set(origin.relaxations)
        func isRight(_ relaxation: Relaxation, _ isPresent: Bool) -> Bool {
          named.contains(relaxation) == isPresent || !isWhole && isPresent
        }
        seen.formUnion(named)
        #expect(named.contains(.fractions))
        #expect(origin.relaxations == Relaxation.allCases.filter(named.contains))
        #expect(isRight(.together, problem.calls.contains { $0.demands.count > 1 }))
        #expect(isRight(.compression, problem.shifts.contains { !$0.breaks.isEmpty }))
        #expect(named.contains(.unfairness) == (level == TinyProblems.levels - 1))
        #expect(!named.contains(.capacity) && !named.contains(.differentWorker))
        let relations = problem.links.map(\.relation)
        #expect(isRight(.sameWorker, relations.contains { if case .sameWorker = $0 { true } else { false } }))
        let hasGap = relations.contains { if case .gap = $0 { true } else { false } }
        let hasSiblings = Set(problem.calls.map(\.person)).count < problem.calls.count
        #expect(hasSiblings || isRight(.spacing, hasGap))
        #expect(named.contains(.spacing) || !hasGap || !isWhole)
      }
    }
    #expect(seen.isSuperset(of: [.fractions, .spacing, .together, .sameWorker, .compression, .unfairness]))
  }

  @Test("capacities and split shifts are named where there are any")
  func more() throws {
    var day = HandDay()
    day.shifts = [HandDay.Shift(until: 60, worker: 0), HandDay.Shift(from: 60, worker: 0)]
    day.calls = (0..<3).map { HandDay.Call(minutes: [20], windows: [(20, 300)], level: $0) }
    day.links = [RotaProblem.Link(first: 0, second: 1, relation: .differentWorker)]
    var problem = day.problem
    problem.shifts[0].capacity = 2
    let origin = try #require(
      try ColumnProbe(problem).bounds(of: .greedy).bounds.origins.first { $0.method == .columns })
    #expect(origin.relaxations.contains(.capacity) && origin.relaxations.contains(.differentWorker))
  }
}
