import LinearProgramming
import ReproducibleNumbers

/// Column generation by itself, on a rota of one's choice: for tests and measuring.
package final class ColumnProbe {
  /// The rota whose levels are to be proven.
  package enum Incumbent: CaseIterable, Sendable {
    /// Nobody does anything.
    case empty
    case greedy
  }

  private let problem: CompiledProblem
  private let evaluator: RunEvaluator
  private let search: InsertionSearch

  /// - Throws: `RotaProblemError` where the problem doesn't hang together.
  package init(_ problem: RotaProblem) throws(RotaProblemError) {
    self.problem = try CompiledProblem(problem)
    evaluator = RunEvaluator(self.problem)
    search = InsertionSearch(self.problem)
  }

  /// The levels of a rota, and the bound of each up to the first unproven one.
  ///
  /// - Parameter climbing: prices climb, and no program is solved, as on days too large for one.
  /// - Throws: `LinearProgrammingError` where GLPK fails.
  package func proof(
    of incumbent: Incumbent, budget: Int = 1_000_000, climbing: Bool = false
  ) throws -> [(value: Int, bound: Int)] {
    let (values, bounds) = try bounds(of: incumbent, budget: budget, climbing: climbing)
    let levels = zip(values, bounds.values).map { (value: $0, bound: $1) }
    let proven = levels.prefix { $0.bound == $0.value }.count
    return Array(levels.prefix(proven + 1))
  }

  /// The levels of a rota, and what is known of each level's bound.
  ///
  /// - Parameter climbing: prices climb, and no program is solved, as on days too large for one.
  /// - Throws: `LinearProgrammingError` where GLPK fails.
  package func bounds(
    of incumbent: Incumbent, budget: Int = 1_000_000, climbing: Bool = false, threads: Int = 1
  ) throws -> (values: [Int], bounds: LevelBounds) {
    let rota = rota(incumbent)
    let meter = WorkMeter(budget: budget, evaluator: evaluator, search: search, clock: SharedClock { false })
    var generation = ColumnGeneration(
      problem: problem, meter: meter, limit: budget, diveLimit: 0,
      proof: LevelBounds(alone: CallAloneBound(problem).values()), threads: threads)
    generation.climbsAlways = climbing
    if ColumnGeneration.obstacle(problem) == nil {
      try SolverThread.run(memoryLimitMegabytes: 2048) { try generation.run(rota) }
    }
    return (rota.values, generation.proof)
  }

  /// The calls of each piece that the day falls into.
  package var components: [[Int]] { DayComponents(problem).joined.map(\.calls) }

  /// By piece of the day, what of the greedy rota lies in it, by level; nil where some run does not come back as it was from its part.
  ///
  /// - Throws: `RotaProblemError` where a piece is no problem.
  package func levelsByComponent() throws -> [[Int]]? {
    let whole = rota(.greedy)
    return try DayComponents(problem).joined.reduce(into: [[Int]]() as [[Int]]?) { levels, component in
      let part = try ProblemPart(of: problem, calls: component.calls, shifts: component.shifts)
      let own = PricedRota(whole, in: part)
      let lifted = own.runs.map(part.lifted)
      let isSame = lifted == whole.runs.filter { component.shifts.contains(Int($0.shift)) }
      levels = isSame ? levels.map { $0 + [own.values] } : nil
    }
  }

  private func rota(_ incumbent: Incumbent) -> PricedRota {
    let empty = SearchState(problem, evaluator: evaluator)
    let best = SearchState(problem, evaluator: evaluator)
    if incumbent == .greedy {
      var random = RandomStream(seed: 1, purpose: .greedy, index: 0)
      RegretInsertion(search: search).fill(best, random: &random)
    }
    return PricedRota(best, empty: empty)
  }

  /// The least cost of any run of a shift that stops somewhere, priced exactly; nil where it can stop nowhere.
  ///
  /// - Parameters:
  ///   - levels: by level, what one of it costs.
  ///   - calls: by call, what doing it is worth.
  ///   - threshold: a run that costs no less is not looked for.
  ///   - forgetful: remembers as little as a pricing begins with, so that runs may come back.
  package func leastCost(
    ofShift shift: Int, levels: [Int], calls: [Int], below threshold: Int? = nil, forgetful: Bool = false
  ) -> Int? {
    let held = [Int](repeating: Int.max, count: problem.packing.levelCount)
    guard let network = PricingNetwork(problem, held: held) else { return nil }
    var memory = CallMemory(problem)
    if !forgetful {
      for call in 0..<problem.callCount {
        for other in 0..<problem.callCount { memory.remember(call, at: other) }
      }
    }
    let pricer = RunPricer(network, memory: memory, clock: SharedClock { false })
    pricer.use(
      ColumnPrices(
        levels: levels.map { Self.grid * Int64($0) }, calls: calls.map { Self.grid * Int64($0) },
        agreements: [Int64](repeating: 0, count: network.agreementCount), needs: [],
        shifts: [Int64](repeating: 0, count: problem.shiftCount)))
    let below = threshold.map { Self.grid * Int64($0) } ?? Int64.max
    return pricer.price(Int32(shift), care: .exact, below: below, wanted: 1).least.map { least in
      Int((Double(least) / Double(Self.grid)).rounded(.up))
    }
  }

  /// So many that a price for each minute is a whole number for each second.
  private static let grid: Int64 = 3600
}
