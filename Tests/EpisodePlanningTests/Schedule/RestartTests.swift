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

  @Test("a stay that is still to come stops nothing today, and who stays away for good is a task, no start")
  func others() {
    let coming = parts(since: "2026-11-25", until: "2026-12-08")
    #expect(EpisodePlanner(coming.service, days: 14).plan().starts.isEmpty)
    #expect(
      EpisodePlanner(coming.service, days: 14).plan().calls.contains {
        $0.basis == .package && $0.date == coming.service.today
      })
  }
}
