package import Quantities

/// Somebody who is back: a start or a running episode not long after an earlier episode of the same person (R19).
///
/// It is told, and changes nothing: nobody is served later for it, and there is no limit on how often.
package struct RepeatEpisode: Hashable, Sendable {
  package let person: PersonID
  /// The last that had ended by then.
  package let earlier: EpisodeID
  /// Its last service day.
  package let earlierEnd: CivilDate
  package let now: Now
  /// From the earlier one's last day to the first of this one.
  package let daysBetween: Int

  package init(person: PersonID, earlier: EpisodeID, earlierEnd: CivilDate, now: Now, daysBetween: Int) {
    self.person = person
    self.earlier = earlier
    self.earlierEnd = earlierEnd
    self.now = now
    self.daysBetween = daysBetween
  }

  /// What follows the earlier episode.
  package enum Now: Hashable, Sendable {
    /// Still to begin.
    case referral(ReferralID)
    case episode(EpisodeID)
  }
}
