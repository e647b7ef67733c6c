import Quantities

/// A problem's terms laid out for scoring: two prices of the cost that every run is charged by itself, and lists for all others.
struct TermTable {
  struct Line: BitwiseCopyable {
    var measure: RotaProblem.Term.Measure
    var unit: Int64
    var amount: PackedScore
  }

  /// An amount of the cost for each started unit; zero where there is none.
  struct Price: BitwiseCopyable {
    var unit: Int32 = 1
    var amount: Int64 = 0

    @inline(__always)
    func charge(_ value: Int32) -> Int64 { Int64((value &+ unit &- 1) / unit) &* amount }
  }

  let overtime: Price
  let unfairness: Price
  /// Sums over runs.
  let ofRuns: FlatArray<Line>
  /// Of the whole rota.
  let ofRota: FlatArray<Line>
  /// A run's times must be read to score it.
  let measuresRuns: Bool
  /// Starts are moved later where that shortens the waiting.
  let retimes: Bool
  /// One more stop can make some term less, so nothing can be told of a run before it is evaluated.
  let mayFall: Bool
  let breaksMayBeMissed: Bool
  let rules: RotaProblem.RunRules

  init(_ problem: RotaProblem, packing: LevelPacking) {
    let cost = problem.levelCount - 1
    var prices: [RotaProblem.Term.Measure: Price] = [:]
    var rest: [RotaProblem.Term] = []
    for term in problem.terms where term.amount > 0 {
      let isPrice = (term.measure == .overtime || term.measure == .unfairness) && (term.level ?? cost) == cost
      if isPrice, prices[term.measure] == nil {
        prices[term.measure] = Price(unit: Int32(clamping: term.unit.value), amount: Int64(term.amount))
      } else {
        rest.append(term)
      }
    }
    overtime = prices[.overtime] ?? Price()
    unfairness = prices[.unfairness] ?? Price()
    func lines(_ terms: [RotaProblem.Term]) -> FlatArray<Line> {
      FlatArray(
        terms.map {
          Line(
            measure: $0.measure, unit: Int64($0.unit.value),
            amount: packing.packed($0.amount, at: $0.level ?? cost))
        }, orEmpty: Line(measure: .overtime, unit: 1, amount: .zero))
    }
    ofRuns = lines(rest.filter { !$0.measure.isOfWholeRota })
    ofRota = lines(rest.filter { $0.measure.isOfWholeRota })
    measuresRuns = !rest.isEmpty
    rules = problem.runRules
    retimes =
      !rules.departsAtShiftStart
      && rest.contains {
        switch $0.measure {
        case .waiting, .longestWaiting: true
        default: false
        }
      }
    mayFall = rest.contains { $0.measure.mayFall }
    breaksMayBeMissed = rest.contains { $0.measure == .missedBreaks }
  }

  func free() {
    ofRuns.free()
    ofRota.free()
  }

  /// What the terms that are sums add for one run.
  func score(of run: RunMeasures) -> PackedScore {
    var score = PackedScore.zero
    var index: Int32 = 0
    while index < Int32(ofRuns.count) {
      let line = ofRuns[index]
      score += line.amount.times(line.unit, in: Int64(run.value(of: line.measure)))
      index &+= 1
    }
    return score
  }

  /// What the terms of the whole rota add; the runs of up to two shifts are replaced by others, -1 for none.
  ///
  /// - Complexity: shifts x terms of the whole rota.
  func scoreOfRota(
    _ runs: FlatArray<RunMeasures>, replacing first: Int32 = -1, by one: RunMeasures = .none,
    and second: Int32 = -1, by other: RunMeasures = .none
  ) -> PackedScore {
    var score = PackedScore.zero
    var index: Int32 = 0
    while index < Int32(ofRota.count) {
      let line = ofRota[index]
      var (sum, most) = (Int64(0), Int64(0))
      var shift: Int32 = 0
      while shift < Int32(runs.count) {
        let run = shift == first ? one : shift == second ? other : runs[shift]
        let value = Int64(run.value(of: line.measure))
        sum &+= value
        most = max(most, value)
        shift &+= 1
      }
      if line.measure == .workloadDeviation {
        let count = Int64(max(1, runs.count))
        most = 0
        shift = 0
        while shift < Int32(runs.count) {
          let run = shift == first ? one : shift == second ? other : runs[shift]
          most &+= (abs(Int64(run.work) &* count &- sum) &+ count &- 1) / count
          shift &+= 1
        }
      }
      score += line.amount.times(line.unit, in: most)
      index &+= 1
    }
    return score
  }
}

extension PackedScore {
  /// The amount for each started unit of a number that is not negative.
  @inline(__always)
  func times(_ unit: Int64, in value: Int64) -> PackedScore {
    PackedScore(words: words &* SIMD8(repeating: (value &+ unit &- 1) / unit))
  }
}
