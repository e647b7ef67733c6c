import LinearProgramming

/// Proves levels in ladder order by column generation, and gives the runs made on the way.
///
/// A level is bounded over those rotas that keep every level before it, all proven, at its value: a level whose bound is its value is
/// proven, and the first that isn't ends the proof. Where the day falls apart each component is bounded by itself and the bounds are
/// added up. What a bound leaves out of account is listed in `Documentation/optimiser.md`.
struct ColumnGeneration {
  let problem: CompiledProblem
  let meter: WorkMeter
  /// Work units of the whole solve at which to stop proving, and at which to stop diving.
  let limit: Int
  let diveLimit: Int
  /// Prices climb on days of every size, without programs: for tests and measuring.
  var climbsAlways = false
  private let threads: Int

  /// What the stage did, for the report.
  struct Counts {
    var programs = 0
    var columns = 0
    var pivots = 0
    var labels = 0
    var rounds = 0
  }

  private(set) var counts = Counts()
  /// By level: the bound; of a level behind the first unproven one, one that holds whatever the other levels are.
  private(set) var proof: LevelBounds
  /// Of the last programs those runs that would raise their objectives least, the best of each first.
  private(set) var cheapest: [PricedRun] = []
  private static let mostHandedOn = 800
  /// By dive into the programs of the first level that was bounded and not proven: the runs taken.
  private(set) var dives: [[PricedRun]] = []

  /// - Parameters:
  ///   - proof: by level, a bound that holds whatever the other levels are.
  ///   - threads: to price on.
  init(
    problem: CompiledProblem, meter: WorkMeter, limit: Int, diveLimit: Int, proof: LevelBounds, threads: Int
  ) {
    self.problem = problem
    self.meter = meter
    self.limit = limit
    self.diveLimit = diveLimit
    self.proof = proof
    self.threads = threads
  }

  /// The program of a level is usually solved with so many work units.
  static func isUsuallySolved(_ problem: CompiledProblem, within units: Int) -> Bool {
    let rows = problem.shiftCount + problem.callCount
    guard obstacle(problem) == nil, LevelProgram.isUsuallySolved(rows: rows, within: units) else { return false }
    let held = [Int](repeating: .max, count: problem.packing.levelCount)
    return PricingNetwork(problem, held: held).map {
      LevelProgram.isUsuallySolved(rows: rows + $0.agreementCount, within: units)
    } ?? false
  }

  /// Why there is nothing to prove here; nil where there is.
  static func obstacle(_ problem: CompiledProblem) -> String? {
    problem.terms.measuresRuns ? "terms of waiting or of the whole rota" : nil
  }

  private func forgiven(at level: Int) -> Int {
    level < problem.problem.forgiven.count ? problem.problem.forgiven[level] : 0
  }

  /// Bounds the levels of a rota, the first ones first.
  ///
  /// - Throws: `LinearProgrammingError` where GLPK fails. The bounds found until then stay.
  mutating func run(_ rota: PricedRota) throws {
    var (parts, apart) = try self.parts(of: rota)
    // What a level may be without a rota's being worse for it.
    let held = rota.values.enumerated().map { max($1, forgiven(at: $0)) }
    for level in rota.values.indices
    where forgiven(at: level) < rota.values[level] && proof.values[level] < rota.values[level] {
      guard !meter.mustStop(at: limit) else { return }
      defer { for part in parts { if let own = part.counts { note(own) } } }
      let least = (0...level).map { level in parts.reduce(apart[level]) { $0 + $1.bounds[level] } }
      for number in parts.indices {
        // Whatever a rota does elsewhere, this much of what is held is taken up there.
        let own = (0...level).map { held[$0] - (least[$0] - parts[number].bounds[$0]) }
        let share = share(of: number, in: parts, level, until: limit)
        try parts[number].bound(level, held: own, meter: meter, limit: share, climbs: climbsAlways)
      }
      proof.add(parts, apart: apart[level], at: level, of: problem)
      cheapest = try handedOn(parts)
      if proof.values[level] < rota.values[level] { return try dive(into: parts, level) }
    }
  }

  /// The components of the day, and by level what bounds the calls and shifts that belong to none.
  ///
  /// A day that doesn't fall apart is a part by itself, those included.
  private func parts(of rota: PricedRota) throws -> (parts: [PartProof], apart: [Int]) {
    let components = DayComponents(problem)
    var apart = [Int](repeating: 0, count: proof.values.count)
    guard components.joined.count > 1 else {
      return ([PartProof(problem, rota: rota, alone: proof.values, threads: threads)], apart)
    }
    let calls = CallAloneBound(problem)
    for component in components.apart {
      for amounts in component.calls.map({ calls.leastAmounts(of: Int32($0)) })
        + component.shifts.map({ rota.idle[$0] })
      {
        for (level, amount) in amounts.enumerated() { apart[level] += amount }
      }
    }
    let parts = try components.joined.map {
      PartProof(try ProblemPart(of: problem, calls: $0.calls, shifts: $0.shifts), of: rota, threads: threads)
    }
    return (parts, apart)
  }

  /// The work units at which a part must stop: what is left is shared out among it and the unproven ones behind it by the square of their rows.
  private func share(of number: Int, in parts: [PartProof], _ level: Int, until limit: Int) -> Int {
    let weights = parts[number...].map { $0.isProven(level) ? 0 : Double($0.rowCount * $0.rowCount) }
    guard weights.dropFirst().contains(where: { $0 > 0 }) else { return limit }
    return meter.used + Int(Double(max(0, limit - meter.used)) * weights[0] / weights.reduce(0, +))
  }

  private func handedOn(_ parts: [PartProof]) throws -> [PricedRun] {
    let bounded = parts.filter { $0.counts != nil }
    let rows = bounded.reduce(0) { $0 + $1.rowCount }
    return try bounded.flatMap { try $0.cheapest(Self.mostHandedOn * $0.rowCount / max(1, rows)) }
  }

  /// Dives into the programs of parts that are worth it; of the others the rota's own runs are taken.
  private mutating func dive(into parts: [PartProof], _ level: Int) throws {
    let isWorthIt = parts.map { !$0.isProven(level) && $0.program?.isWorthDiving ?? false }
    guard isWorthIt.contains(true) else { return }
    for boldness in LevelProgram.Boldness.allCases where !meter.mustStop(at: diveLimit) {
      var taken: [PricedRun] = []
      for (number, part) in parts.enumerated() {
        guard isWorthIt[number], let program = part.program else {
          taken += part.rota.runs.map(part.lifted)
          continue
        }
        let share = share(of: number, in: parts, level, until: diveLimit)
        taken += try program.dive(boldness, until: share, value: part.rota.values[level]).map(part.lifted)
      }
      dives.append(taken)
    }
  }

  private mutating func note(_ own: LevelProgram.Counts) {
    counts.programs += 1
    counts.columns += own.columns
    counts.pivots += own.pivots
    counts.labels += own.labels
    counts.rounds += own.rounds
  }
}
