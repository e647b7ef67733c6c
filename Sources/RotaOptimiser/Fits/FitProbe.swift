package import Quantities

/// Tries calls against a finished rota: what stops a shift from taking one, and where one could be added.
///
/// It compiles the problem once; a question lends its call a window of its own and gives everything back afterwards. The
/// other calls of a run keep their order; each keeps its time or moves later, up to a limit.
package final class FitProbe {
  let asked: RotaProblem
  let problem: CompiledProblem
  let state: SearchState
  /// By call: some start of it adds to a level for being early.
  private let isEarlyPriced: [Bool]

  /// Where a call may start.
  package typealias Span = (from: Seconds, until: Seconds)

  /// Loads a rota that keeps every rule.
  ///
  /// - Parameter latestStarts: by call, how late another call's making room may move it; nil allows all of its window.
  /// - Throws: `RotaProblemError` where the problem doesn't hang together or the rota doesn't fit it.
  package init(
    _ problem: RotaProblem, rota: RotaSolution, latestStarts: [Seconds]? = nil
  ) throws(RotaProblemError) {
    asked = problem
    let compiled = try CompiledProblem(FitProbe.withSpareWindows(problem))
    self.problem = compiled
    isEarlyPriced = problem.calls.map { call in
      call.windows.contains { window in window.terms.contains { $0.side == .before } }
    }
    for stop in rota.runs.flatMap(\.stops) {
      let piece = FitProbe.piece(of: stop.call, at: Int32(stop.start.value), in: compiled)
      compiled.pieces[piece].from = Int32(stop.start.value)
      guard let latest = latestStarts?[stop.call].value else { continue }
      compiled.pieces[piece].until = max(
        Int32(stop.start.value), min(compiled.pieces[piece].until, Int32(clamping: latest)))
    }
    let evaluator = RunEvaluator(compiled)
    state = SearchState(compiled, evaluator: evaluator)
    guard state.load(FitProbe.columns(of: rota, in: compiled)) else {
      throw .malformed("the rota asked about breaks a rule")
    }
  }

  /// Prices for being early go, so that each window is one piece in which another call may move later freely; each call gets one
  /// more window, far beyond the day, whose piece questions borrow. As those all overlap, every call of a person counts as
  /// one that mustn't overlap another.
  private static func withSpareWindows(_ problem: RotaProblem) -> RotaProblem {
    var copy = problem
    for call in copy.calls.indices {
      for window in copy.calls[call].windows.indices {
        copy.calls[call].windows[window].terms.removeAll { $0.side == .before }
      }
      copy.calls[call].windows.append(
        RotaProblem.Window(from: Seconds(27 * 86_400), until: Seconds(28 * 86_400), terms: []))
    }
    return copy
  }

  private static func columns(of rota: RotaSolution, in problem: CompiledProblem) -> [RunPool.Column] {
    rota.runs.enumerated().filter { !$0.element.stops.isEmpty }.map { shift, run in
      RunPool.Column(
        shift: Int32(shift), tasks: run.stops.map { problem.calls[$0.call].firstTask + Int32($0.demand) },
        starts: run.stops.map { Int32($0.start.value) },
        pieces: run.stops.map { piece(of: $0.call, at: Int32($0.start.value), in: problem) })
    }
  }

  private static func piece(of call: Int, at start: Int32, in problem: CompiledProblem) -> Int32 {
    let entry = problem.calls[call]
    let own = entry.firstPiece..<entry.firstPiece + entry.pieceCount - 1
    return own.first { problem.pieces[$0].from <= start && start <= problem.pieces[$0].until } ?? entry.firstPiece
  }

  // MARK: Asking

  /// Takes a call out of the rota for the length of a question; nil where the rest doesn't stand without it.
  func withdrawing<Answer>(_ call: Int32, _ question: (SearchState) -> Answer) -> Answer? {
    state.supposing {
      state.remove(call)
      return state.total.isUnreachable ? nil : question(state)
    }
  }

  /// Lends a call a window for the length of a question, with the prices of its own window there where it has one.
  func lending<Answer>(_ span: Span, to call: Int32, _ question: () -> Answer) -> Answer {
    let entry = problem.calls[call]
    let spare = entry.firstPiece + entry.pieceCount - 1
    let (piece, kept) = (problem.pieces[spare], (state.plan.piece[call], state.plan.pin[call]))
    defer {
      problem.pieces[spare] = piece
      (state.plan.piece[call], state.plan.pin[call]) = kept
    }
    let from = problem.onGrain(Int32(clamping: span.from.value))
    let own = (entry.firstPiece..<spare).map { problem.pieces[$0] }.first { from <= $0.until }
    problem.pieces[spare] = CompiledProblem.Piece(
      from: from, until: Int32(clamping: span.until.value), quietUntil: own?.quietUntil ?? Int32.max,
      firstTerm: own?.firstTerm ?? 0, termCount: own?.termCount ?? 0, base: -1)
    state.plan.piece[call] = spare
    state.plan.pin[call] = SearchPlan.unset
    return question()
  }

  /// Leaves out, for the length of a question, what a call owes to others and they to it.
  func untying<Answer>(_ call: Int32, _ question: () -> Answer) -> Answer {
    let entry = problem.calls[call]
    var kept: [(index: Int32, tie: CompiledProblem.Tie)] = []
    for own in entry.firstTie..<entry.firstTie + entry.tieCount {
      let other = problem.calls[problem.ties[own].other]
      for index in other.firstTie..<other.firstTie + other.tieCount where problem.ties[index].other == call {
        kept.append((index, problem.ties[index]))
        problem.ties[index].least = -Int32.max / 4
        problem.ties[index].most = Int32.max / 4
      }
    }
    problem.calls[call].hasTies = false
    defer {
      for entry in kept { problem.ties[entry.index] = entry.tie }
      problem.calls[call].hasTies = entry.hasTies
    }
    return question()
  }

  /// Leaves out a shift's breaks for the length of a question.
  func skippingBreaks<Answer>(of shift: Int32, _ question: () -> Answer) -> Answer {
    let count = problem.shifts[shift].breakCount
    problem.shifts[shift].breakCount = 0
    defer { problem.shifts[shift].breakCount = count }
    return question()
  }

  /// Calls `body` with each place of a run at which a task could still start in its piece, and the earliest and latest start there
  /// as far as they can be told in constant time.
  func eachPlace(
    of task: Int32, in shift: Int32, body: (_ place: Int32, _ earliest: Int32, _ latest: Int32) -> Void
  ) {
    let stop = problem.tasks[task]
    let piece = problem.pieces[state.plan.piece[stop.call]]
    let mode = Int(problem.shifts[shift].mode) * problem.nodeCount
    for place in 0...state.length(shift) {
      var arrival = state.earliestEnd(shift, place - 1)
      if stop.node >= 0 {
        let from = Int(state.node(shift, after: place - 1))
        arrival &+= problem.seconds[(mode + from) * problem.nodeCount + Int(stop.node)]
      }
      let earliest = problem.onGrain(max(arrival, piece.from))
      // Every later place is later still.
      if earliest > piece.until { return }
      let limit = place < state.length(shift) ? state.latestStart(shift, place) : problem.shifts[shift].latest
      let latest = min(piece.until, limit &- stop.length)
      if earliest <= latest { body(place, earliest, latest) }
    }
  }

  /// What a start adds for being early, which the loaded problem leaves out.
  func earliness(of call: Int32, at start: Int32) -> PackedScore {
    guard isEarlyPriced[Int(call)] else { return .zero }
    let start = Int(start)
    let window = asked.calls[Int(call)].windows.first { $0.from.value <= start && start <= $0.until.value }
    return (window?.terms ?? []).filter { $0.side == .before }.reduce(PackedScore.zero) { sum, term in
      sum
        + problem.packing.packed(
          LevelMaxima.amount(of: term, past: term.reference.value - start), at: term.level)
    }
  }
}
