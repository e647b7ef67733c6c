package import Quantities

/// A whole service at a moment: everybody in it, what was agreed with them, and who works when.
///
/// Any date's day can be cut from it. Every reference in it resolves; what did not is in `quarantine`.
package struct Service: Hashable, Sendable {
  package let title: String
  /// Invented people: said on every output.
  package let isInvented: Bool
  /// The moment at which everything in it was known.
  package let asOf: Instant
  package let calendar: ServiceCalendar
  package let policy: Policy
  package let places: [Place]
  package let matrices: [TravelMatrix]
  /// With their suspensions, core teams, and visits of the 28 days before `asOf`.
  package let people: [Person]
  package let referrals: [ReferralRecord]
  package let episodes: [EpisodeRecord]
  package let staff: [StaffMember]
  package let appointments: [Appointment]
  package let quarantine: [QuarantinedRecord]

  private let personIndex: [PersonID: Int]
  private let episodeIndex: [EpisodeID: Int]
  private let referralIndex: [ReferralID: Int]
  private let staffIndex: [WorkerID: Int]

  /// Records are kept in order of id, so that the order of a file never reaches a result.
  package init(
    title: String, isInvented: Bool, asOf: Instant, calendar: ServiceCalendar, policy: Policy, places: [Place],
    matrices: [TravelMatrix] = [], people: [Person], referrals: [ReferralRecord] = [], episodes: [EpisodeRecord],
    staff: [StaffMember], appointments: [Appointment] = [], quarantine: [QuarantinedRecord] = []
  ) {
    self.title = title
    self.isInvented = isInvented
    self.asOf = asOf
    self.calendar = calendar
    self.policy = policy
    self.places = places.sorted { $0.id < $1.id }
    self.matrices = matrices.sorted { $0.mode.rawValue < $1.mode.rawValue }
    self.people = people.sorted { $0.id < $1.id }
    self.referrals = referrals.sorted { $0.id < $1.id }
    self.episodes = episodes.sorted { $0.id < $1.id }
    self.staff = staff.sorted { $0.id < $1.id }
    self.appointments = appointments.sorted { $0.id < $1.id }
    self.quarantine = quarantine
    personIndex = Dictionary(positionsOf: self.people.map(\.id))
    episodeIndex = Dictionary(positionsOf: self.episodes.map(\.id))
    referralIndex = Dictionary(positionsOf: self.referrals.map(\.id))
    staffIndex = Dictionary(positionsOf: self.staff.map(\.id))
  }

  /// The service day of `asOf`.
  package var today: CivilDate { calendar.serviceDate(of: asOf) }

  package func person(_ id: PersonID) -> Person? { personIndex[id].map { people[$0] } }
  package func episode(_ id: EpisodeID) -> EpisodeRecord? { episodeIndex[id].map { episodes[$0] } }
  package func referral(_ id: ReferralID) -> ReferralRecord? { referralIndex[id].map { referrals[$0] } }
  package func staffMember(_ id: WorkerID) -> StaffMember? { staffIndex[id].map { staff[$0] } }
}
