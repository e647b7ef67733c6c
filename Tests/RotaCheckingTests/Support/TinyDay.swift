import CareModel
import Quantities
import RotaChecking
import TravelTimes

/// Tuesday 24 November 2026 in UTC, small enough to reckon by hand.
///
/// Places: the base and homes h1 to h4, whose matrix says 10 minutes and 10 miles between the base and a home, and 20
/// minutes and 20 miles between two homes. People p1 to p4 live there, w1 and w2 are assistants on duty d1 and d2 from
/// 07:00 to 15:00 from base to base, by car. Nobody knows anybody, and the rota begins to count at 05:00.
struct TinyDay {
  var asOf = at("05:00")
  var policy = Policy()
  var calendar = ServiceCalendar(zone: "UTC", initialOffset: .zero, changes: [])
  var people = (1...4).map { TinyDay.person("p\($0)") }
  var workers = [TinyDay.worker("w1"), TinyDay.worker("w2", duties: [TinyDay.duty("d2")])]
  var visits: [Visit] = []
  var links: [VisitLink] = []
  var episodes: [Episode] = []
  var referrals: [Referral] = []

  static let serviceDate = CivilDate(iso: "2026-11-24") ?? CivilDate(daysSinceEpoch: 0)

  init(_ visits: [Visit] = []) { self.visits = visits }

  var caseload: Caseload {
    let names = ["base", "h1", "h2", "h3", "h4"]
    let places = names.enumerated().map {
      Place(id: PlaceID($1), kind: $0 == 0 ? .base : .home, position: nil, matrixIndex: $0)
    }
    func table(_ unit: Int32) -> [Int32] {
      (0..<25).map { $0 / 5 == $0 % 5 ? 0 : $0 / 5 == 0 || $0 % 5 == 0 ? unit : 2 * unit }
    }
    let matrices = TravelMode.allCases.compactMap {
      TravelMatrix(mode: $0, size: 5, seconds: table(600), metres: table(16_093))
    }
    return Caseload(
      title: "Tiny day", isInvented: true, asOf: asOf, serviceDate: Self.serviceDate, calendar: calendar,
      policy: policy, places: places, matrices: matrices, people: people, episodes: episodes, referrals: referrals,
      workers: workers, visits: visits, links: links)
  }

  func rota(_ runs: [Run], uncovered: [String] = []) -> Rota {
    Rota(serviceDate: Self.serviceDate, asOf: asOf, runs: runs, uncovered: uncovered.map(VisitID.init))
  }

  func check(_ runs: [Run], uncovered: [String] = []) -> CheckedRota { check(rota(runs, uncovered: uncovered)) }

  func check(_ rota: Rota) -> CheckedRota {
    let caseload = caseload
    return RotaChecker.check(
      rota, of: caseload,
      travel: TravelModel(places: caseload.places, matrices: caseload.matrices, policy: caseload.policy.travel))
  }

  /// The findings of one rule.
  func findings(_ rule: RuleName, _ runs: [Run], uncovered: [String] = []) -> [Finding] {
    check(runs, uncovered: uncovered).findings.filter { $0.rule == rule }
  }

  /// The rules that a rota breaks, each once, in order.
  func broken(_ runs: [Run], uncovered: [String] = []) -> [RuleName] {
    let broken = Set(check(runs, uncovered: uncovered).findings.map(\.rule))
    return RuleName.allCases.filter(broken.contains)
  }

  static func person(
    _ id: String, coreTeam: [String] = [], recentVisits: [String: Int] = [:], refused: [String] = [],
    preferences: [Preference] = [], suspensions: [InstantInterval] = []
  ) -> Person {
    Person(
      id: PersonID(id), place: PlaceID("h" + id.dropFirst()), coreTeam: coreTeam.map(WorkerID.init),
      recentVisits: Dictionary(uniqueKeysWithValues: recentVisits.map { (WorkerID($0), $1) }),
      refusedWorkers: refused.map(WorkerID.init), preferences: preferences, suspensions: suspensions)
  }

  static func duty(
    _ id: String = "d1", _ from: String = "07:00", _ until: String = "15:00", start: String = "base",
    end: String? = "base", mode: TravelMode = .car, breaks: [Break] = [], overtime: Int = 0
  ) -> DutyPeriod {
    DutyPeriod(
      id: DutyID(id), hours: span(from, until), startPlace: PlaceID(start), endPlace: end.map(PlaceID.init),
      mode: mode, breaks: breaks, agreedOvertime: Minutes(overtime))
  }

  static func worker(
    _ id: String, role: Role = .rehabilitationAssistant, skills: [String] = [], gender: Gender? = nil,
    languages: [String] = [], duties: [DutyPeriod] = [TinyDay.duty()], refused: [String] = [],
    record: WorkingRecord = WorkingRecord()
  ) -> Worker {
    Worker(
      id: WorkerID(id), role: role, skills: skills.map(Skill.init), gender: gender, languages: languages,
      dutyPeriods: duties, refusedPeople: refused.map(PersonID.init), record: record)
  }

  /// A half-hour call that is best at 08:00 to 08:30, agreed 30 minutes and safe an hour and more either side.
  static func visit(
    _ id: String = "v1", person: String = "p1", kind: Visit.Kind = .personalCare, episode: String? = nil,
    referral: String? = nil, mode: Visit.Mode = .home, minutes: [Int] = [30], demands: [Demand]? = nil,
    windows: [WindowAlternative]? = nil, consequence: Consequence? = nil, timeCritical: Bool = false,
    preferences: [Preference] = [], refused: [String] = [], lastDay: CivilDate? = nil, lock: Lock? = nil,
    state: Visit.State = .planned, published: Visit.Placement? = nil, actual: Visit.Placement? = nil
  ) -> Visit {
    Visit(
      id: VisitID(id), person: PersonID(person), kind: kind, episode: episode.map(EpisodeID.init),
      referral: referral.map(ReferralID.init), mode: mode,
      demands: demands ?? minutes.map { Demand(length: Minutes($0)) },
      windows: windows ?? [window("08:00", "08:30", "07:30", "09:00", "07:00", "10:00")], consequence: consequence,
      isTimeCritical: timeCritical, preferences: preferences, refusedWorkers: refused.map(WorkerID.init),
      lastPermittedDay: lastDay, lock: lock, state: state, published: published, actual: actual)
  }

  /// A call that may start at any time of the service day.
  static func anytime(
    _ id: String, person: String = "p1", kind: Visit.Kind = .personalCare, referral: String? = nil,
    mode: Visit.Mode = .home, minutes: [Int] = [30], lock: Lock? = nil, state: Visit.State = .planned,
    actual: Visit.Placement? = nil
  ) -> Visit {
    visit(
      id, person: person, kind: kind, referral: referral, mode: mode, minutes: minutes,
      windows: [window("05:00", "23:00", "05:00", "23:00", "05:00", "23:00")], lock: lock, state: state,
      actual: actual)
  }

  /// A referral in time on the day; the first visit is due by 12:00.
  static func referral(
    _ id: String = "r1", person: String = "p1", class referralClass: ReferralClass = .hospitalDischarge,
    deadline: Instant = at("12:00"), readyFrom: Instant? = nil, whereabouts: Referral.Whereabouts = .home,
    state: Referral.State = .accepted
  ) -> Referral {
    Referral(
      id: ReferralID(id), person: PersonID(person), referralClass: referralClass, receivedAt: deadline - Minutes(1440),
      readyFrom: readyFrom, whereabouts: whereabouts, state: state, responseDeadline: deadline)
  }
}
