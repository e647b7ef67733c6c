import CareModel
import Quantities
import RotaChecking
import RotaOptimiser
import RotaPlanning
import TravelTimes

/// Tuesday 24 November 2026 in UTC, small enough to reckon by hand, and planned.
///
/// By car it is 10 minutes and 10 miles between the base and each of the homes h1 to h9, and 20 minutes and 20 miles between two homes.
/// Person pN lives at hN. Assistants are on duty from the base to the base.
struct HandMadeDay {
  var asOf = at("05:00")
  var policy = Policy()
  var people = (1...9).map { HandMadeDay.person("p\($0)") }
  var workers = [HandMadeDay.worker("w1")]
  var visits: [Visit] = []
  var links: [VisitLink] = []
  var episodes: [Episode] = []
  var referrals: [Referral] = []

  static let serviceDate = CivilDate(iso: "2026-11-24") ?? CivilDate(daysSinceEpoch: 0)
  private static let placeCount = 10

  var caseload: Caseload {
    let count = Self.placeCount
    let places = (0..<count).map {
      Place(id: PlaceID($0 == 0 ? "base" : "h\($0)"), kind: $0 == 0 ? .base : .home, position: nil, matrixIndex: $0)
    }
    func table(_ unit: Int32) -> [Int32] {
      (0..<count * count).map { cell in
        let (from, to) = (cell / count, cell % count)
        return from == to ? 0 : from == 0 || to == 0 ? unit : 2 * unit
      }
    }
    let matrices = TravelMode.allCases.compactMap {
      TravelMatrix(mode: $0, size: count, seconds: table(600), metres: table(16_093))
    }
    return Caseload(
      title: "Hand-made day", isInvented: true, asOf: asOf, serviceDate: Self.serviceDate,
      calendar: ServiceCalendar(zone: "UTC", initialOffset: .zero, changes: []), policy: policy, places: places,
      matrices: matrices, people: people, episodes: episodes, referrals: referrals, workers: workers, visits: visits,
      links: links)
  }

  func plan(
    budget: Int = 20_000, solver: OptimiserSettings.Solver = .auto, from start: RotaStart? = nil
  ) throws -> CheckedRota {
    let caseload = caseload
    let travel = TravelModel(places: caseload.places, matrices: caseload.matrices, policy: caseload.policy.travel)
    return try RotaPlanner(caseload, travel: travel, settings: OptimiserSettings(budget: budget, solver: solver))
      .plan(from: start)
  }

  func check(_ rota: Rota) -> CheckedRota {
    let caseload = caseload
    return RotaChecker.check(
      rota, of: caseload,
      travel: TravelModel(places: caseload.places, matrices: caseload.matrices, policy: caseload.policy.travel))
  }

  static func person(
    _ id: String, coreTeam: [String] = [], refused: [String] = [], preferences: [Preference] = [],
    suspensions: [InstantInterval] = []
  ) -> Person {
    Person(
      id: PersonID(id), place: PlaceID("h" + id.dropFirst()), coreTeam: coreTeam.map(WorkerID.init),
      refusedWorkers: refused.map(WorkerID.init), preferences: preferences, suspensions: suspensions)
  }

  static func duty(
    _ id: String, _ from: String = "07:00", _ until: String = "15:00", breaks: [Break] = [], overtime: Int = 0
  ) -> DutyPeriod {
    DutyPeriod(
      id: DutyID(id), hours: span(from, until), startPlace: PlaceID("base"), endPlace: PlaceID("base"), mode: .car,
      breaks: breaks, agreedOvertime: Minutes(overtime))
  }

  /// An assistant; duties default to one from 07:00 to 15:00, named after the worker.
  static func worker(
    _ id: String, role: Role = .rehabilitationAssistant, skills: [String] = [], gender: Gender? = nil,
    duties: [DutyPeriod]? = nil, record: WorkingRecord = WorkingRecord()
  ) -> Worker {
    Worker(
      id: WorkerID(id), role: role, skills: skills.map(Skill.init), gender: gender,
      dutyPeriods: duties ?? [duty("d" + id.dropFirst())], record: record)
  }

  /// A half-hour call that may start from one clock time to another, all of it preferred; 07:00 to 14:00 unless told.
  static func visit(
    _ id: String, person: String = "p1", kind: Visit.Kind = .personalCare, referral: String? = nil,
    mode: Visit.Mode = .home, minutes: [Int] = [30], demands: [Demand]? = nil, from: String = "07:00",
    until: String = "14:00", windows: [WindowAlternative]? = nil, consequence: Consequence? = nil,
    timeCritical: Bool = false, lastDay: CivilDate? = nil, lock: Lock? = nil, state: Visit.State = .planned,
    published: Visit.Placement? = nil, actual: Visit.Placement? = nil
  ) -> Visit {
    Visit(
      id: VisitID(id), person: PersonID(person), kind: kind, referral: referral.map(ReferralID.init), mode: mode,
      demands: demands ?? minutes.map { Demand(length: Minutes($0)) },
      windows: windows ?? [window(from, until, from, until, from, until)], consequence: consequence,
      isTimeCritical: timeCritical, lastPermittedDay: lastDay, lock: lock, state: state, published: published,
      actual: actual)
  }

  /// A referral and its first visit of half an hour, which may start from one clock time to another.
  mutating func addStart(
    _ number: Int, class referralClass: ReferralClass, deadline: String, isFlagged: Bool = false, minutes: Int = 30,
    from: String = "07:00", until: String = "14:00", whereabouts: Referral.Whereabouts = .home,
    readyFrom: String? = nil
  ) {
    referrals.append(
      Referral(
        id: ReferralID("r\(number)"), person: PersonID("p\(number)"), referralClass: referralClass,
        careHomeRisk: isFlagged ? Referral.CareHomeRisk(setBy: "social worker") : nil,
        receivedAt: at(deadline) - Minutes(1440), readyFrom: readyFrom.map(at), whereabouts: whereabouts,
        responseDeadline: at(deadline)))
    visits.append(
      Self.visit(
        "first\(number)", person: "p\(number)", kind: .firstResponse, referral: "r\(number)", minutes: [minutes],
        from: from, until: until))
  }
}

/// The instant of a clock time on the day, in UTC; `+08:00` is the next calendar day's, `-08:00` the one's before.
func at(_ clock: String) -> Instant {
  let days = clock.hasPrefix("+") ? 1 : clock.hasPrefix("-") ? -1 : 0
  let time = ClockTime(days == 0 ? clock : String(clock.dropFirst())) ?? ClockTime(wrapping: 0)
  return CivilDateTime(date: HandMadeDay.serviceDate.adding(days: days), time: time).instant(offset: .zero)
}

func span(_ from: String, _ until: String) -> InstantInterval {
  InstantInterval(start: at(from), end: at(until)) ?? InstantInterval(at: at(from))
}

/// Preferred, agreed and safe window by their ends.
func window(
  _ from: String, _ until: String, _ agreedFrom: String, _ agreedUntil: String, _ safeFrom: String,
  _ safeUntil: String
) -> WindowAlternative {
  guard
    let window = WindowAlternative(
      preferred: span(from, until), agreed: span(agreedFrom, agreedUntil), safe: span(safeFrom, safeUntil))
  else { preconditionFailure("windows of a test don't nest") }
  return window
}

/// A lock set by the duty manager.
func lock(_ workers: [String]? = nil, _ clock: String? = nil) -> Lock {
  Lock(workers: workers?.map(WorkerID.init), start: clock.map(at), setBy: "duty manager", reason: "asked for")
}

func placement(_ workers: [String], _ clock: String) -> Visit.Placement {
  Visit.Placement(workers: workers.map(WorkerID.init), start: at(clock))
}

extension CheckedRota {
  /// Ids of uncovered calls.
  var uncovered: [String] { rota.uncovered.map(\.text) }

  func stops(of visit: String) -> [Stop] { rota.runs.flatMap(\.stops).filter { $0.visit.text == visit } }

  func start(of visit: String) -> Instant? { stops(of: visit).first?.start }

  /// Workers of a call, by demand.
  func workers(of visit: String) -> [String] {
    rota.runs.flatMap { run in run.stops.filter { $0.visit.text == visit }.map { ($0.demand, run.worker.text) } }
      .sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// The value at a level of a rank or none.
  func value(_ kind: Level.Kind, _ rank: Rank? = nil) -> Int? {
    score.ladder.index(of: Level(kind, rank: rank)).map { score.values[$0] }
  }
}
