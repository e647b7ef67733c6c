/// Pricing by itself: for tests and measuring.
package final class ColumnProbe {
  private let problem: CompiledProblem

  /// - Throws: `RotaProblemError` where the problem doesn't hang together.
  package init(_ problem: RotaProblem) throws(RotaProblemError) {
    self.problem = try CompiledProblem(problem)
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
    let pricer = RunPricer(network, memory: memory)
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
