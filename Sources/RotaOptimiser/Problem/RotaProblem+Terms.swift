package import Quantities

extension RotaProblem {
  /// One line of the score's table: something measured of each run or of the whole rota, at a level and with a weight.
  ///
  /// What calls, windows, placements and arcs add has its level and amount where it belongs; this is the rest.
  package struct Term: Hashable, Sendable {
    package enum Measure: Hashable, Sendable, CaseIterable, BitwiseCopyable {
      /// A run's end beyond the shift's contracted end.
      case overtime
      /// Contact beyond the shift's share.
      case unfairness
      /// Shifts that do anything, each one unit.
      case usedShifts
      /// Time under way.
      case travel
      /// Time from arriving at a stop, or at the place of a break, to its beginning.
      case waiting
      /// What of a shift is neither call, travel nor break: before departure, waiting, and from the return to the contracted end. An unused shift
      /// idles but for its breaks.
      case idle
      /// Breaks that are not taken, each one unit; an unused shift takes those that fit into it. Where there is such a term no
      /// break is obligatory.
      case missedBreaks
      /// The longest single waiting of the rota.
      case longestWaiting
      /// The longest idle time of a shift.
      case longestIdle
      /// The highest lateness of a call (`Window.lateAfter`).
      case highestLateness
      /// Sum over all shifts of the distance of calls and travel from their mean, each rounded up to a whole second.
      case workloadDeviation
    }
    package var measure: Measure
    /// For each started unit.
    package var amount: Int
    package var unit: Seconds
    /// Nil for the last one, the cost.
    package var level: Int?

    package init(_ measure: Measure, amount: Int, unit: Seconds = Seconds(1), level: Int? = nil) {
      self.measure = measure
      self.amount = amount
      self.unit = unit
      self.level = level
    }
  }

  /// What counts as waiting, and what a break may do.
  package struct RunRules: Hashable, Sendable {
    /// A run departs when its shift begins, so the worker can wait at the first stop; otherwise as late as the first stop allows.
    package var departsAtShiftStart = false
    /// A break may last longer than asked, within its window: it takes in the waiting before and behind it.
    package var breaksFillWaiting = false
    /// A break may be had under way: where its window opens on the way, the rest of the way comes after it and nothing is lost.
    package var breaksOnTheWay = false
    package init() {}
  }

  /// What search can't tell from the problem itself.
  package struct SearchHints: Hashable, Sendable {
    /// Calls that start so much further apart than twice their length are not exchanged.
    package var nearInTime = Seconds(1800)
    /// Calls spaced from above are tried at the earliest start of each place, not only at starts spread over the window. For windows
    /// that have no end to speak of.
    package var pinsAtPlaces = false
    /// Many shifts differ in nothing but the worker: of unused ones alike a call is tried in the first only.
    package var hasShiftsAlike = false
    package init() {}
  }
}

extension RotaProblem.Term.Measure {
  /// Not a sum over runs: a maximum, or a deviation from a mean. Search alone reckons with it; no column of a linear program can.
  package var isOfWholeRota: Bool {
    switch self {
    case .longestWaiting, .longestIdle, .highestLateness, .workloadDeviation: true
    case .overtime, .unfairness, .usedShifts, .travel, .waiting, .idle, .missedBreaks: false
    }
  }

  /// One more stop can make it less.
  var mayFall: Bool {
    switch self {
    case .waiting, .idle, .longestWaiting, .longestIdle, .workloadDeviation: true
    case .overtime, .unfairness, .usedShifts, .travel, .missedBreaks, .highestLateness: false
    }
  }
}
