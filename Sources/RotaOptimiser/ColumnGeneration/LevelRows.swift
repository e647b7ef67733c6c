/// What the program of a level holds whichever runs there are: what calls left out add, and at what the levels before it are held.
struct LevelRows {
  /// Which calls are left out together, and what that adds.
  struct Omission {
    var calls: [Int]
    /// By level.
    var amounts: [Int]
    /// Some level could not bear it.
    var isBarred: Bool
  }

  let level: Int
  /// By level up to the one bounded: what it may be at most.
  let held: [Int]
  /// By shift, then level: what it adds without stops.
  let idle: [[Int]]
  let omissions: [Omission]
  /// Rows of `requires`: a call's being left out, less that of one that needs it, by omission.
  let needs: [(needed: Int, dependent: Int)]

  /// - Parameter caps: by call, then level, what no amount of this call may pass; none where `held` is all there is.
  init(_ problem: CompiledProblem, level: Int, held: [Int], idle: [[Int]], caps: [[Int]] = []) {
    self.level = level
    self.held = held
    self.idle = idle
    var omissions: [Omission] = []
    var omissionOfCall = [Int](repeating: -1, count: problem.callCount)
    for call in 0..<problem.callCount where omissionOfCall[call] < 0 {
      let group = problem.groupOfCall[call]
      let calls = group < 0 ? [call] : problem.groups[group]
      var amounts = [Int](repeating: 0, count: problem.packing.levelCount)
      for member in calls {
        omissionOfCall[member] = omissions.count
        for (number, amount) in problem.packing.values(of: problem.uncovered[member]).enumerated() {
          amounts[number] += amount
        }
      }
      let isBarred =
        zip(amounts, held).contains { $0 > $1 }
        || !caps.isEmpty
          && calls.contains { call in
            zip(problem.packing.values(of: problem.uncovered[call]), caps[call]).contains { $0 > $1 }
          }
      omissions.append(Omission(calls: calls, amounts: amounts, isBarred: isBarred))
    }
    var needs: [(needed: Int, dependent: Int)] = []
    var seen: Set<[Int]> = []
    for call in 0..<problem.callCount {
      for needed in problem.prerequisites[call] {
        let pair = [omissionOfCall[needed], omissionOfCall[call]]
        if pair[0] != pair[1], seen.insert(pair).inserted { needs.append((pair[0], pair[1])) }
      }
    }
    self.omissions = omissions
    self.needs = needs
  }

  /// What a shift without stops costs at given prices.
  func idleCost(_ shift: Int, at prices: ColumnPrices) -> Int64 {
    zip(idle[shift], prices.levels).reduce(0) { $0 + Int64($1.0) * $1.1 }
  }

  /// The part of the bound that the prices give before runs are chosen: no rota with the earlier levels as held is cheaper than this and
  /// the least cost of each shift.
  func base(at prices: ColumnPrices) -> Int64 {
    var sum = prices.calls.reduce(0, +)
    for earlier in 0..<level { sum -= prices.levels[earlier] * Int64(held[earlier]) }
    return omissionCosts(at: prices).reduce(sum) { $0 + min(0, $1) }
  }

  /// By omission: what leaving its calls out costs beyond what doing them is worth; the largest number where it is barred.
  func omissionCosts(at prices: ColumnPrices) -> [Int64] {
    var costs = omissions.map { omission in
      omission.calls.reduce(zip(omission.amounts, prices.levels).reduce(Int64(0)) { $0 + Int64($1.0) * $1.1 }) {
        $0 - prices.calls[$1]
      }
    }
    for (row, need) in needs.enumerated() {
      costs[need.needed] += prices.needs[row]
      costs[need.dependent] -= prices.needs[row]
    }
    for number in costs.indices where omissions[number].isBarred { costs[number] = .max }
    return costs
  }
}
