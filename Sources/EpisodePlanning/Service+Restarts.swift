import CareModel
import Quantities

extension ReferralID {
  /// Stands for the restart of an episode, which nobody has referred anew.
  static func restart(of episode: EpisodeID) -> ReferralID { ReferralID("restart-" + episode.text) }
}

/// Somebody who comes home after longer than the package was held, as somebody to start anew: like a discharge from hospital,
/// with the package in force (`domain.md` part 3; `SuspensionClock`).
///
/// Inside the held days a package simply goes on. The episode stays the same: its days go on counting, and its calls keep
/// their names. From the day after the homecoming on it is a running package again, as its state says. Nobody asks for the return, so
/// that all its clocks run from the homecoming, whenever they are looked at.
struct Restart {
  /// The episode as it is recorded.
  let record: EpisodeRecord
  /// The last service day of its package before the stay.
  let lastDayBefore: CivilDate
  /// Somebody's return as a referral.
  let referral: ReferralRecord
  /// The episode as one that is to begin.
  let episode: EpisodeRecord
}

extension Service {
  /// Returns from stays that have begun, or will have by a date, in order of episode.
  func restarts(by date: CivilDate) -> [Restart] { episodes.compactMap { restart(of: $0, by: date) } }

  /// What stands for the restarts of a service that was given them.
  var restartReferrals: Set<ReferralID> {
    Set(episodes.filter { $0.episode.referral == .restart(of: $0.id) }.map { .restart(of: $0.id) })
  }

  /// The service with everybody who restarts as somebody to start anew.
  func with(_ restarts: [Restart]) -> Service {
    guard !restarts.isEmpty else { return self }
    let coming = Dictionary(uniqueKeysWithValues: restarts.map { ($0.record.id, $0.episode) })
    let answered = Set(restarts.compactMap(\.record.episode.referral))
    return Service(
      title: title, isInvented: isInvented, asOf: asOf, calendar: calendar, policy: policy, places: places,
      matrices: matrices, people: people,
      referrals: referrals.filter { !answered.contains($0.id) } + restarts.map(\.referral),
      episodes: episodes.map { coming[$0.id] ?? $0 }, staff: staff,
      appointments: appointments.map { answered.contains($0.referral ?? ReferralID("")) ? $0.withoutReferral : $0 },
      quarantine: quarantine)
  }

  private func restart(of record: EpisodeRecord, by date: CivilDate) -> Restart? {
    guard record.isRunning(on: today), record.episode.kind != .bridging,
      let person = person(record.episode.person),
      let away = Suspensions(person).returning(from: calendar.day(today).start, where: isLongerThanHeld),
      away.start <= asOf || calendar.serviceDate(of: away.start) < date,
      record.lastDayOfProgramme(policy: policy).map({ calendar.serviceDate(of: away.end) <= $0 }) ?? true,
      let package = record.package(on: calendar.serviceDate(of: away.end))
    else { return nil }
    let isHome = away.end <= asOf
    let before = record.episode.referral.flatMap(referral)
    let episode = record.episode
    return Restart(
      record: record, lastDayBefore: calendar.serviceDate(of: away.start),
      referral: ReferralRecord(
        referral: Referral(
          id: .restart(of: record.id), person: person.id, referralClass: .hospitalDischarge,
          careHomeRisk: before?.referral.careHomeRisk, receivedAt: away.end, readyFrom: away.end,
          whereabouts: isHome ? .home : .inHospital, homecoming: isHome ? .confirmed : .expected,
          baselineWeekly: before?.referral.baselineWeekly),
        needs: StartNeeds(
          firstVisit: before?.needs?.firstVisit, lines: package.lines)),
      episode: EpisodeRecord(
        episode: Episode(
          id: episode.id, person: episode.person, referral: .restart(of: record.id), kind: episode.kind,
          startDate: episode.startDate, extension: episode.extension, isHandoverRecorded: episode.isHandoverRecorded,
          stopAtLimit: episode.stopAtLimit), packages: record.packages, callers: record.callers, state: .preStart,
        plannedEnd: record.plannedEnd, endedOn: record.endedOn)
    )
  }

  private func isLongerThanHeld(_ stay: InstantInterval) -> Bool {
    calendar.serviceDate(of: stay.end)
      > calendar.serviceDate(of: stay.start).adding(days: policy.clocks.suspensionHeldDays)
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
