package import CareModel
package import Quantities

/// Planning for who goes on caring, early enough that nobody's end is delayed (R45, R46).
package struct OnwardClock: Hashable, Sendable {
  /// The day on which it is asked whether and by whom somebody will be cared for afterwards.
  package let askOn: CivilDate
  package let askedOn: CivilDate?
  /// The day by which the handover is recorded, where somebody takes over.
  package let recordBy: CivilDate
  package let isRecorded: Bool
  /// It is known that the person will need care afterwards: so it was thought, or a provider is being waited for.
  package let isNeeded: Bool

  package init(_ record: EpisodeRecord, policy: Policy) {
    askOn = record.episode.startDate.adding(days: policy.clocks.onwardTriggerDay - 1)
    askedOn = record.clocks.onwardForecast?.madeOn
    recordBy = record.episode.startDate.adding(days: policy.clocks.handoverDay - 1)
    isRecorded = record.episode.isHandoverRecorded
    isNeeded = record.awaitingOnwardSince != nil || record.clocks.onwardForecast?.needsOnwardCare == true
  }
}
