import Synchronization

/// Pricing shift by shift.
extension LevelProgram {
  private static let runsOfShift = 3

  /// What came of pricing one shift.
  private struct Pass {
    var runs: [PricedRun]
    /// What the cheapest run costs, or staying idle where that is cheaper; of no meaning where the pass was not complete.
    var least: Int64
    var idle: Int64
    var isComplete: Bool
    var steps: Int
    var labels: Int

    var units: Int { WorkTable.units(pricingSteps: steps) }
  }

  /// Prices every shift but those left out; the sum is the bound on the grid, nil where a pass was not exact or not complete. Of each
  /// shift, by how much its having runs lowers the sum.
  ///
  /// Several shifts are priced at a time, each with the work that is left when it is begun. Passes are taken in in the order of shifts, as if each had been
  /// begun when those before it were done; one that would have been cut short then is made once more.
  func price(
    _ prices: ColumnPrices, care: RunPricer.Care, until limit: Int, leavingOut isTaken: [Bool] = []
  ) throws -> (columns: [PricedRun], sum: Int64?, gains: [Int64]) {
    let shifts = (0..<master.problem.shiftCount).filter { isTaken.isEmpty || !isTaken[$0] }
    crew.use(prices)
    let room = limit - meter.used
    let spent = Atomic(0)
    func left() -> Int? {
      let left = room - spent.load(ordering: .acquiring)
      return left > 0 ? left : nil
    }
    let passes = crew.each(of: shifts.count, while: left) { pricer, number, left in
      let pass = pass(of: shifts[number], with: pricer, at: prices, care, within: left)
      spent.wrappingAdd(pass.units, ordering: .releasing)
      return pass
    }
    var gains: [Int64] = []
    var columns: [PricedRun] = []
    var sum: Int64? = care == .exact ? master.rows.base(at: prices) : nil
    if care == .exact { counts.exactRounds += 1 }
    for (shift, pass) in zip(shifts, passes) {
      guard !meter.mustStop(at: limit), var pass else { return (columns, nil, []) }
      let left = limit - meter.used
      if pass.steps > left * WorkTable.pricingStepsPerUnit {
        pass = crew.alone(at: prices) { self.pass(of: shift, with: $0, at: prices, care, within: left) }
      }
      meter.add(units: pass.units)
      counts.labels += pass.labels
      columns += pass.runs
      guard care == .exact else { continue }
      if pass.isComplete, let before = sum {
        sum = before + pass.least
        gains.append(pass.idle - pass.least)
      } else {
        sum = nil
      }
    }
    return (columns, sum, gains)
  }

  private func pass(
    of shift: Int, with pricer: RunPricer, at prices: ColumnPrices, _ care: RunPricer.Care, within units: Int
  ) -> Pass {
    let (steps, labels) = (pricer.steps, pricer.labelsMade)
    pricer.stepLimit = steps + units * WorkTable.pricingStepsPerUnit
    let idle = master.rows.idleCost(shift, at: prices)
    let threshold = idle + prices.shifts[shift] - max(1, grid >> 12)
    let found = pricer.price(Int32(shift), care: care, below: threshold, wanted: Self.runsOfShift)
    return Pass(
      runs: found.runs.map { master.network.column(Int32(shift), $0) },
      least: min(idle, threshold, found.least ?? idle),
      idle: idle, isComplete: pricer.isComplete, steps: pricer.steps - steps, labels: pricer.labelsMade - labels)
  }
}
