package import Quantities

/// A promise that has been broken, or will be as things stand.
package struct ClockBreach: Hashable, Sendable {
  package let clock: Clock
  package let person: PersonID
  package let referral: ReferralID?
  package let episode: EpisodeID?
  /// The end of the clock.
  package let deadline: Instant
  /// When it was or will be kept; nil where nothing is booked or known.
  package let keptAt: Instant?
  /// It lies behind; otherwise it is foreseen.
  package let hasHappened: Bool

  package init(
    _ clock: Clock, person: PersonID, referral: ReferralID? = nil, episode: EpisodeID? = nil, deadline: Instant,
    keptAt: Instant?, hasHappened: Bool
  ) {
    self.clock = clock
    self.person = person
    self.referral = referral
    self.episode = episode
    self.deadline = deadline
    self.keptAt = keptAt
    self.hasHappened = hasHappened
  }

  package enum Clock: String, CaseIterable, Hashable, Sendable {
    /// The first visit (R20).
    case response
    /// The care plan (R21).
    case carePlan
    /// A weekly review (R24).
    case review
    /// The last permitted day (R23).
    case limit
  }
}
