package import Quantities

/// At which level a call counts while it is uncovered.
package enum VisitLevel: Hashable, Sendable {
  case counted(Level)
  /// It must not be done, so it is no loss that it isn't.
  case notWanted(Reason)

  package enum Reason: String, CaseIterable, Hashable, Sendable {
    /// The person is away for the whole of the call's safe windows.
    case suspended
    /// Reablement after the last permitted day, without extension, that is not an essential call to bridge.
    case afterLastPermittedDay
    /// The referral was declined or withdrawn.
    case referralClosed

    package var printedName: String {
      switch self {
      case .suspended: "the person is away"
      case .afterLastPermittedDay: "after the last permitted day of reablement"
      case .referralClosed: "the referral was declined or withdrawn"
      }
    }
  }

  package var level: Level? {
    switch self {
    case .counted(let level): level
    case .notWanted: nil
    }
  }
}

/// Everything about a call that decides its level.
package struct LevelFacts: Hashable, Sendable {
  package var kind: Visit.Kind
  package var rank: Rank
  /// After the band for yesterday's uncovered call has been added.
  package var consequence: Consequence
  package var isTimeCritical: Bool
  /// The call belongs to the start bundle of a referral whose first visit is still to come.
  package var isInStartBundle: Bool
  /// The first visit's deadline; only first responses have one.
  package var responseDeadline: Instant?
  /// A response is due when its deadline falls before this instant (12:00 of the next service day).
  package var dueBefore: Instant
  /// The last service day on which a care plan or review keeps its clock.
  package var clockLastDay: CivilDate?
  package var serviceDate: CivilDate
  package var obstacle: VisitLevel.Reason?

  package init(
    kind: Visit.Kind, rank: Rank, consequence: Consequence, isTimeCritical: Bool = false, isInStartBundle: Bool = false,
    responseDeadline: Instant? = nil, dueBefore: Instant, clockLastDay: CivilDate? = nil, serviceDate: CivilDate,
    obstacle: VisitLevel.Reason? = nil
  ) {
    self.kind = kind
    self.rank = rank
    self.consequence = consequence
    self.isTimeCritical = isTimeCritical
    self.isInStartBundle = isInStartBundle
    self.responseDeadline = responseDeadline
    self.dueBefore = dueBefore
    self.clockLastDay = clockLastDay
    self.serviceDate = serviceDate
    self.obstacle = obstacle
  }

  /// The one total function from a call to its level; `Documentation/levels.md` is its table.
  package var level: VisitLevel {
    if let obstacle { return .notWanted(obstacle) }
    if kind == .firstResponse {
      let isDue = responseDeadline.map { $0 < dueBefore } ?? true
      return .counted(Level(isDue ? .response : .deferred, rank: rank))
    }
    if isInStartBundle, consequence.isEssential { return .counted(Level(.firstDay, rank: rank)) }
    if kind.hasClock {
      let hasDaysInHand = clockLastDay.map { $0 > serviceDate } ?? true
      return .counted(Level(hasDaysInHand ? .clocksEarly : .clocks))
    }
    switch (consequence, isTimeCritical) {
    case (.low, _): return .counted(Level(.other, rank: rank))
    case (_, true): return .counted(Level(.timeCritical))
    case (.high, false): return .counted(Level(.essentialHigh))
    case (.medium, false): return .counted(Level(.essentialMedium))
    }
  }
}
