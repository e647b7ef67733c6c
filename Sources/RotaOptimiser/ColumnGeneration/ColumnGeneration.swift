import LinearProgramming

/// Proves levels in ladder order by column generation, and gives the runs made on the way.
///
/// A level is bounded over those rotas that keep every level before it, all proven, at its value: a level whose bound is its value is
/// proven, and the first that isn't ends the proof. What a bound leaves out of account is listed in `Documentation/optimiser.md`.
struct ColumnGeneration {
  let problem: CompiledProblem
  let meter: WorkMeter
  /// Work units of the whole solve at which to stop proving, and at which to stop diving.
  let limit: Int
  let diveLimit: Int

  /// What the stage did, for the report.
  struct Counts {
    var programs = 0
    var columns = 0
    var pivots = 0
    var labels = 0
    var rounds = 0
  }

  private(set) var counts = Counts()
  /// By level: the bound; of a level behind the first unproven one, that of calls alone.
  private(set) var proof: LevelBounds
  /// Runs made, the newest last.
  private(set) var runs: [PricedRun] = []
  /// Of the last program those that would raise its objective least, the best first.
  private(set) var cheapest: [PricedRun] = []
  private static let mostHandedOn = 800
  /// By dive into the program of the first level that was bounded and not proven: the runs taken.
  private(set) var dives: [[PricedRun]] = []

  init(problem: CompiledProblem, meter: WorkMeter, limit: Int, diveLimit: Int, proof: LevelBounds) {
    self.problem = problem
    self.meter = meter
    self.limit = limit
    self.diveLimit = diveLimit
    self.proof = proof
  }

  /// The program of a level is usually solved with so many work units, as measured (`Documentation/work-units.md`).
  static func isUsuallySolved(_ problem: CompiledProblem, within units: Int) -> Bool {
    func isSolved(_ rows: Int) -> Bool { rows * rows * rows / 6 <= units }
    let rows = problem.shiftCount + problem.callCount
    guard obstacle(problem) == nil, isSolved(rows) else { return false }
    let held = [Int](repeating: .max, count: problem.packing.levelCount)
    return PricingNetwork(problem, held: held).map { isSolved(rows + $0.agreementCount) } ?? false
  }

  /// Why there is nothing to prove here; nil where there is.
  static func obstacle(_ problem: CompiledProblem) -> String? {
    if problem.terms.measuresRuns { return "terms of waiting or of the whole rota" }
    let rows = problem.shiftCount + problem.callCount
    return rows > LevelProgram.mostRows ? "\(rows) rows are too many" : nil
  }

  private func forgiven(at level: Int) -> Int {
    level < problem.problem.forgiven.count ? problem.problem.forgiven[level] : 0
  }

  /// Bounds the levels of a rota, the first ones first.
  ///
  /// - Throws: `LinearProgrammingError` where GLPK fails. The bounds found until then stay.
  mutating func run(best: SearchState, empty: SearchState) throws {
    let values = problem.packing.values(of: best.total)
    let largest = Self.largestSums(problem)
    let idle = (0..<Int32(problem.shiftCount)).map { problem.packing.values(of: empty.score($0)) }
    var memory = CallMemory(problem)
    // What a level may be without a rota's being worse for it.
    let held = values.enumerated().map { max($1, forgiven(at: $0)) }
    for level in values.indices where forgiven(at: level) < values[level] && proof.values[level] < values[level] {
      guard !meter.mustStop(at: limit), let grid = ColumnPrices.grid(largestSum: largest[level]),
        let network = PricingNetwork(problem, held: Array(held[...level]))
      else { return }
      let master = try ColumnMaster(network, level: level, held: Array(held[...level]), idle: idle)
      guard master.rowCount <= LevelProgram.mostRows else { return }
      let pricer = RunPricer(network, memory: memory)
      let own = (0..<Int32(problem.shiftCount)).filter { best.length($0) > 0 }
      _ = try master.add(own.map { PricingNetwork.column(of: $0, in: best) } + runs)
      let program = LevelProgram(
        master, pricer: pricer, meter: meter, limit: limit, grid: grid, largestSums: largest)
      defer { note(program) }
      let relaxations = Relaxation.all(of: problem, at: level, memory: memory)
      try program.run(value: values[level])
      memory = pricer.memory
      proof.add(program, at: level, relaxations: relaxations)
      cheapest = try master.cheapest(Self.mostHandedOn)
      if proof.values[level] < values[level] {
        guard program.isWorthDiving else { return }
        for boldness in LevelProgram.Boldness.allCases where !meter.mustStop(at: diveLimit) {
          dives.append(try program.dive(boldness, until: diveLimit, value: values[level]))
        }
        return
      }
    }
  }

  private mutating func note(_ program: LevelProgram) {
    counts.programs += 1
    counts.columns += program.counts.columns
    counts.pivots += program.counts.pivots
    counts.labels += program.counts.labels
    counts.rounds += program.counts.rounds
    runs = program.master.runs
  }

  /// By level: a sum that no rota passes, travel, overtime and unfairness included.
  private static func largestSums(_ problem: CompiledProblem) -> [Int] {
    var sums = LevelMaxima.of(problem.problem).map { min($0, Int.max / 4) }
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
