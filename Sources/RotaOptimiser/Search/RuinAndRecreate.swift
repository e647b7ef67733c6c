import ReproducibleNumbers

/// Large-neighbourhood search: takes related calls out and puts them, and the uncovered ones, back another way.
///
/// A new rota is kept when its levels above cost are no worse and its cost is within a threshold that falls as the work is used up
/// (record-to-record travel, Dueck 1993).
final class RuinAndRecreate {
  private let search: InsertionSearch
  private let meter: WorkMeter
  private let units: [InsertionUnit]
  private let ruins: [any Ruin]
  /// By unit: its first call, and whether it was uncovered when the round began.
  private let firstCalls: [Int32]
  private var wasOpen: [Bool]

  init(
    _ problem: CompiledProblem, search: InsertionSearch, neighbourhood: Neighbourhood, meter: WorkMeter,
    without: Set<SearchOperator> = []
  ) {
    self.search = search
    self.meter = meter
    units = InsertionUnit.all(of: problem)
    firstCalls = units.map { $0.calls[0] }
    wasOpen = units.map { _ in true }
    ruins = SearchOperator.allCases.filter { !without.contains($0) }
      .compactMap { $0.ruin(neighbourhood: neighbourhood) }
  }

  /// Changes `state` and leaves the best rota met in `best`.
  ///
  /// - Parameters:
  ///   - limit: work units used by the meter, at which to stop.
  ///   - most: rounds after which to stop.
  /// - Returns: rounds run.
  func run(
    _ state: SearchState, best: SearchState, limit: Int, rounds most: Int = .max, random: inout RandomStream,
    foundBetter: (SearchState) -> Void
  ) -> Int {
    let begun = meter.used
    var rounds = 0
    search.blinkPerMille = 10
    defer { search.blinkPerMille = 0 }
    while rounds < most, !ruins.isEmpty, !meter.mustStop(at: limit) {
      rounds += 1
      if rounds & 63 == 0 { search.memory.forgetTied() }
      meter.add(units: WorkTable.unitsPerRound)
      let spent = Double(meter.used - begun) / Double(max(1, limit - begun))
      let before = state.total
      for unit in units.indices { wasOpen[unit] = !state.isPlaced(firstCalls[unit]) }
      _ = state.attempt {
        let moment = state.moment
        ruin(state, &random)
        recreate(state, since: moment, &random)
        return isAcceptable(state.total, before: before, best: best.total, spent: spent)
      }
      if state.total < best.total {
        best.copy(from: state)
        foundBetter(state)
      }
    }
    return rounds
  }

  /// Levels above cost decide first; the threshold on cost starts at two per cent of the best and falls to nothing.
  private func isAcceptable(_ total: PackedScore, before: PackedScore, best: PackedScore, spent: Double) -> Bool {
    if total < best { return true }
    let allowance = Int64(Double(max(1, best.cost)) * 0.02 * max(0, 1 - spent))
    return total.isNoWorseAboveCost(than: before) && (total < before || total.cost <= best.cost + allowance)
  }

  // MARK: Ruin

  private func ruin(_ state: SearchState, _ random: inout RandomStream) {
    let problem = state.problem
    guard let seed = seed(state, &random) else { return }
    let count = 4 + random.nextInt(below: 10)
    var chosen = ruins[random.nextInt(below: ruins.count)].choose(around: seed, count: count, state, &random)
    while let call = chosen.popLast() {
      guard state.isPlaced(call) else { continue }
      state.remove(call)
      // What needs this call can't stay without it; it is put back after it.
      chosen += problem.dependents[Int(call)].map { Int32($0) }.filter(state.isPlaced)
    }
  }

  /// Some call; where some are uncovered, one of them half the time.
  private func seed(_ state: SearchState, _ random: inout RandomStream) -> Int32? {
    let count = state.problem.callCount
    if random.nextBool(perMille: 500) {
      let open = units.indices.filter { wasOpen[$0] }
      if !open.isEmpty { return firstCalls[open[random.nextInt(below: open.count)]] }
    }
    return count == 0 ? nil : Int32(random.nextInt(below: count))
  }

  // MARK: Recreate

  /// The order in which units are put back.
  private enum Order { case byLevelThenHardness, byLevelThenTime, anyOrder }

  /// Puts removed and uncovered units back, mostly in ladder order. Now and then in any order: a call that must give way to another
  /// call of its person, or to a partner, finds its place only after it.
  ///
  /// A unit that was uncovered before the round found no place then: mostly only the runs that have changed since are looked at again.
  private func recreate(_ state: SearchState, since moment: Int, _ random: inout RandomStream) {
    let draw = random.nextInt(below: 10)
    let order: Order = draw < 3 ? .byLevelThenTime : draw < 5 ? .anyOrder : .byLevelThenHardness
    var waiting = units.indices.filter { !state.isPlaced(firstCalls[$0]) }
    random.shuffle(&waiting)
    if order != .anyOrder {
      waiting.sort { left, right in
        let (left, right) = (units[left], units[right])
        if left.level != right.level { return left.level < right.level }
        if order == .byLevelThenTime {
          return state.timeOrMiddle(of: left.calls[0]) < state.timeOrMiddle(of: right.calls[0])
        }
        return left.isCoupled && !right.isCoupled
      }
    }
    // A place may have been passed over, so now and then one of them is looked for everywhere.
    let lookedForEverywhere =
      random.nextInt(below: 8) == 0 && !waiting.isEmpty ? waiting[random.nextInt(below: waiting.count)] : -1
    var failures = 0
    for unit in waiting where failures < 40 {
      let scope: InsertionSearch.Scope =
        unit == lookedForEverywhere || !wasOpen[unit] ? .everywhere : .changed(since: moment)
      if !state.insert(units[unit], search: search, scope: scope, random: &random) { failures += 1 }
    }
  }
}
