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
    return maxima
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
