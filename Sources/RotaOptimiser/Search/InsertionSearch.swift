import ReproducibleNumbers

/// Finds the cheapest place for a call in the rota in hand.
///
/// A place is refused in constant time where the call can't start there in its piece, where the stops behind it would come too late,
/// or where travel and fixed costs alone are no better than the best place found; only what is left is worked out in full.
/// The last refusal takes it that a detour never shortens the rest of a run, which holds where travel keeps the triangle inequality.
final class InsertionSearch {
  private struct Candidate {
    var slot: Insertion.Slot
    var earliest: Int32
    var latest: Int32
    var bound: PackedScore
  }

  /// How many places of each demand of a two-person call are tried with one another.
  private static let pairWidth = 32

  private let problem: CompiledProblem
  private var candidates: [[Candidate]] = [[], []]

  /// Places looked at, refused or not.
  private(set) var placesTried = 0
  /// Chance in a thousand to pass a place over, so that searching again finds other rotas.
  var blinkPerMille = 0

  init(_ problem: CompiledProblem) { self.problem = problem }

  /// The best insertion of a call, no worse than `limit`; nil where there is none.
  ///
  /// - Parameter only: look in this shift alone; -1 for all.
  func best(
    _ call: Int32, in state: SearchState, only: Int32 = -1, limit: PackedScore = .unreachable,
    random: inout RandomStream
  ) -> Insertion? {
    for other in problem.prerequisites[Int(call)] where !isBundled(Int(call), other) {
      if !state.isPlaced(Int32(other)) { return nil }
    }
    let entry = problem.calls[call]
    var best: Insertion?
    var bestDelta = limit
    let before = (state.plan.piece[call], state.plan.pin[call])
    for piece in entry.firstPiece..<entry.firstPiece + entry.pieceCount {
      state.plan.piece[call] = piece
      if problem.problem.hints.pinsAtPlaces, entry.isPinned, entry.taskCount == 1 {
        pinnedAtPlaces(call, piece, state, only, &best, &bestDelta, &random)
        continue
      }
      for pin in pins(of: call, piece: piece, state: state) {
        state.plan.pin[call] = pin
        if entry.taskCount == 1 {
          single(call, piece, pin, state, only, &best, &bestDelta, &random)
        } else {
          pair(call, piece, pin, state, &best, &bestDelta, &random)
        }
      }
    }
    (state.plan.piece[call], state.plan.pin[call]) = before
    return best
  }

  /// Calls that are covered all or none are inserted one by one, so they don't wait for one another.
  private func isBundled(_ call: Int, _ other: Int) -> Bool {
    problem.groupOfCall[call] >= 0 && problem.groupOfCall[call] == problem.groupOfCall[other]
  }

  /// The starts to hold a call to: none for one that floats; for a single call with a tie that limits it from above, starts spread
  /// over the piece and those that its partners make earliest.
  private func pins(of call: Int32, piece pieceIndex: Int32, state: SearchState) -> [Int32] {
    let entry = problem.calls[call]
    guard entry.isPinned else { return [SearchPlan.unset] }
    let piece = problem.pieces[pieceIndex]
    var starts = entry.taskCount > 1 ? [SearchPlan.unset] : []
    guard entry.tieCount > 0 else { return starts }
    for index in entry.firstTie..<entry.firstTie + entry.tieCount {
      let tie = problem.ties[index]
      let other = state.plan.start[tie.other]
      guard other != SearchPlan.unset else { continue }
      let start = problem.earliestStart(in: piece, from: other &+ tie.least)
      if start <= piece.until, !starts.contains(start) { starts.append(start) }
    }
    let steps = (piece.until &- piece.from) / problem.grain
    let count = min(steps, 11)
    for number in 0...count {
      let start = piece.from &+ (count == 0 ? 0 : steps &* number / count) &* problem.grain
      if !starts.contains(start) { starts.append(start) }
    }
    return starts
  }

  private func single(
    _ call: Int32, _ piece: Int32, _ pin: Int32, _ state: SearchState, _ only: Int32, _ best: inout Insertion?,
    _ bestDelta: inout PackedScore, _ random: inout RandomStream
  ) {
    let task = problem.calls[call].firstTask
    let uncovered = problem.uncovered[call]
    let shifts = only >= 0 ? only..<only + 1 : 0..<Int32(problem.shiftCount)
    for shift in shifts where state.mayDo(task, shift: shift) && !(only < 0 && state.isNeedless(shift)) {
      eachPlace(task, piece, pin, shift, state) { place, _, _, bound in
        if !problem.terms.mayFall, !(bound - uncovered < bestDelta) { return }
        if blinkPerMille > 0, random.nextBool(perMille: blinkPerMille) { return }
        guard let score = state.scoreInserting(task, into: shift, at: place) else { return }
        var delta = score - state.score(shift) - uncovered
        if state.hasRotaTerms { delta += state.rotaChange(shift, state.evaluator.bestMeasures) }
        if delta < bestDelta {
          bestDelta = delta
          best = Insertion(
            call: call, piece: piece, pin: pin, first: Insertion.Slot(shift: shift, place: place), second: .none,
            delta: delta)
        }
      }
    }
  }

  /// The same for a call that is held to a start, which is the earliest at each place that calls in other runs allow.
  private func pinnedAtPlaces(
    _ call: Int32, _ piece: Int32, _ state: SearchState, _ only: Int32, _ best: inout Insertion?,
    _ bestDelta: inout PackedScore, _ random: inout RandomStream
  ) {
    let entry = problem.calls[call]
    let uncovered = problem.uncovered[call]
    var (least, most) = (Int32.min, Int32.max)
    for index in entry.firstTie..<entry.firstTie + entry.tieCount {
      let tie = problem.ties[index]
      let other = state.plan.start[tie.other]
      guard other != SearchPlan.unset else { continue }
      least = max(least, problem.onGrain(other &+ tie.least))
      most = min(most, other &+ tie.most)
    }
    let shifts = only >= 0 ? only..<only + 1 : 0..<Int32(problem.shiftCount)
    for shift in shifts where state.mayDo(entry.firstTask, shift: shift) && !(only < 0 && state.isNeedless(shift)) {
      eachPlace(entry.firstTask, piece, SearchPlan.unset, shift, state) { place, earliest, latest, bound in
        if !problem.terms.mayFall, !(bound - uncovered < bestDelta) { return }
        let start = max(earliest, least)
        if start > min(latest, most) { return }
        if blinkPerMille > 0, random.nextBool(perMille: blinkPerMille) { return }
        state.plan.pin[call] = start
        guard let score = state.scoreInserting(entry.firstTask, into: shift, at: place) else { return }
        var delta = score - state.score(shift) - uncovered
        if state.hasRotaTerms { delta += state.rotaChange(shift, state.evaluator.bestMeasures) }
        if delta < bestDelta {
          bestDelta = delta
          best = Insertion(
            call: call, piece: piece, pin: start, first: Insertion.Slot(shift: shift, place: place), second: .none,
            delta: delta)
        }
      }
    }
  }

  private func pair(
    _ call: Int32, _ piece: Int32, _ pin: Int32, _ state: SearchState, _ best: inout Insertion?,
    _ bestDelta: inout PackedScore, _ random: inout RandomStream
  ) {
    let firstTask = problem.calls[call].firstTask
    let uncovered = problem.uncovered[call]
    for demand in 0..<2 {
      candidates[demand].removeAll(keepingCapacity: true)
      for shift in 0..<Int32(problem.shiftCount) where state.mayDo(firstTask + Int32(demand), shift: shift) {
        eachPlace(firstTask + Int32(demand), piece, pin, shift, state) { place, earliest, latest, bound in
          candidates[demand].append(
            Candidate(
              slot: Insertion.Slot(shift: shift, place: place), earliest: earliest, latest: latest, bound: bound))
        }
      }
      candidates[demand].sort {
        if $0.bound != $1.bound { return $0.bound < $1.bound }
        return ($0.slot.shift, $0.slot.place) < ($1.slot.shift, $1.slot.place)
      }
    }
    let tried = (candidates[0].prefix(Self.pairWidth), candidates[1].prefix(Self.pairWidth))
    for one in tried.0 {
      for two in tried.1 {
        if !problem.terms.mayFall, !(one.bound + two.bound - uncovered < bestDelta) { break }
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
          if delta < bestDelta {
            bestDelta = delta
            best = Insertion(
              call: call, piece: piece, pin: start, first: one.slot, second: two.slot, delta: delta)
          }
        }
        state.plan.pin[call] = pin
      }
    }
  }

  /// Calls `body` with each place of a run that a task could take: place, earliest and latest start there, and a lower
  /// bound on what it adds.
  @inline(__always)
  private func eachPlace(
    _ task: Int32, _ pieceIndex: Int32, _ pin: Int32, _ shiftIndex: Int32, _ state: SearchState,
    _ body: (Int32, Int32, Int32, PackedScore) -> Void
  ) {
    let stop = problem.tasks[task]
    let piece = problem.pieces[pieceIndex]
    let shift = problem.shifts[shiftIndex]
    let count = state.length(shiftIndex)
    let tasks = state.row(shiftIndex)
    let mode = Int(shift.mode) * problem.nodeCount
    let from = pin == SearchPlan.unset ? piece.from : pin
    let until = pin == SearchPlan.unset ? piece.until : pin
    guard var fixed = problem.placement(task: task, shift: shiftIndex) else { return }
    if stop.carriesTiming, piece.base >= 0 { fixed += problem.pieceBases[piece.base] }
    placesTried += Int(count) + 1
    var node = shift.startNode
    var place: Int32 = 0
    while place <= count {
      defer {
        if place < count, problem.tasks[tasks[Int(place)]].node >= 0 { node = problem.tasks[tasks[Int(place)]].node }
        place &+= 1
      }
      let ready = state.earliestEnd(shiftIndex, place &- 1)
      let wayIn = stop.node < 0 ? -1 : (mode + Int(node)) * problem.nodeCount + Int(stop.node)
      let arrival = wayIn < 0 ? ready : ready &+ problem.seconds[wayIn]
      let earliest = arrival <= from ? from : problem.onGrain(arrival)
      if earliest > until {
        // Every later place is later still.
        place = count
        continue
      }
      var latest = until
      let next: Int32 = place < count ? problem.tasks[tasks[Int(place)]].node : shift.endNode
      var bound = fixed
      if wayIn >= 0 { bound.words[7] &+= Int64(problem.pence[wayIn]) }
      if place < count || next >= 0 {
        var wayOut: Int32 = 0
        if next >= 0, stop.node >= 0 {
          let out = (mode + Int(stop.node)) * problem.nodeCount + Int(next)
          wayOut = problem.seconds[out]
          bound.words[7] &+= Int64(problem.pence[out])
          let skipped = (mode + Int(node)) * problem.nodeCount + Int(next)
          if count > 0 || shift.hasDeparted { bound.words[7] &-= Int64(problem.pence[skipped]) }
        } else if next < 0 {
          bound.words[7] = fixed.words[7]
        }
        let limit = place < count ? state.latestStart(shiftIndex, place) : shift.latest
        latest = min(latest, limit &- wayOut &- stop.length)
      } else {
        latest = min(latest, shift.latest &- stop.length)
      }
      if earliest > latest { continue }
      body(place, earliest, latest, bound)
    }
  }
}
