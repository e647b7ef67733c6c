import ReproducibleNumbers

/// Large-neighbourhood search: takes related calls out and puts them, and the uncovered ones, back another way.
///
/// Removal by relatedness after Shaw (1998), by adjacent strings after Christiaens and Vanden Berghe (2020); a new rota is kept when its levels
/// above cost are no worse and its cost is within a threshold that falls as the work is used up (record-to-record travel, Dueck 1993).
struct RuinAndRecreate {
  let search: InsertionSearch
  let meter: WorkMeter
  let units: [InsertionUnit]

  /// Changes `state` and leaves the best rota met in `best`.
  ///
  /// - Returns: iterations run.
  func run(
    _ state: SearchState, best: SearchState, limit: Int, random: inout RandomStream, foundBetter: (SearchState) -> Void
  ) -> Int {
    let begun = meter.used
    var iterations = 0
    search.blinkPerMille = 10
    defer { search.blinkPerMille = 0 }
    while !meter.mustStop(at: limit) {
      iterations += 1
      meter.add(units: WorkTable.unitsPerRound)
      let spent = Double(meter.used - begun) / Double(max(1, limit - begun))
      let before = state.total
      _ = state.attempt {
        ruin(state, &random)
        recreate(state, &random)
        return isAcceptable(state.total, before: before, best: best.total, spent: spent)
      }
      if state.total < best.total {
        best.copy(from: state)
        foundBetter(state)
      }
    }
    return iterations
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
    let placed = (0..<Int32(problem.callCount)).filter { state.isPlaced($0) }
    guard !placed.isEmpty else { return }
    let most = min(placed.count, 4 + random.nextInt(below: 18))
    let open = (0..<Int32(problem.callCount)).filter { !state.isPlaced($0) }
    let seed =
      open.isEmpty || random.nextBool(perMille: 500)
      ? placed[random.nextInt(below: placed.count)] : open[random.nextInt(below: open.count)]
    var chosen: [Int32]
    switch random.nextInt(below: 3) {
    case 0: chosen = related(to: seed, among: placed, count: most, state, &random)
    case 1: chosen = strings(around: seed, count: most, state, &random)
    default: chosen = wholeRuns(around: seed, state, &random)
    }
    while let call = chosen.popLast() {
      guard state.isPlaced(call) else { continue }
      state.remove(call)
      // What needs this call can't stay without it; it is put back after it.
      chosen += problem.dependents[Int(call)].map { Int32($0) }.filter(state.isPlaced)
    }
  }

  private func middle(_ call: Int32, _ state: SearchState) -> Int32 {
    let start = state.plan.start[call]
    if start != SearchPlan.unset { return start }
    let entry = state.problem.calls[call]
    guard entry.pieceCount > 0 else { return 0 }
    let piece = state.problem.pieces[entry.firstPiece]
    return (piece.from &+ min(piece.until, piece.quietUntil)) / 2
  }

  private func distance(_ one: Int32, _ two: Int32, _ state: SearchState) -> Int32 {
    let problem = state.problem
    let (from, to) = (
      problem.tasks[problem.calls[one].firstTask].node, problem.tasks[problem.calls[two].firstTask].node
    )
    let way = from >= 0 && to >= 0 ? problem.seconds[Int(from) * problem.nodeCount + Int(to)] : 0
    return way &* 2 &+ abs(middle(one, state) &- middle(two, state)) / 2
  }

  private func related(
    to seed: Int32, among placed: [Int32], count: Int, _ state: SearchState, _ random: inout RandomStream
  ) -> [Int32] {
    var keyed = placed.map { (distance(seed, $0, state), $0) }
    keyed.sort { $0.0 != $1.0 ? $0.0 < $1.0 : $0.1 < $1.1 }
    var chosen: [Int32] = []
    while chosen.count < count, !keyed.isEmpty {
      let draw = random.nextUnit()
      let index = min(keyed.count - 1, Int(draw * draw * draw * Double(keyed.count)))
      chosen.append(keyed.remove(at: index).1)
    }
    return chosen
  }

  private func strings(
    around seed: Int32, count: Int, _ state: SearchState, _ random: inout RandomStream
  ) -> [Int32] {
    var chosen: [Int32] = []
    let time = middle(seed, state)
    var shifts = (0..<Int32(state.problem.shiftCount)).filter { state.length($0) > 0 }
    random.shuffle(&shifts)
    if let home = (0..<Int32(state.problem.shiftCount)).first(where: {
      state.shift(ofTask: state.problem.calls[seed].firstTask) == $0
    }) {
      shifts.removeAll { $0 == home }
      shifts.insert(home, at: 0)
    }
    for shift in shifts where chosen.count < count {
      let tasks = state.tasks(of: shift)
      let length = min(tasks.count, 1 + random.nextInt(below: 6))
      let nearest =
        tasks.indices.min {
          abs(state.plan.start[state.problem.tasks[tasks[$0]].call] &- time)
            < abs(state.plan.start[state.problem.tasks[tasks[$1]].call] &- time)
        } ?? 0
      let first = max(0, min(tasks.count - length, nearest - random.nextInt(below: length)))
      chosen += tasks[first..<first + length].map { state.problem.tasks[$0].call }
    }
    return chosen
  }

  private func wholeRuns(around seed: Int32, _ state: SearchState, _ random: inout RandomStream) -> [Int32] {
    let used = (0..<Int32(state.problem.shiftCount)).filter { state.length($0) > 0 }
    guard !used.isEmpty else { return [] }
    var chosen: [Int32] = []
    for _ in 0..<(1 + random.nextInt(below: 2)) {
      let shift = used[random.nextInt(below: used.count)]
      chosen += state.tasks(of: shift).map { state.problem.tasks[$0].call }
    }
    return chosen.count > 30 ? Array(chosen.prefix(30)) : chosen
  }

  // MARK: Recreate

  /// The order in which units are put back.
  private enum Order { case byLevelThenHardness, byLevelThenTime, anyOrder }

  /// Puts removed and uncovered units back, mostly in ladder order. Now and then in any order: a call that must give way to another
  /// call of its person, or to a partner, finds its place only after it.
  private func recreate(_ state: SearchState, _ random: inout RandomStream) {
    let draw = random.nextInt(below: 10)
    let order: Order = draw < 3 ? .byLevelThenTime : draw < 5 ? .anyOrder : .byLevelThenHardness
    var waiting = units.filter { !state.isPlaced($0.calls[0]) }
    random.shuffle(&waiting)
    if order != .anyOrder {
      waiting.sort { left, right in
        if left.level != right.level { return left.level < right.level }
        if order == .byLevelThenTime { return middle(left.calls[0], state) < middle(right.calls[0], state) }
        return left.isCoupled && !right.isCoupled
      }
    }
    var failures = 0
    for unit in waiting where failures < 40 {
      if !state.insert(unit, search: search, random: &random) { failures += 1 }
    }
  }
}
