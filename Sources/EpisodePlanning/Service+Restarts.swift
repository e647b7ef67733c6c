import CareModel
import Quantities

extension ReferralID {
  /// Stands for the restart of an episode, which nobody has referred anew.
  static func restart(of episode: EpisodeID) -> ReferralID { ReferralID("restart-" + episode.text) }
}

extension Service {
  /// The service with everybody who comes home after longer than the package was held as somebody to start anew: like a
  /// discharge from hospital, with the package in force (`domain.md` part 3; `SuspensionClock`).
  ///
  /// Inside the held days a package simply goes on. The episode stays the same: its days go on counting, and its calls keep
  /// their names. From the day after the homecoming on it is a running package again, as its state says.
  var withRestarts: Service {
    let restarting = episodes.compactMap { record in restart(of: record).map { (record, $0) } }
    guard !restarting.isEmpty else { return self }
    let coming = Dictionary(uniqueKeysWithValues: restarting.map { ($0.0.id, $0.1.episode) })
    let answered = Set(restarting.compactMap(\.0.episode.referral))
    return Service(
      title: title, isInvented: isInvented, asOf: asOf, calendar: calendar, policy: policy, places: places,
      matrices: matrices, people: people,
      referrals: referrals.filter { !answered.contains($0.id) } + restarting.map(\.1.referral),
      episodes: episodes.map { coming[$0.id] ?? $0 }, staff: staff,
      appointments: appointments.map { answered.contains($0.referral ?? ReferralID("")) ? $0.withoutReferral : $0 },
      quarantine: quarantine)
  }

  /// What a restart is planned from: somebody's return as a referral, and the episode as one that is to begin.
  private func restart(of record: EpisodeRecord) -> (referral: ReferralRecord, episode: EpisodeRecord)? {
    guard record.isRunning(on: today), record.episode.kind != .bridging,
      let person = person(record.episode.person),
      let away = Suspensions(person).returning(from: calendar.day(today).start), away.start <= asOf,
      calendar.serviceDate(of: away.end)
        > calendar.serviceDate(of: away.start)
        .adding(days: policy.clocks.suspensionHeldDays),
      record.lastDayOfProgramme(policy: policy).map({ calendar.serviceDate(of: away.end) <= $0 }) ?? true,
      let package = record.package(on: calendar.serviceDate(of: away.end))
    else { return nil }
    let isHome = away.end <= asOf
    let before = record.episode.referral.flatMap(referral)
    let episode = record.episode
    return (
      ReferralRecord(
        referral: Referral(
          id: .restart(of: record.id), person: person.id, referralClass: .hospitalDischarge,
          careHomeRisk: before?.referral.careHomeRisk, receivedAt: min(asOf, away.end), readyFrom: away.end,
          whereabouts: isHome ? .home : .inHospital, homecoming: isHome ? .confirmed : .expected,
          baselineWeekly: before?.referral.baselineWeekly),
        needs: StartNeeds(
          firstVisit: before?.needs?.firstVisit ?? StartQueue.firstVisit, lines: package.lines)),
      EpisodeRecord(
        episode: Episode(
          id: episode.id, person: episode.person, referral: .restart(of: record.id), kind: episode.kind,
          startDate: episode.startDate, extension: episode.extension, isHandoverRecorded: episode.isHandoverRecorded,
          stopAtLimit: episode.stopAtLimit), packages: record.packages, state: .preStart,
        plannedEnd: record.plannedEnd, endedOn: record.endedOn)
    )
  }
}

extension Appointment {
  /// The same for an episode alone.
  fileprivate var withoutReferral: Appointment {
    Appointment(
      id: id, person: person, episode: episode, date: date, call: call, line: line, lastPermittedDay: lastPermittedDay,
      published: published)
  }
}
