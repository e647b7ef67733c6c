import CareModel
import EpisodePlanning
import Interchange
import Quantities

/// A service on a morning of its life with the plan that was made of it, and how another would be made.
struct PlannedMorning {
  let service: Service
  let plan: EpisodePlan
  let facts: PlainFacts
  let planner: @Sendable (Service) throws -> EpisodePlan

  init(_ service: Service, planner: @escaping @Sendable (Service) throws -> EpisodePlan) throws {
    self.service = service
    self.planner = planner
    facts = PlainFacts(service)
    plan = try planner(service)
  }

  private init(_ morning: PlannedMorning, _ plan: EpisodePlan) {
    (service, facts, planner) = (morning.service, morning.facts, morning.planner)
    self.plan = plan
  }

  /// The same morning with another plan.
  func with(_ plan: EpisodePlan) -> PlannedMorning { PlannedMorning(self, plan) }
}

/// What follows from the records of a service by the rules alone, computed again and in the plainest way.
struct PlainFacts {
  let service: Service
  private let people: [PersonID: Person]

  init(_ service: Service) {
    self.service = service
    people = Dictionary(uniqueKeysWithValues: service.people.map { ($0.id, $0) })
  }

  var today: CivilDate { service.today }

  /// Neither declined nor withdrawn, received by now, and with no episode that has begun.
  var waiting: [ReferralRecord] {
    let begun = Set(
      service.episodes.filter { $0.state != .preStart && $0.episode.startDate <= today }.map(\.episode.referral))
    return service.referrals.filter { record in
      record.referral.state != .declined && record.referral.state != .withdrawn
        && record.referral.receivedAt <= service.asOf && !begun.contains(record.id)
    }
  }

  /// Who comes back from a stay that began before now, after more than the seven days for which a package is held.
  func restarts(_ record: EpisodeRecord) -> Bool {
    guard isRunning(record, on: today), record.episode.kind != .bridging, let person = person(record),
      let stay = person.suspensions.filter({ $0.end >= service.calendar.day(today).start }).min(by: { $0.end < $1.end }
      ),
      stay.start <= service.asOf
    else { return false }
    var reached = stay.end
    for next in person.suspensions.sorted(by: { $0.start < $1.start }) where next.start <= reached {
      reached = max(reached, next.end)
    }
    let home = service.calendar.serviceDate(of: reached)
    let end = [lastPermittedDay(record), record.endedOn, record.plannedEnd].compactMap { $0 }.min()
    return home > service.calendar.serviceDate(of: stay.start).adding(days: 7) && end.map { home <= $0 } ?? true
  }

  /// When the first visit is due (R20).
  func responseDeadline(_ referral: Referral) -> Instant {
    if let own = referral.responseDeadline { return own }
    let isFromHospital = referral.referralClass == .hospitalDischarge
    return (isFromHospital ? max(referral.receivedAt, referral.readyFrom ?? referral.receivedAt) : referral.receivedAt)
      + Minutes(24 * 60)
  }

  var running: [EpisodeRecord] { service.episodes.filter { isRunning($0, on: today) } }

  func isRunning(_ record: EpisodeRecord, on date: CivilDate) -> Bool {
    record.state != .preStart && record.episode.startDate <= date && date <= (record.endedOn ?? date)
  }

  /// Day 42, or later by a named person's word (R23); nil where there is no limit.
  func lastPermittedDay(_ record: EpisodeRecord) -> CivilDate? {
    guard record.episode.kind == .reablement else { return nil }
    let day42 = record.episode.startDate.adding(days: 41)
    return max(day42, record.episode.extension?.lastDay ?? day42)
  }

  /// Nobody goes on caring after the last permitted day: it is handed over, or a named person has ordered a stop.
  func stopsAtLimit(_ record: EpisodeRecord) -> Bool {
    record.episode.isHandoverRecorded || (service.policy.afterLimit == .stop && record.episode.stopAtLimit != nil)
  }

  func person(_ id: PersonID) -> Person? { people[id] }

  func person(_ record: EpisodeRecord) -> Person? { people[record.episode.person] }

  /// The lines of the version in force that fall on a weekday.
  func lines(_ record: EpisodeRecord, on date: CivilDate) -> [PackageLine] {
    let version = record.packages.filter { $0.effectiveFrom <= date }.max { $0.effectiveFrom < $1.effectiveFrom }
    return version?.lines.filter { $0.weekdays.contains(date.weekday) } ?? []
  }

  /// The name of a line's call on a date.
  func id(_ owner: String, _ line: PackageLine, on date: CivilDate) -> VisitID {
    VisitID("\(owner)-\(line.id)-\(String(date.description.filter { $0 != "-" }))")
  }

  // MARK: - Away

  /// Away all through a stretch of time; a move from one hospital to another is one absence.
  func isAway(_ person: Person?, during interval: InstantInterval) -> Bool {
    guard let person, !person.suspensions.isEmpty else { return false }
    var reached = interval.start
    for stay in person.suspensions.sorted(by: { $0.start < $1.start }) where stay.start <= reached {
      reached = max(reached, stay.end)
    }
    let begins = person.suspensions.contains { $0.contains(interval.start) }
    return begins && reached >= interval.end
  }

  func isAway(_ person: Person?, allOf date: CivilDate) -> Bool {
    person?.suspensions.isEmpty ?? true ? false : isAway(person, during: service.calendar.day(date))
  }

  /// Away all through the time at which a call is wanted.
  func isAway(_ person: Person?, for need: CallNeed, on date: CivilDate) -> Bool {
    guard let person, !person.suspensions.isEmpty else { return false }
    return wanted(need, on: date).map { isAway(person, during: $0) } ?? false
  }

  /// Away as long as a booked call could still be made.
  func isAway(_ person: Person?, during booked: Appointment) -> Bool {
    guard let person, !person.suspensions.isEmpty else { return false }
    return possible(booked.call, on: booked.date).map { isAway(person, during: $0) } ?? false
  }

  private func wanted(_ need: CallNeed, on date: CivilDate) -> InstantInterval? {
    service.calendar.interval(of: need.preferred, onServiceDay: date)
  }

  /// From when a call is wanted to when it is given up: what is booked stands as long as it could still be made.
  func possible(_ need: CallNeed, on date: CivilDate) -> InstantInterval? {
    guard let wanted = wanted(need, on: date) else { return nil }
    let missed = service.calendar.instant(of: service.policy.missedAfterClock, onServiceDay: date)
    let safe = need.safe.flatMap { service.calendar.interval(of: $0, onServiceDay: date)?.end }
    return InstantInterval(start: wanted.start, end: safe ?? max(wanted.start, missed))
  }

  // MARK: - Reviews

  /// The last day for the review after one: seven days, those spent wholly away not counted (R24).
  func reviewPermitted(after last: CivilDate, _ person: Person?) -> CivilDate {
    var day = last
    var counted = 0
    while counted < 7, day < last.adding(days: 400) {
      day = day.adding(days: 1)
      if !isAway(person, allOf: day) { counted += 1 }
    }
    return day
  }
}
