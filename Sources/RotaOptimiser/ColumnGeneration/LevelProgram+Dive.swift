import LinearProgramming

/// Diving with pricing: takes the runs that the program likes most whole, prices anew for what is left, and so on.
extension LevelProgram {
  /// How much of a run the program must take for it to be taken whole beside a better one in the same round.
  enum Boldness: Double, CaseIterable {
    case usual = 0.3
    case timid = 0.6
  }

  private static let mostPricings = 8
  /// Ways from each stop that are looked at.
  private static let ways = 40
  /// The objective has settled where a round of pricing makes it less by no more than this share.
  private static let settled = 0.001
  /// The share of the objective that a bound has reached where diving is worth its work.
  private static let near = 0.8
  private static let noticeable = 1e-6

  /// The bound has come so near the objective that diving is worth its work.
  var isWorthDiving: Bool {
    guard let bound, let objective else { return false }
    return Double(bound) >= Self.near * (objective + Double(master.constant)) - 1
  }

  /// The runs taken until the work was used up, none was left or the program found no answer, and, where it did find one, of each shift left
  /// the run that it took most of; no two of one shift, none that comes back to a call.
  ///
  /// Those of different shifts may want the same call, and the two of a call for two start it at different times. Afterwards the program bounds
  /// nothing.
  ///
  /// - Parameter value: the level's value in the rota in hand.
  /// - Throws: `LinearProgrammingError`.
  func dive(_ boldness: Boldness, until limit: Int, value: Int) throws -> [PricedRun] {
    var taken: [Int] = []
    defer { counts.columns = master.runs.count }
    if !isLoose { try master.loosen(value: value) }
    isLoose = true
    guard try solve(until: limit) else { return [] }
    var isTaken = [Bool](repeating: false, count: master.problem.shiftCount)
    while !meter.mustStop(at: limit) {
      let chosen = try choose(boldness, besides: taken, isTaken)
      guard !chosen.isEmpty else { break }
      try master.take(chosen)
      let goal = objective ?? 0
      guard try solve(.dual, until: limit) else {
        try master.release(chosen + taken)
        return taken.map { master.runs[$0] }
      }
      taken += chosen
      for run in chosen { isTaken[Int(master.runs[run].shift)] = true }
      guard try priceAgain(besides: isTaken, goal: goal, until: limit) else {
        try master.release(taken)
        return taken.map { master.runs[$0] }
      }
    }
    let rest = try restByShare(besides: isTaken)
    try master.release(taken)
    return (taken + rest).map { master.runs[$0] }
  }

  /// Of each shift left the run of which the last solution takes most, the most taken first.
  private func restByShare(besides isTaken: [Bool]) throws -> [Int] {
    let shares = try master.shares()
    var shifts: Set<Int32> = []
    return shares.indices.filter { shares[$0] > Self.noticeable && !isTaken[Int(master.runs[$0].shift)] }
      .sorted { (-shares[$0], $0) < (-shares[$1], $1) }
      .filter { !master.runs[$0].comesBack(in: master.problem) && shifts.insert(master.runs[$0].shift).inserted }
  }

  /// The runs to take next: the one of which the solution takes most, and others of which it takes enough, in different shifts and with
  /// different calls; at most an eighth as many as there are shifts.
  private func choose(_ boldness: Boldness, besides taken: [Int], _ isTaken: [Bool]) throws -> [Int] {
    let shares = try master.shares()
    let wanted = shares.indices.filter {
      shares[$0] > Self.noticeable && !isTaken[Int(master.runs[$0].shift)]
        && !master.runs[$0].comesBack(in: master.problem)
    }.sorted { (-shares[$0], $0) < (-shares[$1], $1) }
    var calls = Set(taken.flatMap(firstDemands))
    var shifts: Set<Int32> = []
    var chosen: [Int] = []
    for run in wanted where chosen.count < max(1, master.problem.shiftCount / 8) {
      let own = firstDemands(of: run)
      guard chosen.isEmpty || shares[run] >= boldness.rawValue && calls.isDisjoint(with: own),
        shifts.insert(master.runs[run].shift).inserted
      else { continue }
      calls.formUnion(own)
      chosen.append(run)
    }
    return chosen
  }

  /// Makes runs for the shifts left until the objective has settled; false where the program found no answer.
  private func priceAgain(besides isTaken: [Bool], goal: Double, until limit: Int) throws -> Bool {
    var before = objective ?? 0
    var quiet = 0
    for _ in 0..<Self.mostPricings where !meter.mustStop(at: limit) {
      let prices = try master.prices(grid: grid, largestSums: largestSums)
      let columns = try price(prices, care: .nearest(Int32(Self.ways)), until: limit, leavingOut: isTaken).columns
      guard try master.add(columns) > 0 else { return true }
      guard try solve(until: limit) else { return false }
      if try forgetNoMore(), try !solve(until: limit) { return false }
      let now = objective ?? 0
      let isQuiet = now > before * (1 - Self.settled)
      if isQuiet, now < goal * (1 + 3 * Self.settled) || quiet > 2 { return true }
      quiet = isQuiet ? quiet + 1 : 0
      before = now
    }
    return true
  }

  private func firstDemands(of run: Int) -> [Int32] {
    master.runs[run].tasks.filter { master.problem.tasks[$0].demand == 0 }.map { master.problem.tasks[$0].call }
  }
}
