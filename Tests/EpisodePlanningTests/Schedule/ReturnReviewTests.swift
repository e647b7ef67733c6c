import CareModel
import EpisodePlanning
import Quantities
import Testing

/// Home on Thursday 26 November 2026 at 10:00, after eight days in hospital; today is Tuesday.
@Suite("Back from hospital after long: the clock of the return, and what is booked before the first visit")
struct ReturnReviewTests {
  /// - Parameter worksFrom: when the only worker begins.
  private func parts(
    worksFrom: String = "2026-11-01", booked: String? = nil, asOf: Instant = instant("2026-11-24", "07:00")
  ) -> InventedService {
    var parts = InventedService()
    parts.asOf = asOf
    parts.staff = [
      worker(
        [Weekday.allCases.map { RosteredShift($0, shift("07:00", "23:00")) }],
        employed: DateSpan(first: date(worksFrom), last: nil))
    ]
    parts.people = [person(away: (instant("2026-11-18", "06:00"), instant("2026-11-26", "10:00")))]
    parts.episodes = [
      EpisodeRecord(
        episode: Episode(id: EpisodeID("e-1"), person: PersonID("p-1"), startDate: date("2026-11-02")),
        packages: [package(from: "2026-11-02", [line("morning", "08:00", "09:00")])],
        clocks: EpisodeClocks(carePlanAgreedOn: date("2026-11-04"), reviewsHeld: [date("2026-11-17")]),
        state: .suspended)
    ]
    parts.appointments = [booked].compactMap { $0 }.map { day in
      Appointment(
        id: VisitID("booked"), person: PersonID("p-1"), episode: EpisodeID("e-1"), date: date(day),
        call: CallNeed(kind: .review, demands: [Demand(length: Minutes(45))], preferred: clocks("13:00", "14:00")))
    }
    return parts
  }

  private func start(_ plan: EpisodePlan) -> CivilDate? {
    guard case .starts(let found)? = plan.starts.first?.outcome else { return nil }
    return found.date
  }

  @Test("all clocks of a return run from the homecoming, whenever they are looked at")
  func clock() throws {
    let home = instant("2026-11-26", "10:00")
    for asOf in [instant("2026-11-24", "07:00"), instant("2026-11-25", "16:00"), home, home + Minutes(90)] {
      let plan = EpisodePlanner(parts(asOf: asOf).service, days: 7).plan()
      let start = try #require(plan.starts.first)
      #expect(start.restartOf == EpisodeID("e-1") && start.receivedAt == home)
      #expect(start.deadline == home + Minutes(1440) && start.literalDeadline == home + Minutes(1440))
      #expect(start.nationalDeadline == home + Minutes(2880))
      // Who is still in hospital doesn't wait yet.
      #expect(plan.longestWaits.map(\.receivedAt) == (asOf < home ? [] : [home]))
    }
  }

  @Test("whatever moment a coming day is cut at, the return is on it")
  func cut() {
    for asOf in [instant("2026-11-24", "07:00"), instant("2026-11-25", "16:00")] {
      let day = DayCut.caseload(of: parts(asOf: asOf).service, on: date("2026-11-26"))
      #expect(day.visits.contains { $0.kind == .firstResponse } && day.quarantine.isEmpty)
    }
  }

  /// The review's last permitted day is 1 December: seven days were spent wholly in hospital.
  @Test("a review booked for a day before the first visit keeps no clock: it is a task, and another one is planned")
  func before() {
    let plan = EpisodePlanner(parts(worksFrom: "2026-11-29", booked: "2026-11-28").service, days: 14).plan()
    #expect(start(plan) == date("2026-11-29"))
    #expect(plan.tasks.filter { $0.kind == .beforeFirstVisit }.map(\.booking?.date) == [date("2026-11-28")])
    #expect(plan.calls.contains { $0.id == VisitID("booked") })
    let planned = plan.calls.filter { $0.need.kind == .review && $0.basis == .planned }.map(\.date)
    #expect(planned.first.map { date("2026-11-29") <= $0 && $0 <= date("2026-12-01") } == true)
    #expect(!plan.breaches.contains { $0.clock == .review && !$0.hasHappened })
  }

  @Test("one on the day of the first visit stands, and keeps it")
  func onTheDay() {
    let plan = EpisodePlanner(parts(worksFrom: "2026-11-29", booked: "2026-11-29").service, days: 14).plan()
    #expect(start(plan) == date("2026-11-29"))
    #expect(!plan.tasks.contains { $0.kind == .beforeFirstVisit })
    let next = plan.calls.first { $0.need.kind == .review && $0.basis == .planned }
    #expect(next.map { $0.date > date("2026-12-01") } ?? true)
  }

  @Test("no review is planned before the first visit either; where nobody can start, none keeps the clock")
  func planned() {
    var waiting = parts(worksFrom: "2026-12-01")
    let other = waiting.staff[0]
    // Who makes no first visits, but could hold the review any day.
    waiting.staff.append(
      StaffMember(
        id: WorkerID("w-2"), role: .nurse, home: other.home, mode: .car, startsFrom: other.startsFrom, endsAt: nil,
        contract: other.contract, roster: other.roster))
    let late = EpisodePlanner(waiting.service, days: 14).plan()
    #expect(start(late) == date("2026-12-01"))
    #expect(late.calls.filter { $0.need.kind == .review }.allSatisfy { $0.date >= date("2026-12-01") })
    let never = EpisodePlanner(parts(worksFrom: "2027-01-01", booked: "2026-11-28").service, days: 14).plan()
    #expect(start(never) == nil && never.tasks.contains { $0.kind == .beforeFirstVisit })
    #expect(never.breaches.contains { $0.clock == .review && !$0.hasHappened })
  }
}
