package import CareModel
package import Quantities

/// Cuts one date's day out of a whole service.
///
/// The day holds what is known at its `asOf`: calls of running episodes (``PackageExpansion``), appointments of the date,
/// first visits and start bundles of open accepted referrals, and the workers who have a shift, leave and sickness taken out.
///
/// A coming day is cut as if nothing happened until then: who waits now still waits, and nobody's package changes but by a
/// version that is already agreed. A past day is cut as it stood at its beginning.
package enum DayCut {
  /// The day of a date.
  ///
  /// Records that turn out not to fit together on that date are set aside, beside those that the service has set aside.
  /// - Parameter asOf: nil takes the service's, or the day's first moment where the day is over; never later than the
  ///   day's end.
  /// - Complexity: n log n in the number of the service's records.
  package static func caseload(of service: Service, on date: CivilDate, asOf: Instant? = nil) -> Caseload {
    let day = service.calendar.day(date)
    let service = date >= service.today ? service.with(service.restarts(by: date)) : service
    let usual = service.asOf <= day.end ? service.asOf : day.start
    var cutting = DayCutting(service, date: date, asOf: min(asOf ?? usual, day.end))
    cutting.takeEpisodes()
    cutting.takeAppointments()
    cutting.takeStarts()
    return cutting.caseload()
  }
}

/// A day while it is being cut.
struct DayCutting {
  private let service: Service
  private let date: CivilDate
  private let asOf: Instant
  private let workers: [Worker]
  /// Those whose first visit has been made.
  private let begun: Set<ReferralID>
  private var drafts: [VisitDraft] = []
  private var links: [VisitLink] = []
  private var episodes: Set<EpisodeID> = []
  private var referrals: Set<ReferralID> = []

  init(_ service: Service, date: CivilDate, asOf: Instant) {
    self.service = service
    self.date = date
    self.asOf = asOf
    workers = service.staff.compactMap { $0.worker(on: date, calendar: service.calendar, policy: service.policy) }
    begun = Set(
      service.episodes.filter { DayCutting.hasBegun($0, in: service, on: date, asOf: asOf) }
        .compactMap(\.episode.referral))
  }

  mutating func takeEpisodes() {
    for record in service.episodes where record.isRunning(on: date) && hasBegun(record) {
      guard let person = person(record.episode.person) else { continue }
      take(record.id)
      drafts += PackageExpansion.drafts(
        of: record, person: person, on: date, calendar: service.calendar, policy: service.policy)
      links += PackageExpansion.links(of: record, person: person, on: date, policy: service.policy)
    }
  }

  mutating func takeAppointments() {
    for appointment in service.appointments where appointment.date == date && !service.isBehindEnd(appointment) {
      let draft = appointment.call.draft(
        appointment.id, person: appointment.person, episode: appointment.episode, referral: appointment.referral,
        on: date, calendar: service.calendar, lastPermittedDay: appointment.lastPermittedDay,
        published: appointment.published)
      guard let draft, !isOver(appointment) else { continue }
      drafts.append(draft)
      if let episode = appointment.episode { take(episode) }
      if let referral = appointment.referral { referrals.insert(referral) }
    }
  }

  mutating func takeStarts() {
    let starts = StartCalls(
      service: service, date: date, asOf: asOf,
      earliestDuty: workers.flatMap { $0.dutyPeriods.map(\.hours.start) }.min())
    let coming = Dictionary(
      service.episodes.filter { !hasBegun($0) }.compactMap { record in record.episode.referral.map { ($0, record) } },
      uniquingKeysWith: { first, _ in first })
    let foreseen = service.restartReferrals
    let open = service.referrals.filter {
      $0.referral.isOpen && ($0.referral.receivedAt <= asOf || foreseen.contains($0.id)) && !begun.contains($0.id)
    }
    let each = OneStartEach(service.inOrder(open), of: service, on: date) { $0.isRunning(on: date) && hasBegun($0) }
    let starting = Set(each.starts.map(\.id))
    for record in open where starting.contains(record.id) {
      referrals.insert(record.id)
      let bundle = starts.bundle(of: record, episode: coming[record.id])
      drafts += bundle.drafts
      links += bundle.links
    }
  }

  /// Held against one another by the rules of a day, without calls of people who are away.
  func caseload() -> Caseload {
    let people = Set(drafts.map(\.visit.person)).union(
      episodes.compactMap { service.episode($0)?.episode.person }
        + referrals.compactMap { service.referral($0)?.referral.person })
    let away = Dictionary(
      people.compactMap { id in person(id).map { (id, Suspensions($0)) } }, uniquingKeysWith: { first, _ in first })
    let windows = VisitDraft.resolved(drafts, on: date, calendar: service.calendar, policy: service.policy)
    let suspended = Set(windows.filter { away[$0.person]?.cover($0) ?? false }.map(\.id))
    var draft = CaseloadDraft(
      title: service.title, isInvented: service.isInvented, asOf: asOf, serviceDate: date, calendar: service.calendar,
      policy: service.policy, matrices: service.matrices)
    draft.people = records(service.people.filter { people.contains($0.id) }.compactMap { person($0.id) })
    draft.episodes = records(service.episodes.filter { episodes.contains($0.id) }.map(\.episode))
    draft.referrals = records(service.referrals.filter { referrals.contains($0.id) }.map(\.referral))
    draft.workers = records(workers)
    let kept = drafts.filter { !suspended.contains($0.visit.id) }
    draft.visits = records(kept)
    draft.links = records(links.filter { !suspended.contains($0.first) && !suspended.contains($0.second) })
    let used = places(draft)
    draft.places = records(service.places.filter { used.contains($0.id) })
    return DayQuarantine(draft).caseload(besides: service.quarantine)
  }

  // MARK: - What is known at the moment of the cut

  private func hasBegun(_ record: EpisodeRecord) -> Bool {
    DayCutting.hasBegun(record, in: service, on: date, asOf: asOf)
  }

  /// The first visit has been made; on the day itself, by the moment that is recorded.
  private static func hasBegun(
    _ record: EpisodeRecord, in service: Service, on date: CivilDate, asOf: Instant
  ) -> Bool {
    let start = record.episode.startDate
    guard record.state != .preStart, start <= date else { return false }
    guard start == date, let first = record.clocks.firstVisitAt, first > asOf else { return true }
    // Without knowing what the first visit needs it can't be planned, and the rest of the day goes on.
    return record.episode.referral.flatMap(service.referral)?.needs == nil
  }

  /// A first visit that was booked for this day and has been made.
  private func isOver(_ appointment: Appointment) -> Bool {
    appointment.call.kind == .firstResponse && appointment.referral.map(begun.contains) ?? false
  }

  /// The person as this day knows them: what was left undone yesterday counts for today alone.
  private func person(_ id: PersonID) -> Person? {
    guard let person = service.person(id) else { return nil }
    return date == service.today ? person : person.withoutYesterday
  }

  private mutating func take(_ episode: EpisodeID) {
    episodes.insert(episode)
    if let referral = service.episode(episode)?.episode.referral { referrals.insert(referral) }
  }

  private func places(_ draft: CaseloadDraft) -> Set<PlaceID> {
    var used = Set(draft.people.map(\.value.place))
    used.formUnion(draft.visits.compactMap(\.value.visit.place))
    for duty in draft.workers.flatMap(\.value.dutyPeriods) {
      used.insert(duty.startPlace)
      if let end = duty.endPlace { used.insert(end) }
    }
    return used
  }

  private func records<Value: Sendable>(_ values: [Value]) -> [DraftRecord<Value>] {
    values.enumerated().map { DraftRecord(index: $0, value: $1) }
  }
}

extension Person {
  /// The same person on a day before which nothing is known to have been left undone.
  var withoutYesterday: Person {
    Person(
      id: id, place: place, coreTeam: coreTeam, recentVisits: recentVisits, refusedWorkers: refusedWorkers,
      preferences: preferences, suspensions: suspensions)
  }
}
