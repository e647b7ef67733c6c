import ReproducibleNumbers

extension InsertionSearch {
  /// The best insertion of a call that the memory serves, below a limit.
  ///
  /// First the best of what is remembered, then runs in the order of what the call adds there at least, for as long as that is less. What calls in
  /// other runs forbid may have changed since: where there are any, what is remembered is worked out again before it is believed.
  func remembered(
    _ call: Int32, _ state: SearchState, _ scope: Scope, limit: PackedScore, _ random: inout RandomStream
  ) -> Insertion? {
    let memory = memory
    var limit = limit
    var best: Int32 = -1
    var count = listOpen(call, state, scope, limit: &limit, best: &best, &random)
    while count > 0 {
      var first: Int32 = 0
      var index: Int32 = 1
      while index < count {
        if memory.deltas[memory.open[index]] < memory.deltas[memory.open[first]] { first = index }
        index &+= 1
      }
      let number = memory.open[first]
      if !(memory.deltas[number] < limit) { break }
      count &-= 1
      memory.open[first] = memory.open[count]
      workOut(call, number, state)
      if memory.deltas[number] < limit, !passesOver(&random) { (best, limit) = (number, memory.deltas[number]) }
    }
    guard best >= 0 else { return nil }
    let place = memory.places[best]
    return Insertion(
      call: call, piece: place.piece, pin: SearchPlan.unset,
      first: Insertion.Slot(shift: problem.shiftsOfTasks[best], place: place.place), second: .none, delta: limit)
  }

  @inline(__always)
  private func passesOver(_ random: inout RandomStream) -> Bool {
    blinkPerMille > 0 && random.nextBool(perMille: blinkPerMille)
  }

  /// Finds the best entry that is sure, and lists those that may be better still; runs that have changed are bounded anew.
  private func listOpen(
    _ call: Int32, _ state: SearchState, _ scope: Scope, limit: inout PackedScore, best: inout Int32,
    _ random: inout RandomStream
  ) -> Int32 {
    let memory = memory
    let task = problem.calls[call].firstTask
    var count: Int32 = 0
    var looked = 0
    let moment = memory.moment(of: call, state.plan)
    var changedSince = Int.min
    var only: Int32 = -1
    switch scope {
    case .everywhere: break
    case .changed(let since): changedSince = since
    case .shift(let shift): only = shift
    }
    var number = problem.firstShiftOfTask[task]
    let end = problem.firstShiftOfTask[task &+ 1]
    while number < end {
      let shift = problem.shiftsOfTasks[number]
      defer { number &+= 1 }
      if only >= 0 ? shift != only : !state.hasChanged(shift, since: changedSince) || state.isNeedless(shift) {
        continue
      }
      guard state.keepsWorkerLinks(call, shift: shift) else { continue }
      looked += 1
      if !memory.holds(number, for: state.version(shift), at: moment) { bound(call, number, state) }
      guard memory.deltas[number] < limit else { continue }
      let mark = memory.marks[number]
      if !mark.isWorkedOut || mark.isTied {
        memory.open[count] = number
        count &+= 1
      } else if !passesOver(&random) {
        (best, limit) = (number, memory.deltas[number])
      }
    }
    placesTried += looked / 2
    return count
  }

  /// Remembers the least that a call adds to a run.
  private func bound(_ call: Int32, _ number: Int32, _ state: SearchState) {
    var (least, best) = (PackedScore.unreachable, PlaceMemory.Place())
    eachBound(call, problem.shiftsOfTasks[number], state) { new in
      if new.bound < least {
        least = new.bound
        best = PlaceMemory.Place(place: new.slot.place, piece: new.piece)
      }
      return least
    }
    remember(call, number, least, best, isWorkedOut: least == .unreachable, state)
  }

  /// Remembers the best place of a call in a run.
  private func workOut(_ call: Int32, _ number: Int32, _ state: SearchState) {
    let task = problem.calls[call].firstTask
    let shift = problem.shiftsOfTasks[number]
    let uncovered = problem.uncovered[call]
    let before = state.plan.piece[call]
    defer { state.plan.piece[call] = before }
    var (least, best) = (PackedScore.unreachable, PlaceMemory.Place())
    var last: Shortlist.Entry?
    repeat {
      shortlist.removeAll()
      eachBound(call, shift, state) { new in
        if last.map(new.isBehind) ?? true { shortlist.offer(new) }
        return shortlist.isFull ? shortlist.last.bound : least
      }
      for index in 0..<shortlist.count {
        let entry = shortlist[index]
        if !(entry.bound < least) { break }
        state.plan.piece[call] = entry.piece
        guard let delta = delta(inserting: task, into: shift, at: entry.slot.place, state) else { continue }
        if delta - uncovered < least {
          least = delta - uncovered
          best = PlaceMemory.Place(place: entry.slot.place, piece: entry.piece)
        }
      }
      last = shortlist.isFull && shortlist.last.bound < least ? shortlist.last : nil
    } while last != nil
    remember(call, number, least, best, isWorkedOut: true, state)
  }

  private func remember(
    _ call: Int32, _ number: Int32, _ delta: PackedScore, _ place: PlaceMemory.Place, isWorkedOut: Bool,
    _ state: SearchState
  ) {
    let shift = problem.shiftsOfTasks[number]
    memory.marks[number] = PlaceMemory.Mark(
      version: state.version(shift), moment: memory.moment(of: call, state.plan), isWorkedOut: isWorkedOut,
      isTied: problem.calls[call].hasTies || state.hasTies(shift))
    memory.deltas[number] = delta
    memory.places[number] = place
  }

  /// Calls `body` with each place of a run that a call could take in any of its pieces and what that adds at least; it answers with what
  /// others must be below.
  @inline(__always)
  private func eachBound(
    _ call: Int32, _ shift: Int32, _ state: SearchState, _ body: (Shortlist.Entry) -> PackedScore
  ) {
    let entry = problem.calls[call]
    let uncovered = problem.uncovered[call]
    var limit = PackedScore.unreachable
    var rank: Int32 = 0
    while rank < entry.pieceCount {
      let piece = problem.piecesByBase[entry.firstPiece &+ rank]
      let firstOrder = rank &* Int32(problem.stride)
      rank &+= 1
      let quietUntil = problem.pieces[piece].quietUntil
      guard let fixed = fixedScore(entry.firstTask, piece, shift, less: uncovered) else { return }
      var mostDetour = mostDetour(fixed, below: limit)
      eachPlace(entry.firstTask, piece, SearchPlan.unset, shift, state, mostDetour: &mostDetour) {
        place, earliest, latest, detour, mostDetour in
        let bound = bound(fixed, piece, quietUntil: quietUntil, at: earliest, detour: detour)
        limit = body(
          Shortlist.Entry(
            slot: Insertion.Slot(shift: shift, place: place), piece: piece, earliest: earliest, latest: latest,
            bound: bound, order: firstOrder &+ place))
        mostDetour = self.mostDetour(fixed, below: limit)
      }
    }
  }
}
