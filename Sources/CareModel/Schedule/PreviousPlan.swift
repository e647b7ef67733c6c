package import Quantities

/// What an earlier plan of the service had placed, from which the next one departs as little as the promises allow.
///
/// What has been promised to people is an appointment in the service, and stands in any case.
package struct PreviousPlan: Hashable, Sendable {
  package let asOf: Instant
  package let starts: [ReferralID: Start]
  /// Who had no day.
  package let waiting: Set<ReferralID>
  /// Days of calls that were planned and not booked, in order.
  package let calls: [Call: [CivilDate]]
  /// How those on a day were to be held, where that is known.
  package let modes: [Call: [CivilDate: Visit.Mode]]

  package init(
    asOf: Instant, starts: [ReferralID: Start], waiting: Set<ReferralID> = [], calls: [Call: [CivilDate]],
    modes: [Call: [CivilDate: Visit.Mode]] = [:]
  ) {
    self.asOf = asOf
    self.waiting = waiting
    self.starts = starts
    self.modes = modes
    self.calls = calls.mapValues { $0.sorted() }
  }

  /// When somebody was to start.
  package struct Start: Hashable, Sendable {
    package let person: PersonID
    package let date: CivilDate
    package let part: PartOfDay

    package init(person: PersonID, date: CivilDate, part: PartOfDay) {
      self.person = person
      self.date = date
      self.part = part
    }
  }

  /// Calls of one sort of an episode: its care plan, its reviews, those of a line or an order of equipment.
  package struct Call: Hashable, Sendable {
    package let episode: EpisodeID
    package let kind: Visit.Kind
    package let line: LineID?

    package init(episode: EpisodeID, kind: Visit.Kind, line: LineID? = nil) {
      self.episode = episode
      self.kind = kind
      self.line = line
    }
  }
}
