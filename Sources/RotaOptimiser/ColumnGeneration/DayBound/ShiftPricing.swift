/// One shift of a day priced for its bound, with a pricer to itself meanwhile. What was found, remembered and counted is taken in by the day
/// afterwards.
struct ShiftPricing {
  let shift: Int32
  /// What it costs without stops.
  let idle: Int64
  /// What its runs remember: more than before of calls to which a run came back.
  private(set) var memory: CallMemory
  /// Runs found, none that comes back to a call.
  private(set) var runs: [PricedRun] = []
  /// Work units.
  private(set) var units = 0
  private(set) var labels = 0
  private let pricer: RunPricer
  private let nearWays: ShiftWays

  private static let runsOfShift = 3
  /// Times that a shift is priced again because its cheapest run comes back.
  private static let mostReturns = 8

  /// - Parameters:
  ///   - pricer: with the prices to be used.
  ///   - ways: those that are looked at on the way.
  init(_ shift: Int32, with pricer: RunPricer, ways: ShiftWays, memory: CallMemory, idle: Int64) {
    self.shift = shift
    self.pricer = pricer
    nearWays = ways
    self.memory = memory
    self.idle = idle
  }

  /// The least cost that few ways lead to without coming back, no more than that of staying idle.
  ///
  /// - Parameter share: work units; with more to look at than that, the least cost met until then.
  mutating func quick(within share: Int) -> Int64 {
    pricer.use(nearWays)
    pricer.stepLimit = pricer.steps + max(0, share) * WorkTable.pricingStepsPerUnit
    let found = price(.nearest(.max), below: idle)
    let returning = keep(found.runs)
    return found.runs.dropFirst(returning).first?.cost ?? idle
  }

  /// What no run of the shift is cheaper than: the least cost, or less where finding that takes too much work; nil where nothing is known.
  ///
  /// The less a run may cost, the fewer there are to look for: it is proven step by step that none is so cheap, up to the cheapest known.
  ///
  /// - Parameter share: work units.
  mutating func exact(within share: Int) -> Int64? {
    let known = quick(within: share)
    guard let ways = ShiftWays(pricer.network, shifts: Int(shift)..<Int(shift) + 1) else { return nil }
    pricer.use(ways)
    units += WorkTable.units(pricingSteps: ways.waysSeen)
    // Of runs as cheap as that there is none: the first pricing only bounds how runs go on.
    var threshold = -CompletionBound.never
    var proven: Int64?
    var returns = 0
    while true {
      pricer.stepLimit = pricer.steps + max(0, share - units) * WorkTable.pricingStepsPerUnit
      let found = price(.exact, below: threshold)
      guard pricer.isComplete else { return proven }
      let least = max(proven ?? pricer.floor, found.least ?? threshold)
      proven = least
      let comesBack = keep(found.runs) > 0
      if least >= known || units >= share { return min(least, known) }
      // Remembering more, the same pricing may find that none is so cheap.
      if found.least != nil {
        returns += 1
        guard comesBack, returns <= Self.mostReturns else { return least }
      }
      if found.least == nil { threshold = nextThreshold(above: least, to: known) }
    }
  }

  private mutating func price(
    _ care: RunPricer.Care, below threshold: Int64
  ) -> (least: Int64?, runs: [RunPricer.Found]) {
    let (steps, labels) = (pricer.steps, pricer.labelsMade)
    pricer.use(memory)
    let found = pricer.price(shift, care: care, below: threshold, wanted: Self.runsOfShift)
    units += WorkTable.units(pricingSteps: pricer.steps - steps)
    self.labels += pricer.labelsMade - labels
    return found
  }

  /// Keeps runs; what comes back to a call is remembered better from now on.
  ///
  /// - Returns: How many of the first ones come back.
  private mutating func keep(_ found: [RunPricer.Found]) -> Int {
    let problem = pricer.problem
    let runs = found.map { pricer.network.column(shift, $0) }
    for run in runs {
      if run.comesBack(in: problem) {
        memory.remember(returnsOf: run, in: problem)
      } else {
        self.runs.append(run)
      }
    }
    return runs.prefix { $0.comesBack(in: problem) }.count
  }

  /// A third of the way on, and all of it once a fiftieth of the whole is left.
  private func nextThreshold(above proven: Int64, to known: Int64) -> Int64 {
    let left = known - proven
    return left < (known - pricer.floor) / 50 ? known : proven + max(1, left / 3)
  }
}
