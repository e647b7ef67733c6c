import CareModel
import EpisodePlanning
import Quantities
import Testing

@Suite("Back from hospital: inside the held days a running package, after them a start of the first class")
struct RestartTests {
  /// Away since a date, and home on the morning of another.
  private func parts(since: String, until: String, lastPermitted: String = "2026-11-02") -> InventedService {
    var parts = InventedService()
    parts.staff = [worker([Weekday.allCases.map { RosteredShift($0, shift("07:00", "23:00")) }])]
    let stay = InstantInterval(start: instant(since, "06:00"), end: instant(until, "10:00"))
    parts.people = [
      Person(id: PersonID("p-1"), place: PlaceID("home-1"), suspensions: [stay].compactMap { $0 }),
      Person(id: PersonID("p-2"), place: PlaceID("home-2")),
    ]
    parts.episodes = [episode(start: lastPermitted, referral: "r-1", state: .suspended)]
    parts.referrals = [referral(received: instant("2026-11-01", "09:00"))]
    return parts
  }

  @Test("eight days away is a start, like a discharge from hospital; seven are not")
  func held() throws {
    let long = EpisodePlanner(parts(since: "2026-11-18", until: "2026-11-26").service, days: 14).plan()
    let start = try #require(long.starts.first)
    #expect(long.starts.count == 1 && start.person == PersonID("p-1"))
    #expect(start.rank.referralClass == .hospitalDischarge)
    #expect(start.deadline == instant("2026-11-27", "10:00") && start.mustRingWard)
    guard case .starts(let found) = start.outcome else {
      Issue.record("no restart")
      return
    }
    #expect(found.date == date("2026-11-26") && found.earliest >= instant("2026-11-26", "10:00"))
    let calls = long.calls.filter { $0.person == PersonID("p-1") }
    #expect(calls.first?.need.kind == .firstResponse)
    #expect(calls.dropFirst().allSatisfy { $0.basis != .package && $0.id.text.contains("e-1") })
    let short = EpisodePlanner(parts(since: "2026-11-19", until: "2026-11-26").service, days: 14).plan()
    #expect(short.starts.isEmpty)
    #expect(
      short.calls.contains { $0.person == PersonID("p-1") && $0.basis == .package && $0.date == date("2026-11-26") })
  }

  @Test("the days of the episode go on counting: after its last permitted one essential calls are bridging")
  func limit() {
    // Begun on 2 November: 13 December is the last day.
    let plan = EpisodePlanner(parts(since: "2026-11-10", until: "2026-11-26").service, days: 42).plan()
    let calls = plan.calls.filter { $0.person == PersonID("p-1") && !$0.need.kind.hasClock }
    #expect(calls.filter { $0.date > date("2026-12-13") }.allSatisfy { $0.basis == .bridging })
    #expect(calls.filter { $0.date <= date("2026-12-13") }.allSatisfy { $0.basis != .bridging })
    #expect(calls.last.map { $0.date > date("2026-12-13") } == true)
  }

  @Test("the day's rota has the return as a first visit with its calls behind it; nobody's calls are there twice")
  func day() {
    let service = parts(since: "2026-11-10", until: "2026-11-26").service
    let plan = EpisodePlanner(service, days: 14).plan()
    let cut = DayCut.caseload(of: service.booking(plan, on: date("2026-11-26")), on: date("2026-11-26"))
    #expect(cut.quarantine.isEmpty)
    #expect(cut.visits.filter { $0.kind == .firstResponse }.count == 1)
    #expect(Set(cut.visits.map(\.id)).count == cut.visits.count)
    #expect(cut.visits.contains { $0.isInStartBundle && $0.kind == .personalCare })
    let later = DayCut.caseload(of: service.booking(plan, on: date("2026-11-28")), on: date("2026-11-28"))
    #expect(later.visits.filter { $0.kind == .personalCare }.count == 2)
  }

  @Test("a stay that is still to come stops nothing before it; the return after the held days is a start")
  func coming() throws {
    let service = parts(since: "2026-11-26", until: "2026-12-04").service
    let plan = EpisodePlanner(service, days: 21).plan()
    let calls = plan.calls.filter { $0.person == PersonID("p-1") && !$0.need.kind.hasClock }
    #expect(Set(calls.filter { $0.basis == .package }.map(\.date)) == [date("2026-11-24"), date("2026-11-25")])
    #expect(calls.first { $0.basis != .package }?.need.kind == .firstResponse)
    guard case .starts(let found)? = plan.starts.first?.outcome else {
      Issue.record("no restart")
      return
    }
    #expect(found.date == date("2026-12-04"))
    for day in ["2026-11-24", "2026-11-25", "2026-12-04", "2026-12-05"].map(date) {
      let cut = DayCut.caseload(of: service.booking(plan, on: day), on: day)
      let planned = plan.calls.filter { $0.person == PersonID("p-1") && $0.date == day && !$0.need.kind.hasClock }
      #expect(cut.quarantine.isEmpty)
      #expect(cut.visits.filter { !$0.kind.hasClock }.count == planned.count, "\(day)")
    }
    let held = EpisodePlanner(parts(since: "2026-11-26", until: "2026-12-03").service, days: 21).plan()
    #expect(held.starts.isEmpty)
    #expect(held.calls.contains { $0.basis == .package && $0.date == date("2026-12-03") })
  }

  @Test("a short stay before a long one holds the package; the long one's end is the start")
  func shortBeforeLong() {
    var parts = parts(since: "2026-11-22", until: "2026-11-25")
    let long = InstantInterval(start: instant("2026-11-27", "06:00"), end: instant("2026-12-06", "10:00"))
    parts.people[0] = Person(
      id: PersonID("p-1"), place: PlaceID("home-1"), suspensions: parts.people[0].suspensions + [long].compactMap { $0 }
    )
    let plan = EpisodePlanner(parts.service, days: 21).plan()
    let package = plan.calls.filter { $0.person == PersonID("p-1") && $0.basis == .package }
    #expect(Set(package.map(\.date)) == [date("2026-11-25"), date("2026-11-26")])
    #expect(plan.starts.count == 1)
  }
}
