package import Quantities

/// A service as read, each record right in itself, before records are held against one another.
package struct ServiceDraft: Sendable {
  package var title: String
  package var isInvented: Bool
  package var asOf: Instant
  package var calendar: ServiceCalendar
  package var policy: Policy
  package var matrices: [TravelMatrix]
  package var places: [DraftRecord<Place>] = []
  package var people: [DraftRecord<Person>] = []
  package var episodes: [DraftRecord<EpisodeRecord>] = []
  package var referrals: [DraftRecord<ReferralRecord>] = []
  package var staff: [DraftRecord<StaffMember>] = []
  /// Of the kind ``RecordKind/visit``.
  package var appointments: [DraftRecord<Appointment>] = []
  /// Ids of records that could not be read: mentioned by others, they are known and left out.
  package var unreadable: [RecordKind: Set<String>] = [:]
  /// What can be told of episodes that could not be read.
  package var unreadableEpisodes: [UnreadableEpisode] = []

  /// An episode that exists, though something is wrong with it.
  package struct UnreadableEpisode: Hashable, Sendable {
    package let id: String
    package let person: PersonID?
    package let referral: ReferralID?
    /// The state that it says; nil where that can't be read either.
    package let state: EpisodeRecord.State?

    package init(id: String, person: PersonID?, referral: ReferralID?, state: EpisodeRecord.State?) {
      self.id = id
      self.person = person
      self.referral = referral
      self.state = state
    }
  }

  package init(
    title: String = "", isInvented: Bool = false, asOf: Instant, calendar: ServiceCalendar, policy: Policy = Policy(),
    matrices: [TravelMatrix] = []
  ) {
    self.title = title
    self.isInvented = isInvented
    self.asOf = asOf
    self.calendar = calendar
    self.policy = policy
    self.matrices = matrices
  }

  /// The records of a service, each in its place.
  package init(of service: Service) {
    self.init(
      title: service.title, isInvented: service.isInvented, asOf: service.asOf, calendar: service.calendar,
      policy: service.policy, matrices: service.matrices)
    places = ServiceDraft.records(service.places)
    people = ServiceDraft.records(service.people)
    episodes = ServiceDraft.records(service.episodes)
    referrals = ServiceDraft.records(service.referrals)
    staff = ServiceDraft.records(service.staff)
    appointments = ServiceDraft.records(service.appointments)
  }

  private static func records<Value: Sendable>(_ values: [Value]) -> [DraftRecord<Value>] {
    values.enumerated().map { DraftRecord(index: $0, value: $1) }
  }

  /// What a day asks of the records, so that references are followed and names dropped by a day's own rules.
  ///
  /// Shifts and packages are left out: they are looked at by the service's checks.
  var asDay: DraftIndex {
    var day = CaseloadDraft(
      asOf: asOf, serviceDate: calendar.serviceDate(of: asOf), calendar: calendar, policy: policy, matrices: matrices)
    day.places = places
    day.people = people
    day.episodes = episodes.map { DraftRecord(index: $0.index, value: $0.value.episode) }
    day.referrals = referrals.map { DraftRecord(index: $0.index, value: $0.value.referral) }
    day.workers = staff.map { record in
      let member = record.value
      return DraftRecord(
        index: record.index,
        value: Worker(id: member.id, role: member.role, dutyPeriods: [], refusedPeople: member.refusedPeople))
    }
    day.unreadable = unreadable
    let visits = appointments.map { record in
      let appointment = record.value
      return DraftRecord(
        index: record.index,
        value: Visit(
          id: appointment.id, person: appointment.person, kind: appointment.call.kind, episode: appointment.episode,
          referral: appointment.referral, demands: appointment.call.demands, windows: [],
          preferences: appointment.call.preferences, published: appointment.published))
    }
    return DraftIndex(day, visits: visits)
  }
}
