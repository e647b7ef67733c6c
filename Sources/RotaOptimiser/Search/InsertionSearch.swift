import ReproducibleNumbers

/// Finds the cheapest place for a call in the rota in hand.
///
/// A place is refused in constant time where the call can't start there in its piece, or where the stops behind it would come too late.
/// The others are worked out in full in the order of what they add at least, travel, fixed costs and the call's own lateness, until that
/// is no better than the best place found. It is taken that a detour never shortens the rest of a run, which holds where travel keeps the
/// triangle inequality.
final class InsertionSearch {
  /// Where to look.
  enum Scope {
    case everywhere
    case shift(Int32)
    /// In runs that have changed since a moment of the state; of the two runs of a two-person call one has.
    case changed(since: Int)
  }

  let problem: CompiledProblem
  /// The places of a single call in a run that are worked out next.
  let shortlist = Shortlist(capacity: 8)
  let memory: PlaceMemory
  let pairs = PairPlaces()

  /// Places looked at, refused or not.
  var placesTried = 0
  /// Chance in a thousand to pass a place over, so that searching again finds other rotas.
  var blinkPerMille = 0

  /// By demand of the call looked at: the shifts in scope in which some start of it has room. Not in use where the count is -1.
  let openShifts: [FlatArray<Int32>]
  var openCounts: (Int32, Int32) = (-1, -1)

  init(_ problem: CompiledProblem) {
    self.problem = problem
    memory = PlaceMemory(problem)
    openShifts = (0..<2).map { _ in FlatArray(repeating: 0, count: problem.shiftCount) }
  }

  deinit {
    for list in openShifts { list.free() }
  }

  /// The best insertion of a call, no worse than `limit`; nil where there is none.
  func best(
    _ call: Int32, in state: SearchState, scope: Scope = .everywhere, limit: PackedScore = .unreachable,
    random: inout RandomStream
  ) -> Insertion? {
    for other in problem.prerequisites[Int(call)] where !isBundled(Int(call), other) {
      if !state.isPlaced(Int32(other)) { return nil }
    }
    let entry = problem.calls[call]
    if memory.serves(call) { return remembered(call, state, scope, limit: limit, &random) }
    var best = Best(delta: limit)
    let before = (state.plan.piece[call], state.plan.pin[call])
    if entry.pieceCount > 1 || entry.tieCount > 0 { listOpenShifts(for: call, state, scope) }
    defer { openCounts = (-1, -1) }
    for index in entry.firstPiece..<entry.firstPiece + entry.pieceCount {
      let piece = problem.piecesByBase[index]
      state.plan.piece[call] = piece
      if problem.problem.hints.pinsAtPlaces, entry.isPinned, entry.taskCount == 1 {
        placeByPlace(call, piece, heldTo: nil, state, scope, &best, &random)
        continue
      }
      for pin in pins(of: call, piece: piece, state: state) {
        state.plan.pin[call] = pin
        if entry.taskCount == 1 {
          placeByPlace(call, piece, heldTo: pin, state, scope, &best, &random)
        } else {
          pair(call, piece, pin, state, scope, &best, &random)
        }
      }
    }
    (state.plan.piece[call], state.plan.pin[call]) = before
    return best.insertion
  }

  /// The best insertion met, and what a better one must fall below.
  struct Best {
    var insertion: Insertion?
    var delta: PackedScore

    mutating func keep(_ insertion: Insertion) {
      self.insertion = insertion
      delta = insertion.delta
    }
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

  /// What a task adds at least at a place where it can't start before `earliest`: what it adds wherever it goes, the detour, and its own lateness.
  @inline(__always)
  func bound(
    _ fixed: PackedScore, _ piece: Int32, quietUntil: Int32, at earliest: Int32, detour: Int64
  ) -> PackedScore {
    var bound = earliest > quietUntil ? fixed + lateness(piece, at: earliest) : fixed
    bound.words[7] &+= detour
    return bound
  }

  /// What a start adds beyond what its whole piece adds.
  @inline(__always)
  private func lateness(_ pieceIndex: Int32, at start: Int32) -> PackedScore {
    let piece = problem.pieces[pieceIndex]
    let timing = problem.timing(piece, at: start)
    return piece.base < 0 ? timing : timing - problem.pieceBases[piece.base]
  }

  /// Works out all places of a single call that neither their detour nor its own lateness there refuses, where nothing is remembered of them.
  ///
  /// - Parameter pin: nil for a call that is held at each place to the earliest start that calls in other runs allow.
  private func placeByPlace(
    _ call: Int32, _ piece: Int32, heldTo pin: Int32?, _ state: SearchState, _ scope: Scope, _ best: inout Best,
    _ random: inout RandomStream
  ) {
    let task = problem.calls[call].firstTask
    let uncovered = problem.uncovered[call]
    let (least, most) = pin == nil ? tieSpan(of: call, state) : (Int32.min, Int32.max)
    let quietUntil = problem.pieces[piece].quietUntil
    eachShift(of: task, state, scope) { shift in
      guard let fixed = fixedScore(task, piece, shift, less: uncovered) else { return }
      var mostDetour = mostDetour(fixed, below: best.delta)
      eachPlace(task, piece, pin ?? SearchPlan.unset, shift, state, mostDetour: &mostDetour) {
        place, earliest, latest, detour, mostDetour in
        let start = pin ?? max(earliest, least)
        if pin == nil, start > min(latest, most) { return }
        if !problem.terms.mayFall,
          !(bound(fixed, piece, quietUntil: quietUntil, at: earliest, detour: detour) < best.delta)
        {
          return
        }
        if blinkPerMille > 0, random.nextBool(perMille: blinkPerMille) { return }
        state.plan.pin[call] = start
        guard let delta = delta(inserting: task, into: shift, at: place, state) else { return }
        if delta - uncovered < best.delta {
          best.keep(
            Insertion(
              call: call, piece: piece, pin: start, first: Insertion.Slot(shift: shift, place: place), second: .none,
              delta: delta - uncovered))
          mostDetour = self.mostDetour(fixed, below: best.delta)
        }
      }
    }
  }

  /// The first and the last start that the calls tied to a call leave it.
  private func tieSpan(of call: Int32, _ state: SearchState) -> (least: Int32, most: Int32) {
    let entry = problem.calls[call]
    var (least, most) = (Int32.min, Int32.max)
    for index in entry.firstTie..<entry.firstTie + entry.tieCount {
      let tie = problem.ties[index]
      let other = state.plan.start[tie.other]
      guard other != SearchPlan.unset else { continue }
      least = max(least, problem.onGrain(other &+ tie.least))
      most = min(most, other &+ tie.most)
    }
    return (least, most)
  }

  /// What one more task adds to a run and to the terms of the whole rota; nil where no times keep every rule.
  @inline(__always)
  func delta(inserting task: Int32, into shift: Int32, at place: Int32, _ state: SearchState) -> PackedScore? {
    guard let score = state.scoreInserting(task, into: shift, at: place) else { return nil }
    let delta = score - state.score(shift)
    return state.hasRotaTerms ? delta + state.rotaChange(shift, state.evaluator.bestMeasures) : delta
  }
}
