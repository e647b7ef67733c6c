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
    func option(_ call: Int32, _ shift: Int32, _ random: inout RandomStream) -> Insertion? {
      search.best(call, in: state, scope: .shift(shift), limit: state.largestDelta(of: call), random: &random)
    }
    func row(_ call: Int32, _ random: inout RandomStream) -> RegretRow {
      RegretRow((0..<Int32(state.problem.shiftCount)).map { option(call, $0, &random) })
    }
    var open = calls
    var table = open.map { row($0, &random) }
    while let chosen = RegretRow.mostUrgent(of: table), let insertion = table[chosen].best {
      let call = open.remove(at: chosen)
      table.remove(at: chosen)
      guard state.attempt({ state.apply(insertion) }) else { continue }
      for (number, other) in open.enumerated() {
        if state.problem.isTied(other, to: call) {
          table[number] = row(other, &random)
        } else {
          table[number].set(option(other, insertion.first.shift, &random), of: insertion.first.shift)
        }
      }
    }
  }
}
