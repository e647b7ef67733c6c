import CareModel
import Quantities

/// The promises that are broken, and those that will be as things stand.
struct ClockBreaches {
  private let service: Service
  private let starts: [PlannedStart]
  private let callsOfEpisode: [EpisodeID: [PlannedCall]]

  /// - Parameter calls: in order of date.
  init(service: Service, starts: [PlannedStart], calls: [PlannedCall]) {
    self.service = service
    self.starts = starts
    callsOfEpisode = Dictionary(grouping: calls.filter { $0.episode != nil }, by: { $0.episode ?? EpisodeID("") })
  }

  /// What has happened first, each part in order of deadline and person.
  func all() -> [ClockBreach] {
    ClockBreaches.ordered(responses() + service.episodes.filter { $0.isRunning(on: service.today) }.flatMap(of))
  }

  static func ordered(_ breaches: [ClockBreach]) -> [ClockBreach] {
    breaches.sorted {
      ($0.hasHappened ? 0 : 1, $0.deadline, $0.person, $0.clock.rawValue)
        < ($1.hasHappened ? 0 : 1, $1.deadline, $1.person, $1.clock.rawValue)
    }
  }

  /// Of open referrals.
  func responses() -> [ClockBreach] {
    starts.compactMap { start in
      let keptAt = start.firstVisitAt
      if let record = service.referral(start.referral),
        let metAt = ResponseClock(record, firstVisitAt: nil, policy: service.policy).metAt, metAt <= start.deadline
      {
        return nil
      }
      let isOverdue = start.deadline < service.asOf
      guard isOverdue || keptAt.map({ $0 > start.deadline }) ?? isLeftOut(start) else { return nil }
      return ClockBreach(
        .response, person: start.person, referral: start.referral, deadline: start.deadline, keptAt: keptAt,
        hasHappened: isOverdue)
    }
  }

  /// Nobody is planned to come, though somebody might have to: not where time was to be held and is not any more, nor where the
  /// days on which it could be lie behind those that are looked at.
  private func isLeftOut(_ start: PlannedStart) -> Bool {
    guard start.state != .accepted else { return true }
    switch start.hold {
    case .noRoom(.notReady), .noRoom(.awaitsEquipment), .over, .answeredNo, nil: return false
    case .noRoom, .held: return true
    }
  }

  private func of(_ record: EpisodeRecord) -> [ClockBreach] {
    guard let person = service.person(record.episode.person) else { return [] }
    func breach(_ clock: ClockBreach.Clock, _ deadline: Instant, _ keptAt: Instant?, happened: Bool) -> ClockBreach {
      ClockBreach(
        clock, person: person.id, episode: record.id, deadline: deadline, keptAt: keptAt, hasHappened: happened)
    }
    var breaches: [ClockBreach] = []
    let referral = record.episode.referral.flatMap(service.referral)
    if let referral {
      let clock = ResponseClock(referral, firstVisitAt: record.clocks.firstVisitAt, policy: service.policy)
      if case .keptLate = clock.standing(asOf: service.asOf) {
        breaches.append(breach(.response, clock.deadline, clock.metAt, happened: true))
      }
    }
    let limit = LimitClock(record.episode, policy: service.policy)
    if limit.phase(on: service.today) == .bridging, let lastDay = limit.lastPermittedDay {
      breaches.append(breach(.limit, service.calendar.lastInstant(of: lastDay), nil, happened: true))
    } else if let lastDay = limit.lastPermittedDay, lastDay >= service.today,
      record.clocks.predictedEnds.last.map({ $0.end > lastDay }) ?? (record.awaitingOnwardSince != nil),
      callsOfEpisode[record.id, default: []].contains(where: { $0.basis == .bridging })
    {
      breaches.append(breach(.limit, service.calendar.lastInstant(of: lastDay), nil, happened: false))
    }
    guard record.episode.kind != .bridging, limit.permitsReablement(on: service.today) else { return breaches }
    let plan = CarePlanClock(record, referral: referral, calendar: service.calendar, policy: service.policy)
    breaches += dayBreach(.carePlan, plan, plannedAs: [.carePlan], record, breach)
    var last = record.episode.startDate
    for held in record.clocks.reviewsHeld {
      let permitted = ReviewClock.lastPermittedDay(
        after: last, person: person, calendar: service.calendar, policy: service.policy)
      if held > permitted {
        breaches.append(
          breach(
            .review, service.calendar.lastInstant(of: permitted), service.calendar.lastInstant(of: held),
            happened: true))
      }
      last = held
    }
    let review = ReviewClock(record, person: person, calendar: service.calendar, policy: service.policy)
    return breaches + dayBreach(.review, review, plannedAs: [.review, .dischargeReview], record, breach)
  }

  /// A clock that runs in days: overdue, kept late, or to be kept late by the schedule.
  private func dayBreach(
    _ clock: ClockBreach.Clock, _ promise: some PromiseClock, plannedAs kinds: [Visit.Kind], _ record: EpisodeRecord,
    _ breach: (ClockBreach.Clock, Instant, Instant?, Bool) -> ClockBreach
  ) -> [ClockBreach] {
    let planned = callsOfEpisode[record.id, default: []].first { kinds.contains($0.need.kind) }
      .map { service.calendar.lastInstant(of: $0.date) }
    switch promise.standing(asOf: service.asOf) {
    case .kept: return []
    case .keptLate: return [breach(clock, promise.deadline, promise.metAt, true)]
    case .overdue: return [breach(clock, promise.deadline, planned, true)]
    case .running:
      let end = record.lastDayOfProgramme(policy: service.policy).map(service.calendar.lastInstant)
      guard end.map({ $0 >= promise.deadline }) ?? true, planned.map({ $0 > promise.deadline }) ?? true else {
        return []
      }
      return [breach(clock, promise.deadline, planned, false)]
    }
  }
}
