import Quantities

extension FitProbe {
  /// What stops a shift from taking one demand of a call.
  package enum Refusal: Hashable, Sendable {
    /// The worker may not do it.
    case notAllowed
    /// Only what it owes to other calls, or they to it, is in the way.
    case ties
    /// There would be room but for the break.
    case breaks
    /// No place in the run leaves every call its window.
    case noRoom
    /// There is room, but a more important level would be worse.
    case worseElsewhere
    /// There is room, but all in all the day would cost more.
    case dearer
  }

  /// By demand and shift, what stops the shift from taking the demand within the spans; nil where nothing does. Empty where
  /// the rota doesn't stand without the call.
  ///
  /// - Parameter shifts: the only ones to try; the others answer nil.
  /// - Complexity: places of the runs tried, times up to three evaluations of a run.
  package func refusals(of call: Int, within spans: [Span], shifts: [[Int]]) -> [[Refusal?]] {
    let number = Int32(call)
    let entry = problem.calls[number]
    let start = state.plan.start[number]
    let standing = state.isPlaced(number) ? state.total + earliness(of: number, at: start) : state.total
    let answers = withdrawing(number) { state in
      (0..<entry.taskCount).map { demand -> [Refusal?] in
        var row = [Refusal?](repeating: nil, count: problem.shiftCount)
        for shift in shifts[Int(demand)] {
          row[shift] = refusal(entry.firstTask + demand, Int32(shift), spans, standing)
        }
        return row
      }
    }
    return answers ?? []
  }

  private func refusal(
    _ task: Int32, _ shift: Int32, _ spans: [Span], _ standing: PackedScore
  ) -> Refusal? {
    let call = problem.tasks[task].call
    guard problem.placement(task: task, shift: shift) != nil else { return .notAllowed }
    if state.mayDo(task, shift: shift), var total = best(task, shift, spans) {
      // Half of a two-person call has no worth of its own.
      if problem.calls[call].taskCount > 1 || total < standing { return nil }
      if let later = best(task, shift, laterParts(of: spans, call)), later < total { total = later }
      if total < standing { return nil }
      return total.isNoWorseAboveCost(than: standing) ? .dearer : .worseElsewhere
    }
    if untying(call, { best(task, shift, spans) }) != nil { return .ties }
    return skippingBreaks(of: shift, { best(task, shift, spans) }) != nil ? .breaks : .noRoom
  }

  /// Where being early has its price, the earliest start is not always the best: each start up to the last such reference, at most
  /// 96 evenly spaced ones, and what lies behind it.
  private func laterParts(of spans: [Span], _ call: Int32) -> [Span] {
    let references = asked.calls[Int(call)].windows.flatMap(\.terms).filter { $0.side == .before }.map(
      \.reference.value)
    let grain = asked.grain.value
    return spans.flatMap { span -> [Span] in
      let inside = references.filter { span.from.value < $0 && $0 <= span.until.value }
      guard let last = inside.max() else { return [] }
      let steps = (last - span.from.value + grain - 1) / grain
      let stride = max(1, (steps + 95) / 96)
      let points = Swift.stride(from: span.from.value + grain, to: last, by: stride * grain)
        .map { Span(from: Seconds($0), until: Seconds($0)) }
      return points + [Span(from: Seconds(last), until: span.until)]
    }
  }

  /// The best total with the task in the shift; nil where no place keeps every rule.
  private func best(_ task: Int32, _ shift: Int32, _ spans: [Span]) -> PackedScore? {
    let call = problem.tasks[task].call
    var best: PackedScore?
    for span in spans {
      lending(span, to: call) {
        eachPlace(of: task, in: shift) { place, _, _ in
          guard let score = state.scoreInserting(task, into: shift, at: place) else { return }
          let measures = state.evaluator.bestMeasures
          var total =
            state.total - problem.uncovered[call] + score - state.score(shift) + earlinessChange(task, shift, place)
          if state.hasRotaTerms { total += state.rotaChange(shift, measures) }
          if best.map({ total < $0 }) ?? true { best = total }
        }
      }
    }
    return best
  }

  /// How the prices for being early change in the run scored last.
  private func earlinessChange(_ task: Int32, _ shift: Int32, _ place: Int32) -> PackedScore {
    let row = state.row(shift)
    var change = PackedScore.zero
    state.evaluator.readStarts(count: state.length(shift) + 1) { index, start in
      let moved = index == place ? task : row[Int(index < place ? index : index - 1)]
      guard problem.tasks[moved].carriesTiming else { return }
      let call = problem.tasks[moved].call
      change += earliness(of: call, at: start)
      if index != place { change = change - earliness(of: call, at: state.plan.start[call]) }
    }
    return change
  }
}
