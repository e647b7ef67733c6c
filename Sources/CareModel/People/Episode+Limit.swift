package import Quantities

extension Episode {
  /// A named person has ordered that calls stop at the limit, and the service lets such orders stand (`afterLimit`).
  package func isStopOrdered(policy: Policy) -> Bool { policy.afterLimit == .stop && stopAtLimit != nil }

  /// An essential call that goes on after the last permitted day because nobody has taken over, or that is bridging anyway.
  ///
  /// - Parameter consequence: with the band for an essential call uncovered yesterday.
  package func isBridging(
    _ kind: Visit.Kind, consequence: Consequence, on date: CivilDate, policy: Policy
  ) -> Bool {
    guard consequence.isEssential, !kind.hasClock else { return false }
    if self.kind == .bridging { return true }
    guard self.kind.hasLimit, date > lastPermittedDay(policy: policy) else { return false }
    return !isHandoverRecorded && !isStopOrdered(policy: policy)
  }

  /// The call would be reablement after the last permitted day and is not one to bridge (R23).
  package func isPastLimit(
    _ kind: Visit.Kind, consequence: Consequence, on date: CivilDate, policy: Policy
  ) -> Bool {
    guard self.kind.hasLimit, date > lastPermittedDay(policy: policy) else { return false }
    return !isBridging(kind, consequence: consequence, on: date, policy: policy)
  }
}
