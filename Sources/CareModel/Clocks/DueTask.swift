package import Quantities

/// Something that a named person has to do for a referral or an episode by a day, so that a clock is kept.
///
/// Calls that are planned to be made are no tasks; a task is what nobody has booked, decided or written down yet.
package struct DueTask: Hashable, Sendable {
  package let kind: Kind
  package let person: PersonID
  /// The referral or the episode that it belongs to; one of the two.
  package let referral: ReferralID?
  package let episode: EpisodeID?
  /// The service day on which it should be done.
  package let dueOn: CivilDate
  /// The exact moment, for clocks that run in hours.
  package let deadline: Instant?
  /// The appointment that it is about: to be cancelled or moved; of a care plan or a review one that is booked behind ``dueOn``.
  package let booking: Booking?
  /// The equipment to ask after, as people call it.
  package let item: String?

  package init(
    _ kind: Kind, person: PersonID, referral: ReferralID? = nil, episode: EpisodeID? = nil, dueOn: CivilDate,
    deadline: Instant? = nil, booking: Booking? = nil, item: String? = nil
  ) {
    self.kind = kind
    self.person = person
    self.referral = referral
    self.episode = episode
    self.dueOn = dueOn
    self.deadline = deadline
    self.booking = booking
    self.item = item
  }

  /// An appointment that has been made.
  package struct Booking: Hashable, Sendable {
    package let id: VisitID
    package let kind: Visit.Kind
    package let date: CivilDate

    package init(id: VisitID, kind: Visit.Kind, date: CivilDate) {
      self.id = id
      self.kind = kind
      self.date = date
    }

    package init(_ appointment: Appointment) {
      self.init(id: appointment.id, kind: appointment.call.kind, date: appointment.date)
    }
  }

  /// What has to be done, the most pressing kind first.
  package enum Kind: String, CaseIterable, Hashable, Comparable, Sendable {
    /// Essential calls go on after the last permitted day and nobody has authorised it (R23).
    case authoriser
    /// The gate before acceptance (R5, R6).
    case contactAssessment
    /// Accept or decline: the contact assessment has been held (R6: a person decides).
    case decision
    /// Somebody has long-term support already, and nobody has written down how much a week (R10).
    case baseline
    /// More is asked for somebody whose package is running: agree a new version of it, or end the episode first.
    case increase
    /// Two referrals of one person are open: join them, or withdraw one.
    case repeatedReferral
    /// The first visit has no appointment (R20).
    case firstVisit
    /// Record a promised first visit whose time is over, or book it anew (R20).
    case firstVisitRecord
    /// Ring the ward: the homecoming of somebody who is to start is not confirmed.
    case homecoming
    /// The tentative hold has run out, or is about to: confirm or release (R18).
    case hold
    /// Ask after equipment that has not come (R31).
    case delivery
    /// Cancel an appointment: the episode is over before its day.
    case cancellation
    /// Make another appointment: the person is in hospital then.
    case rebooking
    /// Move or cancel an appointment: somebody is back from hospital after long, and the first visit comes later.
    case beforeFirstVisit
    /// Agree the care plan, and move it forward where it is booked too late (R21).
    case carePlan
    /// Say when the episode will end: no prediction since the care plan or the last review (R22).
    case predictedEnd
    /// The next review: book it, or move it forward where it is booked too late (R24).
    case review
    /// The person has been in hospital longer than the package is held.
    case suspension
    /// Ask who will go on caring (R45).
    case onwardPlan
    /// Write the handover record (R46).
    case handover
    /// Name a registered professional who owns the care plan (R33).
    case carePlanOwner
    /// The last permitted day comes nearer (R23).
    case limitAlert

    package static func < (left: Self, right: Self) -> Bool { left.order < right.order }
    private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  /// Whether it should have been done before a moment; an alert is there to be seen, and is never late.
  package func isOverdue(asOf: Instant, today: CivilDate) -> Bool {
    guard kind != .limitAlert else { return false }
    return deadline.map { $0 < asOf } ?? (dueOn < today)
  }
}
