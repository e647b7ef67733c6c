package import Quantities

/// Calls that a review could talk about ending, because others at this point need fewer (R29, R30, R41).
///
/// It changes nothing: a package changes by a version that a named person has approved, with a note on its risk and a day from
/// which it counts.
package struct TaperProposal: Hashable, Sendable {
  package let episode: EpisodeID
  package let person: PersonID
  /// The review at which to talk about it.
  package let review: CivilDate
  /// The first to go first: bed and tea before midday, the morning last.
  package let lines: [LineID]
  /// Minutes with people a week by the package in force, and without those lines.
  package let weeklyNow: Minutes
  package let weeklyThen: Minutes

  package init(
    episode: EpisodeID, person: PersonID, review: CivilDate, lines: [LineID], weeklyNow: Minutes, weeklyThen: Minutes
  ) {
    self.episode = episode
    self.person = person
    self.review = review
    self.lines = lines
    self.weeklyNow = weeklyNow
    self.weeklyThen = weeklyThen
  }
}
