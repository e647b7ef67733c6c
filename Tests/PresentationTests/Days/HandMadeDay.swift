import CareModel
import Explanations
import Presentation
import Quantities
import RotaChecking
import TravelTimes

/// A day and its rota put together call by call; the real checker proves it.
struct HandMadeDay {
  var title = "Small borough"
  var isInvented = true
  var asOf = "07:00"
  var date = "2026-11-24"
  var places: [Place] = []
  var people: [Person] = []
  var workers: [Worker] = []
  var episodes: [Episode] = []
  var referrals: [Referral] = []
  var visits: [Visit] = []
  var quarantine: [QuarantinedRecord] = []
  var stops: [String: [Stop]] = [:]
  var breaks: [String: [BreakStop]] = [:]
  var uncovered: [VisitID] = []
  var explanations: [Explanation] = []
  var provenance: Provenance?
  var names: [String: String] = [:]
  var hasPositions = true

  var serviceDate: CivilDate { CivilDate(iso: date) ?? CivilDate(daysSinceEpoch: 20_000) }

  /// Summer time until 2026-10-25T01:00Z, winter time after it.
  let calendar = ServiceCalendar(
    zone: "Europe/London", initialOffset: Seconds(3600),
    changes: [.init(from: Instant(epochSeconds: 1_792_890_000), offset: .zero)])

  /// The instant of `08:00`, or of a full ISO text.
  func at(_ text: String) -> Instant {
    if let reading = ZonedReading(iso: text) { return reading.instant }
    return ClockTime(text).flatMap { calendar.reading($0, onServiceDay: serviceDate).instant }
      ?? calendar.start(of: serviceDate)
  }

  func interval(_ start: Instant, _ end: Instant) -> InstantInterval {
    InstantInterval(start: start, end: max(start, end)) ?? InstantInterval(at: start)
  }

  mutating func place(_ id: String, north: Int = 0, east: Int = 0, kind: Place.Kind = .home, patch: String? = nil) {
    let position = GeographicPosition(
      latitudeMicrodegrees: 51_400_000 + north, longitudeMicrodegrees: -300_000 + east)
    places.append(
      Place(
        id: PlaceID(id), kind: kind, position: hasPositions ? position : nil, patch: patch,
        matrixIndex: hasPositions ? nil : 0))
  }

  /// A worker with one duty period of the same name and a base of that name.
  mutating func worker(
    _ id: String, role: Role = .rehabilitationAssistant, from start: String = "07:00", until end: String = "15:00",
    at place: String? = nil, overtime: Int = 0, breakAt: String? = nil
  ) {
    let base = place ?? "base-\(id)"
    if !places.contains(where: { $0.id.text == base }) { self.place(base, kind: .base) }
    var rests: [Break] = []
    if let breakAt {
      rests.append(Break(length: Minutes(20), window: interval(at(breakAt) - Minutes(120), at(breakAt) + Minutes(120))))
      breaks[id, default: []].append(BreakStop(start: at(breakAt), end: at(breakAt) + Minutes(20)))
    }
    workers.append(
      Worker(
        id: WorkerID(id), role: role,
        dutyPeriods: [
          DutyPeriod(
            id: DutyID(id), hours: interval(at(start), at(end)), startPlace: PlaceID(base), endPlace: PlaceID(base),
            mode: .car, breaks: rests, agreedOvertime: Minutes(overtime))
        ]))
  }

  mutating func person(_ id: String, north: Int = 0, east: Int = 0, patch: String? = nil) {
    guard !people.contains(where: { $0.id.text == id }) else { return }
    place("home-\(id)", north: north, east: east, patch: patch)
    people.append(Person(id: PersonID(id), place: PlaceID("home-\(id)")))
  }

  /// A call wished at a time; the agreed window is half an hour either side, the safe one six hours.
  mutating func call(
    _ id: String, of person: String, at time: String, minutes: Int = 30, kind: Visit.Kind = .personalCare,
    consequence: Consequence? = nil, isTimeCritical: Bool = false, workers count: Int = 1, roles: [Role] = [],
    referral: String? = nil, lock: Lock? = nil
  ) {
    self.person(person)
    let wished = at(time)
    let window = WindowAlternative(
      preferred: InstantInterval(at: wished), agreed: interval(wished - Minutes(30), wished + Minutes(30)),
      safe: interval(wished - Minutes(360), wished + Minutes(360)))
    visits.append(
      Visit(
        id: VisitID(id), person: PersonID(person), kind: kind, referral: referral.map(ReferralID.init),
        demands: Array(repeating: Demand(roles: roles, length: Minutes(minutes)), count: count),
        windows: window.map { [$0] } ?? [], consequence: consequence, isTimeCritical: isTimeCritical, lock: lock))
  }

  /// A first visit with its referral.
  mutating func firstVisit(
    _ id: String, of person: String, at time: String, deadline: String,
    referralClass: ReferralClass = .hospitalDischarge, isFlagged: Bool = false,
    whereabouts: Referral.Whereabouts = .home, homecoming: Referral.Homecoming = .confirmed
  ) {
    referrals.append(
      Referral(
        id: ReferralID("r-\(id)"), person: PersonID(person), referralClass: referralClass,
        careHomeRisk: isFlagged ? Referral.CareHomeRisk(setBy: "the therapist") : nil,
        receivedAt: at(deadline) - Minutes(1440), whereabouts: whereabouts, homecoming: homecoming,
        responseDeadline: at(deadline)))
    call(id, of: person, at: time, minutes: 60, kind: .firstResponse, referral: "r-\(id)")
  }

  /// Puts one demand of a call into a worker's run.
  mutating func give(_ visit: String, to worker: String, at time: String, demand: Int = 0) {
    let length = visits.first { $0.id.text == visit }?.length ?? Minutes(30)
    let start = at(time)
    stops[worker, default: []].append(
      Stop(visit: VisitID(visit), demand: demand, start: start, end: start + length))
  }

  mutating func leaveOut(
    _ visit: String, because obstacles: [(Explanation.Obstacle, Int)] = [], next: (String, String)? = nil
  ) {
    uncovered.append(VisitID(visit))
    explain(visit, .uncovered, obstacles, next: next)
  }

  mutating func explain(
    _ visit: String, _ matter: Explanation.Matter, _ obstacles: [(Explanation.Obstacle, Int)],
    next: (String, String)? = nil
  ) {
    explanations.append(
      Explanation(
        visit: VisitID(visit), matter: matter,
        obstacles: obstacles.map { .init(obstacle: $0.0, duties: $0.1) },
        nextPossible: next.map { .init(start: at($0.0), workers: [WorkerID($0.1)]) }))
  }

  var caseload: Caseload {
    let matrix = TravelMatrix(mode: .car, size: 1, seconds: [0])
    return Caseload(
      title: title, isInvented: isInvented, asOf: at(asOf), serviceDate: serviceDate, calendar: calendar,
      policy: Policy(), places: places, matrices: hasPositions ? [] : [matrix].compactMap { $0 }, people: people,
      episodes: episodes, referrals: referrals, workers: workers, visits: visits, quarantine: quarantine)
  }

  var rota: Rota {
    let runs = stops.keys.sorted().map { id in
      Run(
        worker: WorkerID(id), duty: DutyID(id), stops: (stops[id] ?? []).sorted { $0.start < $1.start },
        breaks: breaks[id] ?? [])
    }
    return Rota(serviceDate: serviceDate, asOf: at(asOf), runs: runs, uncovered: uncovered, provenance: provenance)
  }

  func report() throws -> RotaReport {
    let caseload = caseload
    let names = names
    return RotaReport(
      caseload: caseload, checked: RotaChecker.check(rota, of: caseload, travel: try TravelModel(caseload)),
      explanations: explanations, names: PersonNames { names[$0] ?? $0 })
  }
}
