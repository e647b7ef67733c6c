/// Bounds a level of a day that is too large for a program to be solved: prices climb over runs met so far, and every shift is priced with
/// them, quickly on the way and exactly at the end.
///
/// With whichever prices, the Lagrangian sum is a bound as long as nothing is counted for a shift that any of its runs undercuts.
final class DayBound {
  private let problem: CompiledProblem
  private let rows: LevelRows
  private let network: PricingNetwork
  private let crew: PricingCrew
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
  /// Shifts priced exactly at a time, at most; they have a like share of the work that is left.
  private static let mostAtOnce = 8
  /// Climbing ends where so many rounds bring no more than this share.
  private static let quietRounds = 3
  private static let settled = 0.002
  /// How far a climb sets out between exact pricings.
  private static let carefulReach = 0.05

  /// - Parameters:
  ///   - alone: by call, what it adds to the level at least.
  ///   - caps: by call, then level, what no amount of this call may pass.
  ///   - limit: work units of the whole solve at which to stop.
  ///   - threads: to price on.
  init(
    _ problem: CompiledProblem, rows: LevelRows, caps: [[Int]], alone: [Int], meter: WorkMeter, limit: Int,
    grid: Int64, threads: Int
  ) {
    self.problem = problem
    self.rows = rows
    self.meter = meter
    self.limit = limit
    self.grid = grid
    network = PricingNetwork(slotsOf: problem, held: rows.held, caps: caps, slotsOfPiece: 1)
    crew = PricingCrew(
      network, memory: CallMemory(problem, isOpen: Array(repeating: false, count: problem.callCount)),
      clock: meter.clock, threads: threads)
    pool = AscentPool(network, rows: rows)
    worth = RowWorth(repeating: 0, count: pool.rowCount)
    for (call, amount) in alone.enumerated() { worth[call] = Double(amount) }
  }

  /// Climbs until the value is proven, nothing gets better or the work is used up.
  func run(_ rota: PricedRota) {
    for run in rota.runs { pool.add(run, network: network) }
    let value = rota.values[rows.level]
    guard let exactUnits = remember() else { return }
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
  /// - Returns: The work units that an exact pricing of all shifts is likely to take at least; nil where the time is up.
  private func remember() -> Int? {
    let found = crew.each(of: problem.shiftCount) { pricer, shift in
      var isOpen = [Bool](repeating: false, count: problem.callCount)
      for slot in 0..<network.slotCount where network.isOpen(network.slots[slot], shift: Int32(shift)) {
        isOpen[Int(network.slots[slot].call)] = true
      }
      let open = isOpen.count { $0 }
      return (
        memory: CallMemory(problem, isOpen: isOpen), steps: open * open + network.slotCount,
        exactSteps: pricer.intervals(ofShift: Int32(shift)) * open * open
      )
    }
    var units = 0
    for shift in found {
      guard let shift else { return nil }
      memories.append(shift.memory)
      meter.add(units: WorkTable.units(pricingSteps: shift.steps))
      units += WorkTable.units(pricingSteps: shift.exactSteps)
    }
    return units
  }

  /// Lays out so many ways from each stop; false where they are too many or the time is up.
  private func look(at count: Int) -> Bool {
    let found = crew.each(of: problem.shiftCount) { _, shift in
      ShiftWays(network, shifts: shift..<shift + 1, nearest: count)
    }
    nearWays = []
    for ways in found {
      guard let ways = ways ?? nil else { return false }
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

  private func pricing(_ shift: Int, with pricer: RunPricer, at prices: ColumnPrices) -> ShiftPricing {
    ShiftPricing(
      Int32(shift), with: pricer, ways: nearWays[shift], memory: memories[shift],
      idle: rows.idleCost(shift, at: prices))
  }

  /// Looks for runs with few ways, for each shift with a like share of the work that is left; the sum over the pool then, which is no bound.
  private func quick(_ worth: RowWorth) -> Double {
    let prices = columnPrices(worth)
    let share = max(0, limit - meter.used) / max(1, problem.shiftCount)
    crew.use(prices)
    let shifts = crew.each(of: problem.shiftCount) { pricer, shift in
      var pricing = pricing(shift, with: pricer, at: prices)
      _ = pricing.quick(within: share)
      return pricing
    }
    for shift in shifts { if let shift { take(in: shift) } }
    counts.rounds += 1
    return pool.evaluated(at: worth).sum
  }

  private func take(in pricing: ShiftPricing) {
    meter.add(units: pricing.units)
    counts.labels += pricing.labels
    memories[Int(pricing.shift)] = pricing.memory
    for run in pricing.runs { pool.add(run, network: network) }
  }

  /// Prices every shift exactly and takes in the bound; on the grid, nil where there is none.
  private func exact(_ worth: RowWorth) -> Int64? {
    let prices = columnPrices(worth)
    crew.use(prices)
    counts.exactRounds += 1
    var sum = rows.base(at: prices)
    var gains: [Int] = []
    while gains.count < problem.shiftCount {
      let (first, left) = (gains.count, problem.shiftCount - gains.count)
      let share = max(0, limit - meter.used) / left
      // What is left of shares goes to shifts still to come: there must be some.
      let shifts = crew.each(of: min((left + 1) / 2, Self.mostAtOnce)) { pricer, number in
        var pricing = pricing(first + number, with: pricer, at: prices)
        return (pricing.exact(within: share), pricing)
      }
      for shift in shifts {
        guard let (least, pricing) = shift else { return nil }
        take(in: pricing)
        guard let least else { return nil }
        sum += least
        gains.append(Int(pricing.idle - least))
      }
    }
    let found = LevelProgram.wholeUnits(sum, grid: grid)
    if bound.map({ $0 < found }) ?? true {
      self.prices = LevelPrices(
        level: rows.level, grid: Int(grid), bound: found, calls: prices.calls.map(Int.init), shifts: gains)
    }
    bound = max(bound ?? 0, found)
    return sum
  }
}
