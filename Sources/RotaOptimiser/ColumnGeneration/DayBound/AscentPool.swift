/// What the rows of a level's program are worth, in amounts of the level: its calls, then its agreements, then its rows of `requires`.
typealias RowWorth = [Double]

/// Runs met while prices climb, laid out flat. The cheapest of each shift tell how high a bound can be at given prices, at most, and
/// which calls are done too often or too seldom.
struct AscentPool {
  private let rows: LevelRows
  private let callCount: Int
  let rowCount: Int
  private(set) var runs: [PricedRun] = []
  private var known: Set<PricedRun> = []
  private var costs: [Double] = []
  /// By run, and one more: where its entries begin.
  private var firsts: [Int32] = [0]
  private var entries: [(row: Int32, sign: Double)] = []
  /// What shifts without stops add.
  private let idle: Double
  private let omissions: [(amount: Double, entries: [(row: Int, sign: Double)])]

  init(_ network: PricingNetwork, rows: LevelRows) {
    self.rows = rows
    callCount = network.problem.callCount
    let needRow = callCount + network.agreementCount
    rowCount = needRow + rows.needs.count
    idle = Double(rows.idle.reduce(0) { $0 + $1[rows.level] })
    var entries = rows.omissions.map { $0.calls.map { (row: $0, sign: 1.0) } }
    for (number, need) in rows.needs.enumerated() {
      entries[need.needed].append((needRow + number, -1))
      entries[need.dependent].append((needRow + number, 1))
    }
    omissions = zip(rows.omissions, entries).filter { !$0.0.isBarred }.map { (Double($0.0.amounts[rows.level]), $0.1) }
  }

  /// Takes in a run that is new.
  mutating func add(_ run: PricedRun, network: PricingNetwork) {
    let before = entries.count
    for (task, start) in zip(run.tasks, run.starts) {
      guard let number = network.slot(of: task, at: start) else {
        entries.removeLast(entries.count - before)
        return
      }
      let slot = network.slots[number]
      if slot.isFirstDemand { entries.append((slot.call, 1)) }
      if slot.agreement >= 0 { entries.append((Int32(callCount) + slot.agreement, slot.isFirstDemand ? -1 : 1)) }
    }
    guard known.insert(run).inserted else {
      entries.removeLast(entries.count - before)
      return
    }
    runs.append(run)
    firsts.append(Int32(entries.count))
    costs.append(Double(run.amounts[rows.level] - rows.idle[Int(run.shift)][rows.level]))
  }

  /// How often a row is to be met.
  func wanted(_ row: Int) -> Double { row < callCount ? 1 : 0 }

  /// The Lagrangian sum over the runs of the pool, and how often each row is met by what costs least.
  ///
  /// - Complexity: stops of all runs.
  func evaluated(at worth: RowWorth) -> (sum: Double, met: [Double]) {
    var sum = idle
    for call in 0..<callCount { sum += worth[call] }
    var met = [Double](repeating: 0, count: rowCount)
    for omission in omissions {
      var cost = omission.amount
      for entry in omission.entries { cost -= entry.sign * worth[entry.row] }
      guard cost < 0 else { continue }
      sum += cost
      for entry in omission.entries { met[entry.row] += entry.sign }
    }
    var least = [Double](repeating: 0, count: rows.idle.count)
    var cheapest = [Int](repeating: -1, count: rows.idle.count)
    for run in runs.indices {
      let (cost, shift) = (cost(run, at: worth), Int(runs[run].shift))
      if cost < least[shift] { (least[shift], cheapest[shift]) = (cost, run) }
    }
    for (shift, run) in cheapest.enumerated() where run >= 0 {
      sum += least[shift]
      for entry in Int(firsts[run])..<Int(firsts[run + 1]) { met[Int(entries[entry].row)] += entries[entry].sign }
    }
    return (sum, met)
  }

  /// What a run costs beyond what its stops are worth.
  private func cost(_ run: Int, at worth: RowWorth) -> Double {
    var cost = costs[run]
    for entry in Int(firsts[run])..<Int(firsts[run + 1]) {
      cost -= entries[entry].sign * worth[Int(entries[entry].row)]
    }
    return cost
  }

  /// Steps of an evaluation, as steps of pricing are counted.
  var stepsOfEvaluation: Int { entries.count + rowCount }

  /// So many runs that cost least beyond what their shift's best one does, the best first.
  func cheapest(_ count: Int, at worth: RowWorth) -> [PricedRun] {
    let costs = runs.indices.map { cost($0, at: worth) }
    var least = [Double](repeating: 0, count: rows.idle.count)
    for (run, cost) in costs.enumerated() { least[Int(runs[run].shift)] = min(least[Int(runs[run].shift)], cost) }
    return runs.indices.sorted { one, other in
      let (first, second) = (costs[one] - least[Int(runs[one].shift)], costs[other] - least[Int(runs[other].shift)])
      return (first, one) < (second, other)
    }.prefix(count).map { runs[$0] }
  }
}
