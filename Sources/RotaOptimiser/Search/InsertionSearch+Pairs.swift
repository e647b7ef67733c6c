import ReproducibleNumbers

extension InsertionSearch {
  /// Tries the most promising places of the two demands of a call with one another, at the earliest start that both have.
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
        let start = max(one.earliest, two.earliest)
        if start > min(one.latest, two.latest) { continue }
        if blinkPerMille > 0, random.nextBool(perMille: blinkPerMille) { continue }
        if !problem.terms.measuresRuns {
          guard let least = pairs.floor(of: 0, at: first, firstTask, state) else { break }
          if !(least + two.bound - uncovered < best.delta) { break }
          guard let other = pairs.floor(of: 1, at: second, firstTask &+ 1, state) else { continue }
          if !(least + other - uncovered < best.delta) { continue }
        }
        state.plan.pin[call] = start
        defer { state.plan.pin[call] = pin }
        guard let oneDelta = pairs.delta(of: 0, at: first, firstTask, heldTo: start, state),
          let twoDelta = pairs.delta(of: 1, at: second, firstTask &+ 1, heldTo: start, state)
        else { continue }
        var delta = oneDelta + twoDelta - uncovered
        if state.hasRotaTerms {
          delta += state.rotaChange(
            one.slot.shift, pairs.measures(of: 0, at: first), two.slot.shift, pairs.measures(of: 1, at: second))
        }
        if delta < best.delta {
          best.keep(Insertion(call: call, piece: piece, pin: start, first: one.slot, second: two.slot, delta: delta))
        }
      }
    }
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
