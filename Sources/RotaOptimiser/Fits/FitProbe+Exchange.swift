import Quantities

extension FitProbe {
  /// A call that makes room for another: which, where else it may go and when.
  package struct Displaced: Sendable {
    package let call: Int
    /// In the order in which they are tried.
    package let spans: [Span]
    package let shifts: [Int]

    package init(call: Int, spans: [Span], shifts: [Int]) {
      self.call = call
      self.spans = spans
      self.shifts = shifts
    }
  }

  /// The first start within the spans at which a call could be added if another call went elsewhere, every rule kept; nil
  /// where there is none, and where the other is for two workers or tied to calls.
  ///
  /// - Parameter shifts: by demand of the call, the shifts to try.
  /// - Complexity: places of the call in its shifts, times those of the other call in its own.
  package func opening(
    of call: Int, within spans: [Span], shifts: [[Int]], displacing other: Displaced
  ) -> Opening? {
    let (number, displaced) = (Int32(call), Int32(other.call))
    guard number != displaced, problem.prerequisites[call].allSatisfy({ state.isPlaced(Int32($0)) }),
      state.isPlaced(displaced), problem.calls[displaced].taskCount == 1, !problem.calls[displaced].hasTies,
      problem.prerequisites[other.call].isEmpty
    else { return nil }
    return withdrawing(number) { state in
      state.supposing { () -> Opening? in
        state.remove(displaced)
        guard !state.total.isUnreachable else { return nil }
        for span in spans {
          let found = lending(span, to: number) {
            firstOpening(number, shifts) { self.rota(placing: displaced, other) }
          }
          if let found { return found }
        }
        return nil
      }
    } ?? nil
  }

  private func rota(placing call: Int32, _ displaced: Displaced) -> RotaSolution? {
    for span in displaced.spans {
      let found = lending(span, to: call) { firstOpening(call, [displaced.shifts]) { state.solution() } }
      if let found { return found.rota }
    }
    return nil
  }
}
