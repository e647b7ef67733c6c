/// What the terms of a problem are reckoned from, for one run.
struct RunMeasures: Equatable, BitwiseCopyable {
  /// 1 where the run has a stop.
  var used: Int32 = 0
  var overtime: Int32 = 0
  /// Contact beyond the share.
  var unfair: Int32 = 0
  var travel: Int32 = 0
  var waiting: Int32 = 0
  var longestWaiting: Int32 = 0
  var idle: Int32 = 0
  var missedBreaks: Int32 = 0
  /// Highest lateness of its calls.
  var lateness: Int32 = 0
  /// Calls and travel.
  var work: Int32 = 0

  static let none = RunMeasures()

  /// The number that a term is reckoned from; of the deviation from a mean, what the mean is taken of.
  @inline(__always)
  func value(of measure: RotaProblem.Term.Measure) -> Int32 {
    switch measure {
    case .overtime: overtime
    case .unfairness: unfair
    case .usedShifts: used
    case .travel: travel
    case .waiting: waiting
    case .idle, .longestIdle: idle
    case .missedBreaks: missedBreaks
    case .longestWaiting: longestWaiting
    case .highestLateness: lateness
    case .workloadDeviation: work
    }
  }
}
