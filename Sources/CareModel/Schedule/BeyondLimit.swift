package import Quantities

/// A running episode that has gone on longer than six weeks (R23).
package struct BeyondLimit: Hashable, Sendable {
  package let episode: EpisodeID
  package let person: PersonID
  /// 1 on the service day of the first visit.
  package let day: Int
  package let lastPermittedDay: CivilDate
  /// The named person's word for more days, with the reason; nil where nobody has given it, or where it adds none.
  package let `extension`: Episode.Extension?
  package let standing: Standing

  package init(
    episode: EpisodeID, person: PersonID, day: Int, lastPermittedDay: CivilDate, extension: Episode.Extension?,
    standing: Standing
  ) {
    self.episode = episode
    self.person = person
    self.day = day
    self.lastPermittedDay = lastPermittedDay
    self.extension = `extension`
    self.standing = standing
  }

  /// On whose word it goes on, the gravest first.
  package enum Standing: String, CaseIterable, Hashable, Sendable {
    /// Essential calls go on as bridging, and nobody has authorised it: it heads every output.
    case noAuthoriser
    /// Somebody has taken over, or a date for it is recorded.
    case handedOver
    /// A named person has ordered that calls stop.
    case stopped
    /// Inside a named person's extension.
    case extended
  }
}
