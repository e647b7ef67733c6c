import ReproducibleNumbers

extension InsertionSearch {
  /// A place for one demand of a two-person call.
  struct Candidate {
    var slot: Insertion.Slot
    var earliest: Int32
    var latest: Int32
    var bound: PackedScore
    var hasChanged: Bool
  }

  /// How many places of each demand of a two-person call are tried with one another.
  private static let pairWidth = 32

  /// Tries the most promising places of the two demands of a call with one another, at the earliest start that both have.
  func pair(
    _ call: Int32, _ piece: Int32, _ pin: Int32, _ state: SearchState, _ scope: Scope, _ best: inout Best,
    _ random: inout RandomStream
  ) {
    let firstTask = problem.calls[call].firstTask
    let uncovered = problem.uncovered[call]
    var moment = Int.min
    if case .changed(let since) = scope { moment = since }
    for demand in 0..<2 {
      collect(firstTask + Int32(demand), piece, pin, state, changedSince: moment, into: &candidates[demand])
    }
    let tried = (candidates[0].prefix(Self.pairWidth), candidates[1].prefix(Self.pairWidth))
    for one in tried.0 {
      for two in tried.1 {
        if !problem.terms.mayFall, !(one.bound + two.bound - uncovered < best.delta) { break }
        if !one.hasChanged, !two.hasChanged { continue }
        if problem.shifts[one.slot.shift].worker == problem.shifts[two.slot.shift].worker { continue }
        let start = max(one.earliest, two.earliest)
        if start > min(one.latest, two.latest) { continue }
        if blinkPerMille > 0, random.nextBool(perMille: blinkPerMille) { continue }
        state.plan.pin[call] = start
        if let first = state.scoreInserting(firstTask, into: one.slot.shift, at: one.slot.place),
          case let measures = state.evaluator.bestMeasures,
          let second = state.scoreInserting(firstTask &+ 1, into: two.slot.shift, at: two.slot.place)
        {
          var delta = first - state.score(one.slot.shift) + second - state.score(two.slot.shift) - uncovered
          if state.hasRotaTerms {
            delta += state.rotaChange(one.slot.shift, measures, two.slot.shift, state.evaluator.bestMeasures)
          }
          if delta < best.delta {
            best.keep(
              Insertion(call: call, piece: piece, pin: start, first: one.slot, second: two.slot, delta: delta))
          }
        }
        state.plan.pin[call] = pin
      }
    }
  }

  /// The places of one demand, the most promising first.
  private func collect(
    _ task: Int32, _ piece: Int32, _ pin: Int32, _ state: SearchState, changedSince moment: Int,
    into list: inout [Candidate]
  ) {
    list.removeAll(keepingCapacity: true)
    var unlimited = Int64.max
    eachShift(of: task, state, .everywhere) { shift in
      guard let fixed = fixedScore(task, piece, shift, less: .zero) else { return }
      let hasChanged = state.hasChanged(shift, since: moment)
      eachPlace(task, piece, pin, shift, state, mostDetour: &unlimited) { place, earliest, latest, detour, _ in
        list.append(
          Candidate(
            slot: Insertion.Slot(shift: shift, place: place), earliest: earliest, latest: latest,
            bound: fixed + PackedScore(cost: detour), hasChanged: hasChanged))
      }
    }
    list.sort {
      if $0.bound != $1.bound { return $0.bound < $1.bound }
      return ($0.slot.shift, $0.slot.place) < ($1.slot.shift, $1.slot.place)
    }
  }
}
