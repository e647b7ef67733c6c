package import Quantities

/// A call on a fixed date, booked or past: a review, a therapy session, an assessment, a first visit that has been promised.
package struct Appointment: Hashable, Sendable, Identifiable {
  /// The call's id on its day.
  package let id: VisitID
  package let person: PersonID
  package let episode: EpisodeID?
  /// For a first visit, the referral that it answers.
  package let referral: ReferralID?
  /// The service day.
  package let date: CivilDate
  package let call: CallNeed
  /// The line with freedom of day, or the order of equipment, that it books.
  package let line: LineID?
  /// For care plans and reviews: the last service day on which it keeps its clock (R21, R24).
  package let lastPermittedDay: CivilDate?
  /// Who and when, as told to the person.
  package let published: Visit.Placement?

  package init(
    id: VisitID, person: PersonID, episode: EpisodeID? = nil, referral: ReferralID? = nil, date: CivilDate,
    call: CallNeed, line: LineID? = nil, lastPermittedDay: CivilDate? = nil, published: Visit.Placement? = nil
  ) {
    self.id = id
    self.person = person
    self.episode = episode
    self.referral = referral
    self.date = date
    self.call = call
    self.line = line
    self.lastPermittedDay = lastPermittedDay
    self.published = published
  }
}
