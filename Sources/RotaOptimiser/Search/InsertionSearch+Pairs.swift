import ReproducibleNumbers

extension InsertionSearch {
  /// Tries the most promising places of the two demands of a call with one another, at the earliest start that both have or, where a break before the
  /// call or a later departure must come first in one of the runs, at the one that both would take.
  ///
  /// What a task adds where its start floats is never more than what it adds at any start it is held to, so that it refuses
  /// a place for whole rows of partners at once.
  func pair(
    _ call: Int32, _ piece: Int32, _ pin: Int32, _ state: SearchState, _ scope: Scope, _ best: inout Best,
    _ random: inout RandomStream
  ) {
    let firstTask = problem.calls[call].firstTask
    let uncovered = problem.uncovered[call]
    var moment = Int.min
    if case .changed(let since) = scope { moment = since }
    pairs.removeAll()
    for demand in 0..<2 {
      list(firstTask + Int32(demand), piece, pin, state, changedSince: moment, in: pairs.lists[demand])
      if pairs.lists[demand].count == 0 { return }
    }
    let (ones, twos) = (pairs.lists[0], pairs.lists[1])
    let mayFall = problem.terms.mayFall
    for first in 0..<ones.count {
      let one = ones[first]
      for second in 0..<twos.count {
        let two = twos[second]
        if !mayFall, !(one.bound + two.bound - uncovered < best.delta) { break }
        if !one.hasChanged, !two.hasChanged { continue }
        if problem.shifts[one.slot.shift].worker == problem.shifts[two.slot.shift].worker { continue }
        var start = max(one.earliest, two.earliest)
        if start > min(one.latest, two.latest) { continue }
        if blinkPerMille > 0, random.nextBool(perMille: blinkPerMille) { continue }
        if !problem.terms.measuresRuns {
          guard let least = pairs.floor(of: 0, at: first, firstTask, state) else { break }
          if !(least + two.bound - uncovered < best.delta) { break }
          guard let other = pairs.floor(of: 1, at: second, firstTask &+ 1, state) else { continue }
          if !(least + other - uncovered < best.delta) { continue }
        }
        defer { state.plan.pin[call] = pin }
        while start != SearchPlan.unset {
          state.plan.pin[call] = start
          if let delta = delta(of: firstTask, at: first, second, heldTo: start, state).map({ $0 - uncovered }) {
            if delta < best.delta {
              best.keep(
                Insertion(call: call, piece: piece, pin: start, first: one.slot, second: two.slot, delta: delta))
            }
            break
          }
          start = laterStart(than: start, first, second)
        }
      }
    }
  }

  /// What both demands of a call add at two places of their lists where they are held to a start, as the plan has it; nil where either doesn't fit.
  @inline(__always)
  private func delta(
    of firstTask: Int32, at first: Int, _ second: Int, heldTo start: Int32, _ state: SearchState
  ) -> PackedScore? {
    guard let one = pairs.delta(of: 0, at: first, firstTask, heldTo: start, state),
      let two = pairs.delta(of: 1, at: second, firstTask &+ 1, heldTo: start, state)
    else { return nil }
    guard state.hasRotaTerms else { return one + two }
    let shifts = (pairs.lists[0][first].slot.shift, pairs.lists[1][second].slot.shift)
    return one + two
      + state.rotaChange(
        shifts.0, pairs.measures(of: 0, at: first), shifts.1, pairs.measures(of: 1, at: second))
  }

  /// The first start at which both runs could have the call if it floated in each, where that is later than one tried; unset where it is not.
  private func laterStart(than start: Int32, _ first: Int, _ second: Int) -> Int32 {
    if problem.terms.measuresRuns { return SearchPlan.unset }
    let later = max(pairs.floatingStart(of: 0, at: first), pairs.floatingStart(of: 1, at: second))
    return later > start && later <= min(pairs.lists[0][first].latest, pairs.lists[1][second].latest)
      ? later : SearchPlan.unset
  }

  /// Lists the places of one demand, whenever it starts.
  private func list(
    _ task: Int32, _ piece: Int32, _ pin: Int32, _ state: SearchState, changedSince moment: Int, in list: Shortlist
  ) {
    var mostDetour = Int64.max
    let countsLateness = problem.tasks[task].carriesTiming && !problem.terms.measuresRuns
    let quietUntil = countsLateness ? problem.pieces[piece].quietUntil : .max
    eachShift(of: task, state, .everywhere) { shift in
      guard let fixed = fixedScore(task, piece, shift, less: .zero) else { return }
      let hasChanged = state.hasChanged(shift, since: moment)
      eachPlace(task, piece, pin, shift, state, mostDetour: &mostDetour) { place, earliest, latest, detour, _ in
        let bound = bound(fixed, piece, quietUntil: quietUntil, at: earliest, detour: detour)
        list.offer(
          Shortlist.Entry(
            slot: Insertion.Slot(shift: shift, place: place), piece: piece, earliest: earliest, latest: latest,
            bound: bound,
            hasChanged: hasChanged))
      }
    }
  }
}
