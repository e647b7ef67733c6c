/// Bounds a level of a day that is too large for a program to be solved: prices climb over runs met so far, and every shift is priced with
/// them, quickly on the way and exactly at the end.
///
/// With whichever prices, the Lagrangian sum is a bound as long as nothing is counted for a shift that any of its runs undercuts.
final class DayBound {
  private let problem: CompiledProblem
  private let rows: LevelRows
  private let network: PricingNetwork
  private let pricer: RunPricer
  private let meter: WorkMeter
  private let limit: Int
  private let grid: Int64
  /// By shift: the ways that are looked at on the way, and what a run remembers.
  private var nearWays: [ShiftWays] = []
  private var memories: [CallMemory] = []
  private var pool: AscentPool
  private var ascent = PriceAscent()
  /// The best prices so far.
  private var worth: RowWorth
  private(set) var bound: Int?
  /// What calls and shifts were worth when the bound was found.
  private(set) var prices: LevelPrices?
  private(set) var counts = LevelProgram.Counts()

  /// Ways from each stop that are looked at on the way: at first, and once that brings nothing more.
  private static let ways = [15, 60]
  private static let runsOfShift = 3
  /// Climbing ends where so many rounds bring no more than this share.
  private static let quietRounds = 3
  private static let settled = 0.002
  /// How far a climb sets out between exact pricings.
  private static let carefulReach = 0.05
  /// Times that a shift is priced again because its cheapest run comes back.
  private static let mostReturns = 8

  /// - Parameters:
  ///   - alone: by call, what it adds to the level at least.
  ///   - caps: by call, then level, what no amount of this call may pass.
  ///   - limit: work units of the whole solve at which to stop.
  init(
    _ problem: CompiledProblem, rows: LevelRows, caps: [[Int]], alone: [Int], meter: WorkMeter, limit: Int, grid: Int64
  ) {
    self.problem = problem
    self.rows = rows
    self.meter = meter
    self.limit = limit
    self.grid = grid
    network = PricingNetwork(slotsOf: problem, held: rows.held, caps: caps, slotsOfPiece: 1)
    pricer = RunPricer(network, memory: CallMemory(problem, isOpen: Array(repeating: false, count: problem.callCount)))
    pool = AscentPool(network, rows: rows)
    worth = RowWorth(repeating: 0, count: pool.rowCount)
    for (call, amount) in alone.enumerated() { worth[call] = Double(amount) }
  }

  /// Climbs until the value is proven, nothing gets better or the work is used up.
  func run(_ rota: PricedRota) {
    for run in rota.runs { pool.add(run, network: network) }
    let value = rota.values[rows.level]
    let exactUnits = remember()
    let quickLimit = min(limit - exactUnits, meter.used + (limit - meter.used) / 2)
    defer { counts.columns = pool.runs.count }
    let alone = pool.evaluated(at: worth).sum
    for ways in Self.ways where meter.used < quickLimit {
      guard look(at: ways) else { return }
      climb(most: Double(value), until: quickLimit)
    }
    guard pool.evaluated(at: worth).sum > alone, meter.used < limit - exactUnits / 2 else { return }
    refine(value: value)
  }

  /// Runs that would raise the objective least, the best first.
  func cheapest(_ count: Int) -> [PricedRun] { pool.cheapest(count, at: worth) }

  /// Lays down what runs remember.
  ///
  /// - Returns: The work units that an exact pricing of all shifts is likely to take at least.
  private func remember() -> Int {
    var units = 0
    for shift in 0..<Int32(problem.shiftCount) {
      var isOpen = [Bool](repeating: false, count: problem.callCount)
      for slot in 0..<network.slotCount where network.isOpen(network.slots[slot], shift: shift) {
        isOpen[Int(network.slots[slot].call)] = true
      }
      memories.append(CallMemory(problem, isOpen: isOpen))
      let open = isOpen.count { $0 }
      meter.add(units: WorkTable.units(pricingSteps: open * open + network.slotCount))
      units += WorkTable.units(pricingSteps: pricer.intervals(ofShift: shift) * open * open)
    }
    return units
  }

  /// Lays out so many ways from each stop; false where they are too many.
  private func look(at count: Int) -> Bool {
    nearWays = []
    for shift in 0..<problem.shiftCount {
      guard let ways = ShiftWays(network, shifts: shift..<shift + 1, nearest: count) else { return false }
      nearWays.append(ways)
      meter.add(units: WorkTable.units(pricingSteps: ways.waysSeen))
    }
    return true
  }

  /// Climbs by quick pricing until that brings little more.
  private func climb(most: Double, until end: Int) {
    var (center, quiet) = (quick(worth), 0)
    while quiet < Self.quietRounds, meter.used < end, !meter.isOverdueNow() {
      let trial = ascent.climbed(from: worth, over: pool, most: most)
      meter.add(units: WorkTable.units(pricingSteps: trial.steps))
      let found = quick(trial.worth)
      // Runs found meanwhile tell more of where the climb began.
      center = min(center, pool.evaluated(at: worth).sum)
      let isAstray = found <= center && trial.sum > center
      quiet = found > center + Self.settled * abs(center) ? 0 : isAstray ? quiet : quiet + 1
      ascent.learn(promised: trial.sum - center, found: found - center)
      if found > center { (worth, center) = (trial.worth, found) }
    }
  }

  /// Prices exactly, and goes on climbing so while there is work for it.
  private func refine(value: Int) {
    var begun = meter.used
    guard var best = exact(worth) else { return }
    ascent.rein(to: Self.carefulReach)
    var quiet = 0
    while quiet < Self.quietRounds, bound ?? 0 < value, meter.used + (meter.used - begun) < limit, !meter.isOverdueNow()
    {
      begun = meter.used
      let trial = ascent.climbed(from: worth, over: pool, most: Double(value))
      meter.add(units: WorkTable.units(pricingSteps: trial.steps))
      guard let found = exact(trial.worth) else { return }
      ascent.learn(promised: trial.sum - inUnits(best), found: inUnits(found) - inUnits(best))
      quiet = inUnits(found - best) > Self.settled * abs(inUnits(best)) ? 0 : quiet + 1
      if found > best { (worth, best) = (trial.worth, found) }
    }
  }

  private func inUnits(_ sum: Int64) -> Double { Double(sum) / Double(grid) }

  private func columnPrices(_ worth: RowWorth) -> ColumnPrices {
    var levels = [Int64](repeating: 0, count: problem.packing.levelCount)
    levels[rows.level] = grid
    let rounded = worth.map { ColumnPrices.rounded($0, grid: grid) }
    let (agreements, needs) = (problem.callCount, problem.callCount + network.agreementCount)
    return ColumnPrices(
      levels: levels, calls: Array(rounded[..<agreements]), agreements: Array(rounded[agreements..<needs]),
      needs: Array(rounded[needs...]), shifts: [Int64](repeating: 0, count: problem.shiftCount))
  }

  /// Looks for runs with few ways; the sum over the pool then, which is no bound.
  private func quick(_ worth: RowWorth) -> Double {
    let prices = columnPrices(worth)
    pricer.use(prices)
    for shift in 0..<Int32(problem.shiftCount) { _ = quick(shift, at: prices) }
    counts.rounds += 1
    return pool.evaluated(at: worth).sum
  }

  /// The least cost that few ways lead to without coming back, no more than that of staying idle; the runs go into the pool.
  private func quick(_ shift: Int32, at prices: ColumnPrices) -> Int64 {
    network.use(nearWays[Int(shift)])
    pricer.use(memories[Int(shift)])
    let idle = rows.idleCost(Int(shift), at: prices)
    let found = counted { pricer.price(shift, care: .nearest(.max), below: idle, wanted: Self.runsOfShift) }
    let returning = keep(found.runs, of: shift)
    return found.runs.dropFirst(returning).first?.cost ?? idle
  }

  private func counted(_ pricing: () -> (least: Int64?, runs: [RunPricer.Found])) -> (
    least: Int64?, runs: [RunPricer.Found]
  ) {
    let (steps, labels) = (pricer.steps, pricer.labelsMade)
    defer {
      meter.add(units: WorkTable.units(pricingSteps: pricer.steps - steps))
      counts.labels += pricer.labelsMade - labels
    }
    return pricing()
  }

  /// Takes runs into the pool; what comes back to a call is remembered better from now on.
  ///
  /// - Returns: How many of the first ones come back.
  private func keep(_ found: [RunPricer.Found], of shift: Int32) -> Int {
    let runs = found.map { network.column(shift, $0) }
    for run in runs {
      if run.comesBack(in: problem) {
        memories[Int(shift)].remember(returnsOf: run, in: problem)
      } else {
        pool.add(run, network: network)
      }
    }
    return runs.prefix { $0.comesBack(in: problem) }.count
  }

  /// Prices every shift exactly and takes in the bound; on the grid, nil where there is none.
  private func exact(_ worth: RowWorth) -> Int64? {
    let prices = columnPrices(worth)
    pricer.use(prices)
    counts.exactRounds += 1
    var sum = rows.base(at: prices)
    var gains: [Int] = []
    for shift in 0..<Int32(problem.shiftCount) {
      let share = max(0, limit - meter.used) / (problem.shiftCount - Int(shift))
      guard let least = exact(shift, at: prices, until: meter.used + share) else { return nil }
      sum += least
      gains.append(Int(rows.idleCost(Int(shift), at: prices) - least))
    }
    let found = LevelProgram.wholeUnits(sum, grid: grid)
    if bound.map({ $0 < found }) ?? true {
      self.prices = LevelPrices(
        level: rows.level, grid: Int(grid), bound: found, calls: prices.calls.map(Int.init), shifts: gains)
    }
    bound = max(bound ?? 0, found)
    return sum
  }

  /// What no run of a shift is cheaper than: the least cost, or less where finding that takes too much work; nil where nothing is known.
  ///
  /// The less a run may cost, the fewer there are to look for: it is proven step by step that none is so cheap, up to the cheapest known.
  private func exact(_ shift: Int32, at prices: ColumnPrices, until end: Int) -> Int64? {
    let known = quick(shift, at: prices)
    guard let ways = ShiftWays(network, shifts: Int(shift)..<Int(shift) + 1) else { return nil }
    network.use(ways)
    meter.add(units: WorkTable.units(pricingSteps: ways.waysSeen))
    // Of runs as cheap as that there is none: the first pricing only bounds how runs go on.
    var threshold = -CompletionBound.never
    var proven: Int64?
    var returns = 0
    while true {
      pricer.use(memories[Int(shift)])
      pricer.stepLimit = pricer.steps + max(0, end - meter.used) * WorkTable.pricingStepsPerUnit
      let found = counted { pricer.price(shift, care: .exact, below: threshold, wanted: Self.runsOfShift) }
      pricer.stepLimit = .max
      guard pricer.isComplete else { return proven }
      let least = max(proven ?? pricer.floor, found.least ?? threshold)
      proven = least
      let comesBack = keep(found.runs, of: shift) > 0
      if least >= known || meter.used >= end { return min(least, known) }
      // Remembering more, the same pricing may find that none is so cheap.
      if found.least != nil {
        returns += 1
        guard comesBack, returns <= Self.mostReturns else { return least }
      }
      if found.least == nil { threshold = nextThreshold(above: least, to: known) }
    }
  }

  /// A third of the way on, and all of it once a fiftieth of the whole is left.
  private func nextThreshold(above proven: Int64, to known: Int64) -> Int64 {
    let left = known - proven
    return left < (known - pricer.floor) / 50 ? known : proven + max(1, left / 3)
  }
}
