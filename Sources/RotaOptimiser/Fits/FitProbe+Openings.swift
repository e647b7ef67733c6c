package import Quantities

extension FitProbe {
  /// Where a whole call could be added.
  package struct Opening: Sendable {
    package let start: Seconds
    /// One for each demand.
    package let shifts: [Int]
    /// The rota with the call in it.
    package let rota: RotaSolution
  }

  private struct Candidate {
    var shift: Int32
    var place: Int32
    var earliest: Int32
    var latest: Int32

    func spans(_ start: Int32) -> Bool { earliest <= start && start <= latest }
  }

  /// How many pairs of places a two-person call is tried at in each span.
  private static let mostPairs = 4000

  /// The first start within the spans at which a call could be added, every rule kept; nil where there is none. Of equal
  /// starts the first shift's.
  ///
  /// A call that needs others, or is covered only with others, has none unless all of those are in the rota.
  package func opening(of call: Int, within spans: [Span], shifts: [[Int]]) -> Opening? {
    let number = Int32(call)
    guard problem.prerequisites[call].allSatisfy({ state.isPlaced(Int32($0)) }) else { return nil }
    return withdrawing(number) { _ -> Opening? in
      for span in spans {
        if let opening = lending(span, to: number, { firstOpening(number, shifts) { state.solution() } }) {
          return opening
        }
      }
      return nil
    } ?? nil
  }

  /// - Parameter rest: what is still to be done with the call in place, for the whole rota; nil where it can't be.
  func firstOpening(_ call: Int32, _ shifts: [[Int]], rest: () -> RotaSolution?) -> Opening? {
    let entry = problem.calls[call]
    let lists = (0..<entry.taskCount).map { candidates(entry.firstTask + $0, shifts[Int($0)]) }
    guard lists.count == 2 else {
      for one in lists[0] {
        if let opening = tried(call, at: one.earliest, [one], rest) { return opening }
      }
      return nil
    }
    // In order of the later of the two earliest starts: the first pair that works starts first.
    let starts = Set((lists[0] + lists[1]).map(\.earliest)).sorted()
    var tries = 0
    for start in starts {
      let (first, second) = (lists[0].filter { $0.spans(start) }, lists[1].filter { $0.spans(start) })
      for one in first {
        for two in second where one.earliest == start || two.earliest == start {
          if problem.shifts[one.shift].worker == problem.shifts[two.shift].worker { continue }
          tries += 1
          if tries > Self.mostPairs { return nil }
          if let opening = tried(call, at: start, [one, two], rest) { return opening }
        }
      }
    }
    return nil
  }

  /// The places that a task could take, each with its true earliest start, by that start, then by shift.
  private func candidates(_ task: Int32, _ shifts: [Int]) -> [Candidate] {
    let call = problem.tasks[task].call
    var list: [Candidate] = []
    for shift in shifts.map({ Int32($0) }) where state.mayDo(task, shift: shift) {
      eachPlace(of: task, in: shift) { place, earliest, latest in
        if let start = earliestStart(task, call, shift, place, from: earliest) {
          list.append(Candidate(shift: shift, place: place, earliest: start, latest: max(start, latest)))
        }
      }
    }
    return list.sorted { ($0.earliest, $0.shift, $0.place) < ($1.earliest, $1.shift, $1.place) }
  }

  /// The earliest that constant time tells where it works; otherwise what the evaluation of the whole run makes of it.
  private func earliestStart(
    _ task: Int32, _ call: Int32, _ shift: Int32, _ place: Int32, from earliest: Int32
  ) -> Int32? {
    state.plan.pin[call] = earliest
    let isFree = state.scoreInserting(task, into: shift, at: place) != nil
    state.plan.pin[call] = SearchPlan.unset
    if isFree { return earliest }
    guard state.scoreInserting(task, into: shift, at: place) != nil else { return nil }
    var found: Int32?
    state.evaluator.readStarts(count: state.length(shift) + 1) { index, start in
      if index == place { found = start }
    }
    return found
  }

  /// Really adds the call, looks whether everything holds, and takes it out again.
  private func tried(
    _ call: Int32, at start: Int32, _ slots: [Candidate], _ rest: () -> RotaSolution?
  ) -> Opening? {
    let insertion = Insertion(
      call: call, piece: state.plan.piece[call], pin: start,
      first: Insertion.Slot(shift: slots[0].shift, place: slots[0].place),
      second: slots.count > 1 ? Insertion.Slot(shift: slots[1].shift, place: slots[1].place) : .none, delta: .zero)
    return state.supposing {
      guard state.apply(insertion), let rota = rest() else { return nil }
      return Opening(
        start: Seconds(Int(start)), shifts: slots.map { Int($0.shift) }, rota: rota)
    }
  }
}
