import Quantities

/// The largest sum that each level of a problem can reach, so that packed fields never overflow.
///
/// Sums too large for a number stop at the largest, which no field can hold: such a problem is refused.
enum LevelMaxima {
  static func of(_ problem: RotaProblem) -> [Int] {
    let none = [Int](repeating: 0, count: problem.levelCount)
    var maxima = none
    for call in problem.calls {
      var own = none
      for amount in call.uncovered { own[amount.level] = sum(own[amount.level], amount.amount) }
      var covered = none
      for demand in call.demands {
        var placed = none
        for placement in demand.placements {
          var one = none
          for amount in placement ?? [] { one[amount.level] = sum(one[amount.level], amount.amount) }
          placed = zip(placed, one).map(max)
        }
        covered = zip(covered, placed).map(sum)
      }
      for window in call.windows {
        for term in window.terms {
          covered[term.level] = sum(covered[term.level], worst(term, from: window.from, until: window.until))
        }
      }
      for level in maxima.indices { maxima[level] = sum(maxima[level], max(own[level], covered[level])) }
    }
    for term in problem.terms {
      let level = term.level ?? problem.levelCount - 1
      // There is room left for these beside the largest cost, as for travel.
      if level == problem.levelCount - 1, term.measure == .overtime || term.measure == .unfairness { continue }
      maxima[level] = sum(maxima[level], most(of: term, in: problem))
    }
    return maxima
  }

  /// The most that a term can add: what is rounded up for each run may be so for all of them.
  private static func most(of term: RotaProblem.Term, in problem: RotaProblem) -> Int {
    let spans = problem.shifts.map { shift in
      max(shift.latest.value, shift.contractedEnd.value) - min(shift.earliest.value, shift.departed?.value ?? Int.max)
    }.map { max(0, $0) }
    let values: [Int] =
      switch term.measure {
      case .overtime, .travel, .waiting, .idle: spans
      case .unfairness: zip(problem.shifts, spans).map { max(0, $1 + $0.contactSoFar.value - $0.contactShare.value) }
      case .usedShifts: spans.map { _ in 1 }
      case .missedBreaks: problem.shifts.map(\.breaks.count)
      case .longestWaiting, .longestIdle: [spans.max() ?? 0]
      case .highestLateness:
        [
          problem.calls.flatMap(\.windows).map { window in
            window.lateAfter.map { max(0, window.until.value - $0.value) } ?? 0
          }.max() ?? 0
        ]
      case .workloadDeviation: [spans.reduce(0) { $0 + 2 * $1 + 1 }]
      }
    return values.reduce(0) { sum($0, product(term.amount, $1 <= 0 ? 0 : units($1, term.unit))) }
  }

  /// The most that a term adds anywhere in a window.
  static func worst(_ term: RotaProblem.TimingTerm, from: Seconds, until: Seconds) -> Int {
    let past =
      switch term.side {
      case .after: until.value - term.reference.value
      case .before: term.reference.value - from.value
      }
    return amount(of: term, past: past)
  }

  /// What a term adds so many seconds past its reference.
  static func amount(of term: RotaProblem.TimingTerm, past: Int) -> Int {
    guard past > 0 else { return 0 }
    switch term.shape {
    case .step: return term.amount
    case .perUnit(let unit): return product(term.amount, units(past, unit))
    case .perUnitSquared(let unit): return product(product(term.amount, units(past, unit)), units(past, unit))
    }
  }

  private static func units(_ past: Int, _ unit: Seconds) -> Int { (past - 1) / unit.value + 1 }

  private static func sum(_ one: Int, _ other: Int) -> Int {
    let (sum, overflows) = one.addingReportingOverflow(other)
    return overflows ? Int.max : sum
  }

  private static func product(_ one: Int, _ other: Int) -> Int {
    let (product, overflows) = one.multipliedReportingOverflow(by: other)
    return overflows ? Int.max : product
  }
}
