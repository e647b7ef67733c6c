package import Quantities

/// One day's problem as integers: shifts, calls, what they cost and owe each other. It knows no dates, names or files.
///
/// Times are seconds from the day's origin, or whatever the problem's travel, windows and units have in common. Shifts, calls and nodes
/// are named by their index; the last level is the cost.
package struct RotaProblem: Sendable {
  package var levelCount: Int
  /// Starts of calls are multiples of it.
  package var grain: Seconds
  package var shifts: [Shift]
  package var calls: [Call]
  package var links: [Link]
  /// Sets of calls that are covered all or none.
  package var bundles: [[Int]]
  package var travel: [Travel]
  package var nodeCount: Int
  /// Shifts longer than this need their breaks.
  package var breakRequiredAfter: Seconds
  /// The lines of the score's table that are measured of runs or of the whole rota.
  package var terms: [Term]
  package var runRules = RunRules()
  /// By level, how much of its sum is forgiven when rotas are judged; none where the list is shorter. Search counts it all the same; a
  /// proof must not hold a level below it.
  package var forgiven: [Int] = []
  package var hints = SearchHints()

  /// - Parameters:
  ///   - overtimePerMinute: for each started minute, a term of the cost; none where zero.
  ///   - unfairnessPerMinute: the same for contact beyond a shift's share.
  package init(
    levelCount: Int, grain: Seconds, shifts: [Shift], calls: [Call], links: [Link], bundles: [[Int]],
    travel: [Travel], nodeCount: Int, breakRequiredAfter: Seconds, overtimePerMinute: Pence = .zero,
    unfairnessPerMinute: Pence = .zero, terms: [Term] = []
  ) {
    self.levelCount = levelCount
    self.grain = grain
    self.shifts = shifts
    self.calls = calls
    self.links = links
    self.bundles = bundles
    self.travel = travel
    self.nodeCount = nodeCount
    self.breakRequiredAfter = breakRequiredAfter
    let prices = [(Term.Measure.overtime, overtimePerMinute.value), (.unfairness, unfairnessPerMinute.value)]
    self.terms =
      prices.filter { $0.1 != 0 }.map { Term($0.0, amount: $0.1, unit: Seconds(60)) } + terms
  }

  /// A worker's duty period, or what is left of it.
  package struct Shift: Hashable, Sendable {
    /// Shifts of one worker never share a call.
    package var worker: Int
    package var mode: Int
    /// First departure at this time or later.
    package var earliest: Seconds
    /// Hard end of the run.
    package var latest: Seconds
    /// Overtime counts from here.
    package var contractedEnd: Seconds
    package var startNode: Int
    /// Nil where the way home is not part of the run.
    package var endNode: Int?
    package var breaks: [Break]
    /// Contact beyond it is unfair.
    package var contactShare: Seconds
    /// Contact of calls already begun, which the problem doesn't hold.
    package var contactSoFar: Seconds
    /// When the run departed, where it has begun.
    package var departed: Seconds?
    /// The loads of its demands add up to no more; nil sets no limit.
    package var capacity: Int?

    package init(
      worker: Int, mode: Int, earliest: Seconds, latest: Seconds, contractedEnd: Seconds, startNode: Int, endNode: Int?,
      breaks: [Break], contactShare: Seconds, contactSoFar: Seconds = .zero, departed: Seconds? = nil,
      capacity: Int? = nil
    ) {
      self.worker = worker
      self.mode = mode
      self.earliest = earliest
      self.latest = latest
      self.contractedEnd = contractedEnd
      self.startNode = startNode
      self.endNode = endNode
      self.breaks = breaks
      self.contactShare = contactShare
      self.contactSoFar = contactSoFar
      self.departed = departed
      self.capacity = capacity
    }
  }

  /// A rest that must lie wholly in its window, in one gap between stops.
  package struct Break: Hashable, Sendable {
    package var length: Seconds
    package var from: Seconds
    package var until: Seconds
    package init(length: Seconds, from: Seconds, until: Seconds) {
      self.length = length
      self.from = from
      self.until = until
    }
  }

  /// A call with one demand, or two that start in the same second.
  package struct Call: Sendable {
    package var demands: [Demand]
    /// Nil for a call that needs no travel: the worker stays where they are.
    package var node: Int?
    /// Calls of one person don't overlap.
    package var person: Int
    package var windows: [Window]
    /// What leaving it out adds.
    package var uncovered: [LevelAmount]

    package init(demands: [Demand], node: Int?, person: Int, windows: [Window], uncovered: [LevelAmount]) {
      self.demands = demands
      self.node = node
      self.person = person
      self.windows = windows
      self.uncovered = uncovered
    }
  }

  /// What one worker does in a call.
  package struct Demand: Sendable {
    package var length: Seconds
    /// For each shift what it adds when that shift does it; nil where it can't.
    package var placements: [[LevelAmount]?]
    /// What it takes of a shift's capacity.
    package var load: Int
    package init(length: Seconds, placements: [[LevelAmount]?], load: Int = 0) {
      self.length = length
      self.placements = placements
      self.load = load
    }
  }

  /// Where a call may start, and what a start there adds. Windows of a call don't overlap.
  package struct Window: Sendable {
    package var from: Seconds
    package var until: Seconds
    package var terms: [TimingTerm]
    /// Somebody has ordered the start `from`, on the grain or not.
    package var isOrdered: Bool
    /// From here a start is late for `Term.Measure.highestLateness`; nil where it never is. For lateness of the end of a call
    /// it is the reference less the call's length.
    package var lateAfter: Seconds?
    package init(
      from: Seconds, until: Seconds, terms: [TimingTerm], isOrdered: Bool = false, lateAfter: Seconds? = nil
    ) {
      self.from = from
      self.until = until
      self.terms = terms
      self.isOrdered = isOrdered
      self.lateAfter = lateAfter
    }
  }

  /// What a start adds at one level for lying after, or before, a reference time.
  package struct TimingTerm: Hashable, Sendable {
    package enum Side: Sendable { case after, before }
    package enum Shape: Hashable, Sendable {
      /// The amount once.
      case step
      /// The amount for each started unit.
      case perUnit(Seconds)
      /// The amount times the square of the started units.
      case perUnitSquared(Seconds)
    }
    package var side: Side
    package var reference: Seconds
    package var shape: Shape
    package var amount: Int
    package var level: Int
    package init(_ side: Side, _ reference: Seconds, _ shape: Shape, amount: Int, level: Int) {
      self.side = side
      self.reference = reference
      self.shape = shape
      self.amount = amount
      self.level = level
    }
  }

  package struct LevelAmount: Hashable, Sendable {
    package var level: Int
    package var amount: Int
    package init(level: Int, amount: Int) {
      self.level = level
      self.amount = amount
    }
  }

  package struct Link: Sendable {
    package enum Relation: Sendable {
      /// `second` starts at least `minimum` and at most `maximum` after the start of `first`.
      case gap(minimum: Seconds, maximum: Seconds?)
      case sameWorker
      case differentWorker
      /// `second` is covered only if `first` is.
      case requires
    }
    package var first: Int
    package var second: Int
    package var relation: Relation
    package init(first: Int, second: Int, relation: Relation) {
      self.first = first
      self.second = second
      self.relation = relation
    }
  }

  /// Travel between nodes by one mode, row-major from row to column.
  package struct Travel: Sendable {
    package var seconds: [Int32]
    package var pence: [Int32]
    package init(seconds: [Int32], pence: [Int32]) {
      self.seconds = seconds
      self.pence = pence
    }
  }
}
