package import Quantities

/// Something that an earlier plan had placed on another day, held in another way or had nowhere, and why it could not stay.
package struct PlanChange: Hashable, Sendable {
  package let person: PersonID
  /// For a start.
  package let referral: ReferralID?
  /// For a call of a running episode.
  package let episode: EpisodeID?
  package let kind: Visit.Kind
  package let line: LineID?
  /// Where it was; nil for a start that had no day.
  package let before: Place?
  /// Where it is; nil where it has no day any more.
  package let after: Place?
  package let reason: Reason

  package init(
    person: PersonID, referral: ReferralID? = nil, episode: EpisodeID? = nil, kind: Visit.Kind, line: LineID? = nil,
    before: Place?, after: Place?, reason: Reason
  ) {
    self.person = person
    self.referral = referral
    self.episode = episode
    self.kind = kind
    self.line = line
    self.before = before
    self.after = after
    self.reason = reason
  }

  /// A day, for starts the part of it, and how the call is held where it is that which changes.
  package struct Place: Hashable, Sendable {
    package let date: CivilDate
    package let part: PartOfDay?
    package let mode: Visit.Mode?

    package init(date: CivilDate, part: PartOfDay? = nil, mode: Visit.Mode? = nil) {
      self.date = date
      self.part = part
      self.mode = mode
    }
  }

  /// Why it could not stay as it was.
  package enum Reason: Hashable, Sendable {
    /// It was not known before.
    case new
    /// It had no day before.
    case dayFound
    /// The day is over, and nobody has recorded that it was done.
    case dayIsOver
    /// Nothing is due any more: it was declined or withdrawn, the episode has ended, the person is away.
    case notWanted
    /// An appointment has been made.
    case booked
    /// It can't be on that day any more: what keeps it from there, where that is known.
    case notPossible(StartObstacle?)
    /// Calls that come first have taken the time there.
    case noRoom(StartObstacle.Shortage)
    /// It could have stayed, and another day serves people better: the level of the schedule, as people say it.
    case better(String)
  }
}
