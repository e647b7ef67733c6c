package import CareModel
package import Quantities

/// Six weeks of reablement: the last permitted day is the first visit's + 41 unless a named person extends it (R23, N2).
package struct LimitClock: Hashable, Sendable {
  package let startDate: CivilDate
  /// Nil for help that has no limit (vision rehabilitation, bridging).
  package let lastPermittedDay: CivilDate?
  package let `extension`: Episode.Extension?
  /// How many days before the last permitted one somebody is told, the first first.
  private let alertsBefore: [Int]
  private let isHandoverRecorded: Bool
  private let isStopOrdered: Bool

  package init(_ episode: Episode, policy: Policy) {
    startDate = episode.startDate
    lastPermittedDay = episode.kind.hasLimit ? episode.lastPermittedDay(policy: policy) : nil
    self.extension = episode.extension
    alertsBefore = policy.clocks.limitAlertDays.map { policy.reablementDays - $0 }
    isHandoverRecorded = episode.isHandoverRecorded
    isStopOrdered = episode.isStopOrdered(policy: policy)
  }

  /// 1 on the service day of the first visit.
  package func dayNumber(on date: CivilDate) -> Int { date.daysSinceEpoch - startDate.daysSinceEpoch + 1 }

  /// The days on which somebody is told, in order, as long before an extended last day as before the usual one; none where
  /// there is no limit.
  package var alerts: [CivilDate] {
    guard let lastPermittedDay else { return [] }
    return alertsBefore.filter { $0 >= 0 }.map { lastPermittedDay.adding(days: -$0) }.filter { $0 >= startDate }
  }

  package func phase(on date: CivilDate) -> Phase {
    guard let lastPermittedDay else { return .withoutLimit }
    let left = lastPermittedDay.daysSinceEpoch - date.daysSinceEpoch
    if left >= 0 { return .within(daysLeft: left, isExtended: self.extension != nil) }
    if isStopOrdered { return .stopped }
    return isHandoverRecorded ? .handedOver : .bridging
  }

  /// Whether reablement may be given on a day, and with it plans and reviews, which belong to the programme.
  package func permitsReablement(on date: CivilDate) -> Bool { lastPermittedDay.map { date <= $0 } ?? true }

  /// Where a day lies with respect to the limit.
  package enum Phase: Hashable, Sendable {
    case withoutLimit
    case within(daysLeft: Int, isExtended: Bool)
    /// Essential calls go on because nobody has taken over: "day 44, no authoriser" heads every output.
    case bridging
    case handedOver
    /// A named person has ordered that calls stop at the limit.
    case stopped
  }
}
