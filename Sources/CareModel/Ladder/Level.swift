/// One rung of the ladder: a sum of non-negative integers, never traded for a later one.
package struct Level: Hashable, Sendable {
  package let kind: Kind
  /// For kinds that stand once per rank.
  package let rank: Rank?

  package init(_ kind: Kind, rank: Rank? = nil) {
    self.kind = kind
    self.rank = kind.isPerRank ? rank : nil
  }

  package enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Time-critical essential calls of running packages, uncovered.
    case timeCritical
    /// Other calls of high consequence of running packages, uncovered.
    case essentialHigh
    /// Minutes that time-critical calls start outside their agreed window.
    case timeCriticalLate
    /// Calls of medium consequence of running packages, uncovered.
    case essentialMedium
    /// First responses due or overdue, uncovered.
    case response
    /// Responses late that were still in time at `asOf`.
    case responseAvoidable
    /// Sum of squared quarter-hours past the deadline.
    case responseLateness
    /// The other essential calls of a start's first day, uncovered.
    case firstDay
    /// Care plans and reviews on their last permitted day or overdue, uncovered.
    case clocks
    /// First responses not yet due, left out today.
    case deferred
    /// Care plans and reviews with days in hand, uncovered.
    case clocksEarly
    /// Weighted changes to a published rota beyond the change budget.
    case stability
    /// Therapy and other low calls, uncovered.
    case other
    /// Pence.
    case cost

    package var isPerRank: Bool {
      switch self {
      case .response, .responseAvoidable, .responseLateness, .firstDay, .deferred, .other: true
      default: false
      }
    }

    /// Counts calls that are not done: essential for the exit code and the page's head.
    package var countsUncovered: Bool {
      switch self {
      case .timeCritical, .essentialHigh, .essentialMedium, .response, .firstDay, .clocks, .deferred, .clocksEarly,
        .other:
        true
      default: false
      }
    }

    /// A call uncovered at this level leaves somebody without essential help today.
    package var isEssential: Bool {
      switch self {
      case .timeCritical, .essentialHigh, .essentialMedium, .response, .firstDay: true
      default: false
      }
    }

    var printedName: String {
      switch self {
      case .timeCritical: "time-critical calls"
      case .essentialHigh: "essential calls, high consequence"
      case .timeCriticalLate: "minutes outside the agreed time, time-critical calls"
      case .essentialMedium: "essential calls, medium consequence"
      case .response: "first visits"
      case .responseAvoidable: "first visits late that need not have been"
      case .responseLateness: "lateness of first visits"
      case .firstDay: "first-day calls"
      case .clocks: "care plans and reviews due today"
      case .deferred: "first visits not yet due"
      case .clocksEarly: "care plans and reviews with days in hand"
      case .stability: "changes to the published rota"
      case .other: "therapy and other calls"
      case .cost: "cost"
      }
    }
  }

  /// Stable name in documents: `response.hospitalDischarge`.
  package var name: String { rank.map { "\(kind.rawValue).\($0.name)" } ?? kind.rawValue }

  /// As people read it: `first visits: hospital discharge`.
  package var printedName: String { rank.map { "\(kind.printedName): \($0.printedName)" } ?? kind.printedName }
}
