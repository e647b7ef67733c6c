package import Quantities

/// An episode with its package through time and what has happened in it.
package struct EpisodeRecord: Hashable, Sendable, Identifiable {
  /// What a day needs to know of it.
  package internal(set) var episode: Episode
  /// In order of `effectiveFrom`; no two begin on one day.
  package internal(set) var packages: [PackageVersion]
  package internal(set) var clocks: EpisodeClocks
  package internal(set) var reviews: ReviewTerms
  package internal(set) var equipment: [EquipmentOrder]
  /// Who has called in which weeks, in order of worker; empty where nobody keeps it.
  package internal(set) var callers: [CallingRecord]
  /// As of the service's `asOf`.
  package internal(set) var state: State
  /// Ready to go on to a long-term provider since this day, who has not begun; its calls go on meanwhile.
  package internal(set) var awaitingOnwardSince: CivilDate?
  /// The last service day with calls, as agreed with the person; changes nothing until it is recorded as ended.
  package internal(set) var plannedEnd: CivilDate?
  /// The last service day that could have calls; set for an ended episode, and for one whose end a person has ordered.
  package internal(set) var endedOn: CivilDate?
  /// For an ended episode, why; nil where it is not recorded.
  package internal(set) var endReason: EndReason?

  package var id: EpisodeID { episode.id }

  package init(
    episode: Episode, packages: [PackageVersion], clocks: EpisodeClocks = EpisodeClocks(),
    reviews: ReviewTerms = ReviewTerms(),
    equipment: [EquipmentOrder] = [], callers: [CallingRecord] = [], state: State = .active,
    awaitingOnwardSince: CivilDate? = nil,
    plannedEnd: CivilDate? = nil, endedOn: CivilDate? = nil,
    endReason: EndReason? = nil
  ) {
    self.episode = episode
    self.packages = packages.sorted { $0.effectiveFrom < $1.effectiveFrom }
    self.clocks = clocks
    self.reviews = reviews
    self.equipment = equipment
    self.callers = callers.sorted { $0.worker < $1.worker }
    self.state = state
    self.awaitingOnwardSince = awaitingOnwardSince
    self.plannedEnd = plannedEnd
    self.endedOn = endedOn
    self.endReason = endReason
  }

  /// The version in force on a service day: the last that begins on it or before; nil before the first.
  package func package(on date: CivilDate) -> PackageVersion? { packages.inForce(on: date) }

  /// Where an episode stands in its life (`domain.md` part 3).
  package enum State: String, CaseIterable, Hashable, Sendable {
    /// Accepted, its package agreed; the first visit is still to come.
    case preStart
    case active
    /// In hospital: the person's suspensions say from when until when.
    case suspended
    /// Reablement is over, the long-term provider has not begun.
    case awaitingOnward
    case ended
  }

  /// How an episode ended (`domain.md` 2.6).
  package enum EndReason: String, CaseIterable, Hashable, Sendable {
    case independent, reducedCare, longTermCare, readmitted, declined, died, careHome
  }
}
