import ReproducibleNumbers

/// The greedy fallback: level by level, the call that would lose most by waiting goes to its cheapest place first.
///
/// Regret-2 insertion (Potvin and Rousseau 1993) within each level of the ladder, so that no later level takes a place that an
/// earlier one wanted. Coupled units (two workers, bundles, spacing) of a level come before its simple calls.
/// Complexity: calls x shifts insertion searches, then one shift's column again for each call placed.
struct RegretInsertion {
  let search: InsertionSearch

  /// Fills an empty or partial rota.
  func fill(_ state: SearchState, random: inout RandomStream) {
    let units = InsertionUnit.all(of: state.problem).filter { !state.isPlaced($0.calls[0]) }
    var first = 0
    while first < units.count {
      let end = units[first...].firstIndex { $0.level != units[first].level } ?? units.count
      let group = units[first..<end]
      for unit in group where unit.isCoupled {
        _ = state.insert(unit, search: search, random: &random)
      }
      placeByRegret(group.filter { !$0.isCoupled }.map { $0.calls[0] }, state, &random)
      first = end
    }
    // A call whose prerequisite came later in the order gets another chance.
    for unit in units where !state.isPlaced(unit.calls[0]) {
      _ = state.insert(unit, search: search, random: &random)
    }
  }

  private func placeByRegret(
    _ calls: [Int32], _ state: SearchState, _ random: inout RandomStream
  ) {
    let shiftCount = state.problem.shiftCount
    var open = calls
    var table = open.map { call in
      (0..<Int32(shiftCount)).map {
        search.best(call, in: state, scope: .shift($0), limit: state.largestDelta(of: call), random: &random)
      }
    }
    while !open.isEmpty {
      var chosen = -1
      var chosenRegret = PackedScore.zero
      var chosenInsertion: Insertion?
      for (row, options) in table.enumerated() {
        guard let (best, second) = twoBest(options) else { continue }
        let regret = second.map { $0 - best.delta } ?? .unreachable
        if chosenInsertion == nil || chosenRegret < regret {
          (chosen, chosenRegret, chosenInsertion) = (row, regret, best)
        }
      }
      guard let insertion = chosenInsertion else { return }
      let call = open.remove(at: chosen)
      table.remove(at: chosen)
      guard state.attempt({ state.apply(insertion) }) else { continue }
      for (row, other) in open.enumerated() {
        if state.problem.isTied(other, to: call) {
          table[row] = (0..<Int32(shiftCount)).map {
            search.best(other, in: state, scope: .shift($0), limit: state.largestDelta(of: other), random: &random)
          }
        } else {
          table[row][Int(insertion.first.shift)] = search.best(
            other, in: state, scope: .shift(insertion.first.shift), limit: state.largestDelta(of: other),
            random: &random)
        }
      }
    }
  }

  private func twoBest(_ options: [Insertion?]) -> (Insertion, PackedScore?)? {
    var best: Insertion?
    var second: PackedScore?
    for case let option? in options {
      if let known = best, !(option.delta < known.delta) {
        if second.map({ option.delta < $0 }) ?? true { second = option.delta }
      } else {
        second = best?.delta ?? second
        best = option
      }
    }
    return best.map { ($0, second) }
  }
}
