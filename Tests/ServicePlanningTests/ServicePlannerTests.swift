import CareModel
import EpisodePlanning
import Quantities
import RotaOptimiser
import RotaPlanning
import ServicePlanning
import SyntheticCaseloads
import Testing
import TravelTimes

@Suite("Schedule and rota made to agree")
struct ServicePlannerTests {
  @Test("an invented service's plan is held by the rotas of its first days, and the same every time", arguments: 1...3)
  func agreed(seed: Int) throws {
    let service = ServiceGenerator(ServicePreset.smallBorough.parameters(seed: UInt64(seed))).service
    let plan = try ServicePlanner(service, days: 14).plan()
    let agreement = try #require(plan.agreement)
    #expect(agreement.days.map(\.date) == [service.today, service.today.adding(days: 1)])
    #expect((1...ServicePlanner.mostRounds).contains(agreement.rounds))
    let overhead = try #require(agreement.overhead[.rehabilitationAssistant])
    #expect((50...1500).contains(overhead.value))
    #expect(try ServicePlanner(service, days: 14).plan() == plan)
    // Nothing that a rota refused stands where it was refused, unless it is told.
    let refused = Set(agreement.cuts).subtracting(agreement.leftOut)
    #expect(plan.calls.allSatisfy { !refused.contains($0.id) })
  }

  @Test("at noon the morning's calls are taken for done: the rota of today asks for none of them")
  func underWay() throws {
    let service = ServiceGenerator(ServicePreset.tiny.parameters(seed: 1)).service
    let noon = service.calendar.start(of: service.today) + Minutes(7 * 60 + 30)
    let later = Service(
      title: service.title, isInvented: true, asOf: noon, calendar: service.calendar, policy: service.policy,
      places: service.places, matrices: service.matrices, people: service.people, referrals: service.referrals,
      episodes: service.episodes, staff: service.staff, appointments: service.appointments)
    let morning = try #require(try ServicePlanner(service, days: 7).plan().agreement?.days.first)
    let rest = try #require(try ServicePlanner(later, days: 7).plan().agreement?.days.first)
    let wanted = EpisodePlanner(service, days: 1).plan().calls.filter { $0.part == .morning && $0.basis == .package }
    #expect(!wanted.isEmpty && rest.calls <= morning.calls - wanted.count)
    #expect(rest.withoutPlace.allSatisfy { id in !wanted.contains { $0.id == id } })
  }

  @Test("a start that today's only worker must not make is moved to the day on which another one comes")
  func refusedWorker() throws {
    let service = TwoWorkers.service
    let alone = EpisodePlanner(service, days: 7).plan()
    #expect(TwoWorkers.start(alone) == service.today)
    let plan = try ServicePlanner(service, days: 7).plan()
    #expect(TwoWorkers.start(plan) == service.today.adding(days: 1))
    let agreement = try #require(plan.agreement)
    #expect(!agreement.cuts.isEmpty && agreement.leftOut.isEmpty)
    guard case .starts(let found)? = plan.starts.first?.outcome else { return }
    #expect(found.delayedBy == .refusedByRota(service.today))
  }

  @Test("essential calls that the first days' rotas leave undone are told apart from a start that waits for its day")
  func undone() throws {
    let whole = TwoWorkers.service
    func agreed(_ staff: [StaffMember], _ episodes: [EpisodeRecord]) throws -> [[VisitID]] {
      let service = Service(
        title: "", isInvented: true, asOf: whole.asOf, calendar: whole.calendar, policy: whole.policy,
        places: whole.places, people: whole.people + [Person(id: PersonID("p-2"), place: PlaceID("home"))],
        referrals: whole.referrals, episodes: episodes, staff: staff)
      return try #require(try ServicePlanner(service, days: 7).plan().agreement).days.map(\.withoutPlace)
    }
    let call = PackageLine(
      id: LineID("morning"),
      call: CallNeed(
        kind: .personalCare, demands: [Demand(length: Minutes(30))],
        preferred: ClockInterval(from: ClockTime(wrapping: 9 * 3600), until: ClockTime(wrapping: 10 * 3600))))
    let running = EpisodeRecord(
      episode: Episode(id: EpisodeID("e-2"), person: PersonID("p-2"), startDate: whole.today.adding(days: -5)),
      packages: [PackageVersion(effectiveFrom: whole.today.adding(days: -5), lines: [call])])
    // Today's only worker must not go to the person who waits; the package has its place.
    #expect(try agreed(whole.staff, [running]) == [[], []])
    // Nobody works today.
    #expect(try agreed(Array(whole.staff.dropFirst()), [running]) == [[VisitID("e-2-morning-20261124")], []])
    #expect(try agreed(Array(whole.staff.dropFirst()), []) == [[], []])
  }

  @Test(
    "a start from hospital of which tomorrow's rota leaves a call out is moved whole; one at home is told what it lacks"
  )
  func halved() throws {
    let today = TwoWorkers.today
    let staff = [
      TwoWorkers.worker("w-1", DateSpan(on: today)), TwoWorkers.worker("w-2", DateSpan(on: today.adding(days: 1))),
      TwoWorkers.worker("w-3", DateSpan(first: today.adding(days: 2), last: nil)),
    ]
    func start(from whereabouts: Referral.Whereabouts, refused: String) throws -> PlannedStart.Start? {
      let service = TwoWorkers.oneStart(refused: refused, staff: staff, from: whereabouts)
      guard case .starts(let start)? = try ServicePlanner(service, days: 7).plan().starts.first?.outcome else {
        return nil
      }
      return start
    }
    // Tomorrow's only worker must not go there: neither tomorrow's call nor a first visit tomorrow can be.
    #expect(try start(from: .inHospital, refused: "w-2")?.date == today.adding(days: 2))
    let home = try start(from: .home, refused: "w-2")
    #expect(home?.date == today && home?.callsLeftOut == 1)
    #expect(try start(from: .inHospital, refused: "nobody")?.date == today)
  }

  @Test("fewer days than are rostered show less, and change nothing")
  func oneDay() throws {
    let service = TwoWorkers.service
    let (one, week) = (try ServicePlanner(service, days: 1).plan(), try ServicePlanner(service, days: 7).plan())
    #expect(one.agreement == week.agreement && one.starts == week.starts)
    #expect(one.lastDay == service.today)
    #expect(one.calls == week.calls.filter { $0.date == service.today })
  }

  @Test("whether a promise is kept is told by the time that the rota has, not by the earliest of its part of the day")
  func timeOfRota() throws {
    let plan = try ServicePlanner(TwoWorkers.service, days: 7).plan()
    guard case .starts(let found)? = plan.starts.first?.outcome, let start = plan.starts.first else {
      Issue.record("no start")
      return
    }
    let at = try #require(found.rosteredAt)
    #expect(at >= found.earliest && found.at == at)
    let service = TwoWorkers.service
    let visit = try #require(plan.calls.first { $0.need.kind == .firstResponse })
    func rotas(_ instant: Instant) -> RosteredCalls { RosteredCalls(starts: [visit.id: instant]) }
    func breach(at instant: Instant) -> ClockBreach? {
      plan.rostered(rotas(instant), of: service).breaches.first { $0.referral == start.referral }
    }
    let late = start.deadline + Minutes(1)
    #expect(breach(at: start.deadline) == nil)
    #expect(breach(at: late)?.keptAt == late)
    #expect(plan.rostered(rotas(late), of: service).starts.first?.lateBy == Minutes(1).seconds)
  }
}

/// One worker today, whom the person has refused; another one from tomorrow on.
private enum TwoWorkers {
  static func start(_ plan: EpisodePlan) -> CivilDate? {
    guard case .starts(let start)? = plan.starts.first?.outcome else { return nil }
    return start.date
  }

  static let calendar = ServiceCalendar(zone: "Europe/London", initialOffset: .zero, changes: [])
  static let today = CivilDate(iso: "2026-11-24") ?? CivilDate(daysSinceEpoch: 0)

  static func worker(_ id: String, _ employed: DateSpan?) -> StaffMember {
    StaffMember(
      id: WorkerID(id), role: .rehabilitationAssistant, home: PlaceID("base"), mode: .car,
      startsFrom: PlaceID("base"), endsAt: PlaceID("base"),
      contract: Contract(weekly: Minutes(2220), weekends: .every),
      roster: RosterPattern(
        anchor: today,
        weeks: [
          Weekday.allCases.map {
            RosteredShift(
              $0, Shift(from: ClockTime(wrapping: 7 * 3600), until: ClockTime(wrapping: 15 * 3600), breaks: []))
          }
        ]), employed: employed)
  }

  static var service: Service {
    oneStart(
      refused: "w-1",
      staff: [worker("w-1", DateSpan(on: today)), worker("w-2", DateSpan(first: today.adding(days: 1), last: nil))])
  }

  /// One person who is to start, with a package of one call each morning where they come from hospital.
  static func oneStart(refused: String, staff: [StaffMember], from whereabouts: Referral.Whereabouts? = nil) -> Service
  {
    func place(_ id: String, _ east: Int) -> Place? {
      GeographicPosition(latitudeMicrodegrees: 51_410_000, longitudeMicrodegrees: -300_000 + east)
        .map { Place(id: PlaceID(id), position: $0) }
    }
    let asOf = calendar.start(of: today) + Minutes(60)
    let morning = PackageLine(
      id: LineID("morning"),
      call: CallNeed(
        kind: .personalCare, demands: [Demand(length: Minutes(30))],
        preferred: ClockInterval(from: ClockTime(wrapping: 9 * 3600), until: ClockTime(wrapping: 10 * 3600))))
    return Service(
      title: "", isInvented: true, asOf: asOf, calendar: calendar, policy: Policy(),
      places: [place("home", 4000), place("base", 0)].compactMap { $0 },
      people: [Person(id: PersonID("p-1"), place: PlaceID("home"), refusedWorkers: [WorkerID(refused)])],
      referrals: [
        ReferralRecord(
          referral: Referral(
            id: ReferralID("r-1"), person: PersonID("p-1"), referralClass: .newCommunity,
            receivedAt: calendar.start(of: today) + Minutes(30), readyFrom: whereabouts == .inHospital ? asOf : nil,
            whereabouts: whereabouts ?? .home),
          needs: StartNeeds(
            firstVisit: StartNeeds.FirstVisit(demands: [Demand(length: Minutes(60))]),
            lines: whereabouts == nil ? [] : [morning]))
      ], episodes: [], staff: staff)
  }
}
