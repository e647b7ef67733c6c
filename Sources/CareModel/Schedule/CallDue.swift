package import Quantities

/// A call that a running episode is owed by a clock that runs in days, booked or not: its care plan, its next review (R21, R24).
package struct CallDue: Hashable, Sendable {
  package let person: PersonID
  package let episode: EpisodeID
  /// A care plan or a review.
  package let kind: Visit.Kind
  /// The last service day on which it keeps its clock; over already where it is late.
  package let lastPermittedDay: CivilDate

  package init(person: PersonID, episode: EpisodeID, kind: Visit.Kind, lastPermittedDay: CivilDate) {
    self.person = person
    self.episode = episode
    self.kind = kind
    self.lastPermittedDay = lastPermittedDay
  }
}
