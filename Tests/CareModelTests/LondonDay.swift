import CareModel
import Quantities

/// A day of a service in London, and the records that the tests of the model put into it.
enum LondonDay {
  static let bankHolidays = ["2026-12-25", "2026-12-28"].compactMap { CivilDate(iso: $0) }

  /// Europe/London, 2026: summer time from 29 March to 25 October, 01:00 UTC.
  static let calendar = calendar(dayOrigin: clock(5))

  static func calendar(dayOrigin: ClockTime) -> ServiceCalendar {
    ServiceCalendar(
      zone: "Europe/London", initialOffset: .zero,
      changes: [
        .init(from: Instant(epochSeconds: 1_792_890_000), offset: .zero),
        .init(from: Instant(epochSeconds: 1_774_746_000), offset: Seconds(3600)),
      ], bankHolidays: bankHolidays, dayOrigin: dayOrigin)
  }

  /// Tuesday 24 November 2026.
  static let date = CivilDate(daysSinceEpoch: 20_781)

  static func clock(_ hour: Int, _ minute: Int = 0) -> ClockTime { ClockTime(wrapping: hour * 3600 + minute * 60) }

  /// So many minutes after 05:00 on 24 November 2026.
  static func at(minutes: Int) -> Instant { Instant(epochSeconds: 1_795_496_400 + minutes * 60) }

  /// So many hours after 05:00 on 24 November 2026.
  static func at(hours: Int) -> Instant { at(minutes: hours * 60) }

  static func interval(_ start: Instant, _ end: Instant) -> InstantInterval {
    InstantInterval(start: min(start, end), end: max(start, end)) ?? InstantInterval(at: start)
  }

  /// From 08:00 to 09:00, an hour's tolerance more, and to 14:00.
  static func window(fromHour hour: Int = 3) -> [WindowAlternative] {
    [
      WindowAlternative(
        preferred: interval(at(hours: hour), at(hours: hour + 1)),
        agreed: interval(at(hours: hour - 1), at(hours: hour + 2)),
        safe: interval(at(hours: hour - 1), at(hours: hour + 6)))
    ].compactMap { $0 }
  }

  static let person = PersonID("p-1")
  static let episode = EpisodeID("e-1")
  static let referral = ReferralID("r-1")

  static func visit(
    _ kind: Visit.Kind = .personalCare, episode: EpisodeID? = nil, referral: ReferralID? = nil,
    consequence: Consequence? = nil, isTimeCritical: Bool = false, lastPermittedDay: CivilDate? = nil,
    windows: [WindowAlternative] = window(), mode: Visit.Mode = .home, place: PlaceID? = nil
  ) -> Visit {
    Visit(
      id: VisitID("v-1"), person: person, kind: kind, episode: episode, referral: referral, mode: mode, place: place,
      demands: [Demand(length: Minutes(30))], windows: windows, consequence: consequence,
      isTimeCritical: isTimeCritical, lastPermittedDay: lastPermittedDay)
  }

  static func referral(
    _ referralClass: ReferralClass = .newCommunity, isFlagged: Bool = false, receivedAt: Instant = at(hours: -12),
    state: Referral.State = .accepted, responseDeadline: Instant? = nil
  ) -> Referral {
    Referral(
      id: referral, person: person, referralClass: referralClass,
      careHomeRisk: isFlagged ? .init(setBy: "a care manager") : nil, receivedAt: receivedAt, whereabouts: .home,
      state: state, responseDeadline: responseDeadline)
  }

  static func caseload(
    policy: Policy = Policy(), calendar: ServiceCalendar = calendar, date: CivilDate = date, visits: [Visit] = [],
    episodes: [Episode] = [], referrals: [Referral] = [], suspensions: [InstantInterval] = [],
    wasLeftYesterday: Bool = false, workers: [Worker] = []
  ) -> Caseload {
    Caseload(
      title: "A day of the model's tests", isInvented: true, asOf: at(hours: 2), serviceDate: date, calendar: calendar,
      policy: policy,
      places: [
        Place(id: PlaceID("home"), position: nil), Place(id: PlaceID("clinic"), kind: .clinic, position: nil),
      ],
      people: [
        Person(
          id: person, place: PlaceID("home"), suspensions: suspensions,
          hadUncoveredEssentialCallYesterday: wasLeftYesterday)
      ], episodes: episodes, referrals: referrals, workers: workers, visits: visits)
  }
}
