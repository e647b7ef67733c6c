import LinearProgramming

/// Bounds one level by column generation (Dantzig and Wolfe 1960): the best rota by the relaxed program, run by run.
///
/// The bound is not the program's objective but the Lagrangian sum at rounded prices (Desaulniers, Desrosiers and Solomon 2005), with every
/// shift priced exactly in whole numbers. It holds at any time, whatever GLPK's tolerances, and with whichever prices.
final class LevelProgram {
  /// What was counted.
  struct Counts {
    var columns = 0
    var rounds = 0
    var pivots = 0
    var labels = 0
    var exactRounds = 0
  }

  /// Beyond so many rows the simplex method takes too long.
  static let mostRows = 1200

  /// A program of so many rows is usually solved with so many work units, as measured (`Documentation/work-units.md`).
  static func isUsuallySolved(rows: Int, within units: Int) -> Bool {
    rows <= mostRows && rows * rows * rows / 6 <= units
  }

  private static let pivotsOfRound = 20_000

  let master: ColumnMaster
  let crew: PricingCrew
  let meter: WorkMeter
  private let limit: Int
  let grid: Int64
  let largestSums: [Int]
  var counts = Counts()
  /// Calls may be left out at a price, for dives.
  var isLoose = false
  private(set) var bound: Int?
  /// What calls and shifts were worth when the bound was found.
  private(set) var prices: LevelPrices?
  /// The program's last objective; nil before it is solved.
  private(set) var objective: Double?
  /// Every run was priced and none would lower the objective.
  private(set) var isConverged = false

  /// - Parameters:
  ///   - largestSums: by level, the largest sum that it can reach.
  ///   - limit: work units of the whole solve at which to stop.
  init(_ master: ColumnMaster, crew: PricingCrew, meter: WorkMeter, limit: Int, grid: Int64, largestSums: [Int]) {
    self.master = master
    self.crew = crew
    self.meter = meter
    self.limit = limit
    self.grid = grid
    self.largestSums = largestSums
  }

  /// Runs until the bound is as good as the program's, or proves the value, or the work is used up.
  ///
  /// - Throws: `LinearProgrammingError`.
  func run(value: Int) throws {
    let begun = meter.used
    // Exact passes on the way, in case the program is not solved in time.
    var marks = [begun + (limit - begun) / 2, begun + (limit - begun) * 5 / 6]
    var usual = RunPricer.Care.nearest(30)
    var steady: ColumnPrices?
    while !meter.mustStop(at: limit) {
      guard try solve(until: limit) else { return }
      counts.rounds += 1
      if try forgetNoMore() { continue }
      var care = usual
      if let mark = marks.first, meter.used >= mark {
        marks.removeFirst()
        care = .exact
      }
      let prices = try master.prices(grid: grid, largestSums: largestSums)
      steady = steady.map(prices.steadied) ?? prices
      var (added, isComplete) = (0, false)
      for prices in [steady, prices].compactMap({ $0 }) where added == 0 {
        let (columns, sum, gains) = try price(prices, care: care, until: limit)
        if let sum {
          let found = Self.wholeUnits(sum, grid: grid)
          keepPrices(prices, gains, bound: found)
          if isEnough(found, value: value) { return }
        }
        isComplete = sum != nil
        added = try master.add(columns)
      }
      counts.columns = master.runs.count
      if added > 0 {
        if usual == .exact { usual = .nearest(.max) }
        continue
      }
      switch usual {
      case .nearest(let count): usual = count == .max ? .exact : .nearest(.max)
      case .exact:
        isConverged = isComplete
        return
      }
    }
  }

  /// Takes in a bound; true where it proves the value, or no later one can be much better.
  private func isEnough(_ found: Int, value: Int) -> Bool {
    let best = max(bound ?? 0, found)
    bound = best
    return best >= value || best >= ceiling || ceiling < value && best >= ceiling - ceiling / 1000
  }

  private func keepPrices(_ found: ColumnPrices, _ gains: [Int64], bound: Int) {
    guard self.bound.map({ $0 < bound }) ?? true else { return }
    prices = LevelPrices(
      level: master.rows.level, grid: Int(grid), bound: bound, calls: found.calls.map(Int.init),
      shifts: gains.map(Int.init))
  }

  /// The bound is as good as more work would make it, but for a thousandth.
  var isSolved: Bool { isConverged || bound.map { $0 >= ceiling - ceiling / 1000 } ?? false }

  /// No bound can be above this: the program's objective, rounded up.
  private var ceiling: Int {
    guard let objective else { return Int.max }
    let value = (objective + Double(master.constant) - 1e-6 * max(1, abs(objective))).rounded(.up)
    return value < 1e18 ? Int(value) : Int.max
  }

  /// A sum on the grid, rounded up: no level is anything but whole.
  static func wholeUnits(_ sum: Int64, grid: Int64) -> Int {
    let (whole, rest) = sum.quotientAndRemainder(dividingBy: grid)
    return Int(rest > 0 ? whole + 1 : whole)
  }

  /// False where there is nothing to price with.
  func solve(_ method: SimplexMethod = .primal, until limit: Int) throws -> Bool {
    let meter = meter
    let room = max(0, limit - meter.used)
    let pivots = min(Self.pivotsOfRound, 1 + room * WorkTable.pivotsTimesRowsPerUnit / max(1, master.rowCount))
    let result = try master.program.solve(
      method: method, limits: SimplexLimits(pivotLimit: pivots), deadlineReached: { meter.isOverdueNow() })
    counts.pivots += result.pivots
    meter.add(units: WorkTable.units(pivots: result.pivots, rows: master.rowCount))
    if result.isPrimalFeasible { objective = result.objective }
    return result.status == .optimal
  }

  /// Shuts out runs of the solution that come back to a call, and makes pricing remember it on the way; true where there was any.
  func forgetNoMore() throws -> Bool {
    let shares = try master.shares()
    var out: [Int] = []
    for (number, share) in shares.enumerated() where share > 1e-6 {
      guard master.runs[number].comesBack(in: master.problem) else { continue }
      out.append(number)
    }
    crew.remember(returnsOf: out.map { master.runs[$0] }, in: master.problem)
    try master.shutOut(out)
    return !out.isEmpty
  }
}
