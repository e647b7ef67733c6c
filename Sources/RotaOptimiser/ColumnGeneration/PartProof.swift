import LinearProgramming

/// The proof of one part of a day, level after level, with the runs made on the way.
struct PartProof {
  let problem: CompiledProblem
  /// Nil where it is the whole day.
  private let part: ProblemPart?
  let rota: PricedRota
  /// By level: the best bound; at first one that holds whatever the other levels are.
  private(set) var bounds: [Int]
  private var memory: CallMemory
  private let largestSums: [Int]
  private let threads: Int
  private var runs: [PricedRun] = []
  /// Of the last level bounded, where it is small enough to be solved; what bounds it where it isn't.
  private(set) var program: LevelProgram?
  private var dayBound: DayBound?
  /// Of the last level bounded: what the bound rests on, and its prices; nil where nothing was shown of it.
  private(set) var origin: BoundOrigin?
  private(set) var prices: LevelPrices?

  /// - Parameters:
  ///   - alone: by level, a bound that holds whatever the other levels are.
  ///   - threads: to price on.
  init(_ problem: CompiledProblem, rota: PricedRota, alone: [Int], threads: Int) {
    self.init(problem, part: nil, rota: rota, alone: alone, threads: threads)
  }

  /// - Parameters:
  ///   - rota: of the whole.
  ///   - threads: to price on.
  init(_ part: ProblemPart, of rota: PricedRota, threads: Int) {
    self.init(
      part.problem, part: part, rota: PricedRota(rota, in: part), alone: CallAloneBound(part.problem).values(),
      threads: threads)
  }

  private init(_ problem: CompiledProblem, part: ProblemPart?, rota: PricedRota, alone: [Int], threads: Int) {
    self.problem = problem
    self.part = part
    self.rota = rota
    bounds = alone
    memory = CallMemory(problem)
    self.threads = threads
    largestSums = LevelMaxima.withRuns(problem)
  }

  /// The numbers of its calls and shifts in the day.
  var calls: [Int] { part?.calls ?? Array(0..<problem.callCount) }
  var shifts: [Int] { part?.shifts ?? Array(0..<problem.shiftCount) }

  var rowCount: Int { problem.shiftCount + problem.callCount }

  func isProven(_ level: Int) -> Bool { bounds[level] >= rota.values[level] }

  /// Bounds a level over the part's rotas that keep the levels before it where they are held.
  ///
  /// - Parameters:
  ///   - held: by level, those before this one and itself.
  ///   - climbs: without a program, though one would be small enough to be solved.
  /// - Throws: `LinearProgrammingError`. The bounds found until then stay.
  mutating func bound(_ level: Int, held: [Int], meter: WorkMeter, limit: Int, climbs: Bool) throws {
    (program, dayBound, origin, prices) = (nil, nil, nil, nil)
    guard !isProven(level), !meter.mustStop(at: limit), let grid = ColumnPrices.grid(largestSum: largestSums[level])
    else { return }
    let room = limit - meter.used
    if !climbs, LevelProgram.isUsuallySolved(rows: rowCount, within: room),
      let network = PricingNetwork(problem, held: held),
      isWorthSolving(level, network, within: room)
    {
      try solve(level, network, held: held, meter: meter, limit: limit, grid: grid)
    } else {
      climb(level, held: held, meter: meter, limit: limit, grid: grid)
    }
  }

  /// What a level before the cost is worth is often proven long before its program is solved; that of the cost says little until then.
  private func isWorthSolving(_ level: Int, _ network: PricingNetwork, within units: Int) -> Bool {
    level < problem.packing.levelCount - 1
      || LevelProgram.isUsuallySolved(rows: rowCount + network.agreementCount, within: units)
  }

  private mutating func solve(
    _ level: Int, _ network: PricingNetwork, held: [Int], meter: WorkMeter, limit: Int, grid: Int64
  ) throws {
    let master = try ColumnMaster(network, level: level, held: held, idle: rota.idle)
    guard master.rowCount <= LevelProgram.mostRows else { return }
    let crew = PricingCrew(network, memory: memory, clock: meter.clock, threads: threads)
    _ = try master.add(rota.runs + runs)
    let program = LevelProgram(
      master, crew: crew, meter: meter, limit: limit, grid: grid, largestSums: largestSums)
    self.program = program
    let relaxations = Relaxation.all(of: problem, at: level, memory: memory)
    try program.run(value: rota.values[level])
    memory = crew.memory
    runs = master.runs
    keep(program.bound, of: level, isSolved: program.isSolved, relaxations, program.prices)
  }

  private mutating func climb(_ level: Int, held: [Int], meter: WorkMeter, limit: Int, grid: Int64) {
    let calls = CallAloneBound(problem)
    let alone = (0..<Int32(problem.callCount)).map { calls.leastAmounts(of: $0) }
    let sums = (0...level).map { level in alone.reduce(0) { $0 + $1[level] } }
    // A call adds no more than what the others, each alone, leave of what is held.
    let caps = alone.map { own in (0...level).map { held[$0] - sums[$0] + own[$0] } }
    let day = DayBound(
      problem, rows: LevelRows(problem, level: level, held: held, idle: rota.idle, caps: caps), caps: caps,
      alone: alone.map { $0[level] }, meter: meter, limit: limit, grid: grid,
      threads: threads)
    day.run(rota)
    dayBound = day
    let relaxations = Relaxation.all(of: problem, at: level, memory: memory)
    keep(day.bound, of: level, isSolved: false, relaxations, day.prices)
  }

  private mutating func keep(
    _ bound: Int?, of level: Int, isSolved: Bool, _ relaxations: [Relaxation], _ found: LevelPrices?
  ) {
    guard let bound else { return }
    bounds[level] = max(bounds[level], bound)
    origin = BoundOrigin(method: .columns, isSolved: isSolved, relaxations: relaxations)
    prices = found
  }

  /// Of the last level bounded: the counts of its program, or of climbing; nil where there was neither.
  var counts: LevelProgram.Counts? { program?.counts ?? dayBound?.counts }

  /// Of the last level bounded: so many runs that would raise its objective least, as runs of the day.
  ///
  /// - Throws: `LinearProgrammingError`.
  func cheapest(_ count: Int) throws -> [PricedRun] {
    try (program?.master.cheapest(count) ?? dayBound?.cheapest(count) ?? []).map(lifted)
  }

  /// A run of the part as one of the day.
  func lifted(_ run: PricedRun) -> PricedRun { part?.lifted(run) ?? run }
}

extension LevelMaxima {
  /// By level: a sum that no rota passes, travel, overtime and unfairness included.
  static func withRuns(_ problem: CompiledProblem) -> [Int] {
    var sums = of(problem.problem).map { min($0, Int.max / 4) }
    let dearest = (0..<problem.pence.count).reduce(Int32(0)) { max($0, problem.pence[$1]) }
    var more = Int(dearest) * (problem.taskCount + 2 * problem.shiftCount)
    for number in 0..<Int32(problem.shiftCount) {
      let shift = problem.shifts[number]
      let span = Int32(clamping: max(0, Int(shift.latest) - Int(shift.earliest)))
      more += Int(problem.terms.overtime.charge(span) + problem.terms.unfairness.charge(span))
      more += Int(problem.terms.unfairness.charge(max(0, shift.contactSoFar &- shift.share)))
    }
    sums[sums.count - 1] += more
    return sums
  }
}
