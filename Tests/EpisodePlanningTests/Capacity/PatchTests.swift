import CareModel
import EpisodePlanning
import Quantities
import Testing

@Suite("Capacity of patches: who is too far away gives no time")
struct PatchTests {
  private static let daily = [Weekday.allCases.map { RosteredShift($0, shift("07:00", "15:00")) }]
  private static let wednesdays = [[RosteredShift(.wednesday, shift("07:00", "15:00"))]]

  /// People wait in the North, 90 km from the base at which every day somebody begins, and one of the North's own on
  /// Wednesdays.
  private func service(
    waiting: Int = 1, firstVisit: Int = 60, reach: Minutes? = nil, patchAtBase: String? = "South",
    northern: [[RosteredShift]] = wednesdays
  ) -> InventedService {
    var parts = InventedService()
    if let reach { parts.policy.patchReach = reach }
    parts.places = [
      place("home-1", north: 90, patch: "North"), place("home-2", patch: "South"), place("base", patch: "South"),
    ]
    parts.staff = [
      worker(Self.daily, id: "w-south", patch: patchAtBase), worker(northern, id: "w-north", patch: "North"),
    ]
    parts.people = (0..<waiting).map { Person(id: PersonID("p-\($0)"), place: PlaceID("home-1")) }
    parts.referrals = (0..<waiting).map { index in
      ReferralRecord(
        referral: Referral(
          id: ReferralID("r-\(index)"), person: PersonID("p-\(index)"), referralClass: .newCommunity,
          receivedAt: instant("2026-11-23", "18:00") + Minutes(index), whereabouts: .home),
        needs: StartNeeds(firstVisit: StartNeeds.FirstVisit(demands: [Demand(length: Minutes(firstVisit))]), lines: []))
    }
    return parts
  }

  private func days(_ plan: EpisodePlan) -> [String?] {
    plan.starts.map { if case .starts(let start) = $0.outcome { "\(start.date)" } else { nil } }
  }

  @Test("who begins further away than a patch reaches gives it no time, and the plan says who is short of it")
  func farAway() throws {
    let plan = EpisodePlanner(service().service, days: 7).plan()
    #expect(days(plan) == ["2026-11-25"])
    guard case .starts(let start)? = plan.starts.first?.outcome, case .full(let short)? = start.delayedBy else {
      Issue.record("a start that a shortage delays")
      return
    }
    #expect(short.patch == "North")
    #expect(short.date == date("2026-11-24"))
  }

  @Test("inside the reach, of the patch's own team, or of no team at all: their time counts")
  func reaching() {
    let near = service(reach: Minutes(400)).service
    #expect(days(EpisodePlanner(near, days: 7).plan()) == ["2026-11-24"])
    let own = service(reach: .zero, patchAtBase: "North").service
    #expect(days(EpisodePlanner(own, days: 7).plan()) == ["2026-11-24"])
    let anybody = service(reach: .zero, patchAtBase: nil).service
    #expect(days(EpisodePlanner(anybody, days: 7).plan()) == ["2026-11-24"])
  }

  @Test("the way counts to the minute")
  func reachToTheMinute() {
    let least = (1...400).first { minutes in
      days(EpisodePlanner(service(reach: Minutes(minutes)).service, days: 7).plan()) == ["2026-11-24"]
    }
    // 90 km x 1.35 at the mean of a town's speeds, and getting in: some four hours.
    #expect(least.map { (200...280).contains($0) } ?? false, "\(least ?? -1) minutes")
  }

  @Test("a patch's own time is given out by rank, and what the program proves is proven with it")
  func shared() {
    // 340 min of contact on each day of the North's own: one first visit of 170 min a day.
    let parts = service(waiting: 3, firstVisit: 170, northern: Self.daily)
    let plan = EpisodePlanner(parts.service, days: 7).plan()
    #expect(days(plan) == ["2026-11-24", "2026-11-25", "2026-11-26"])
    #expect(plan.account.levels.allSatisfy { $0.bound == $0.value })
  }

  @Test("a review by telephone takes nobody to the patch")
  func byTelephone() {
    var parts = service(waiting: 0, northern: [[]])
    parts.people = [Person(id: PersonID("p-1"), place: PlaceID("home-1"))]
    func days(_ terms: ReviewTerms) -> [CivilDate] {
      parts.episodes = [
        EpisodeRecord(
          episode: Episode(id: EpisodeID("e-1"), person: PersonID("p-1"), startDate: date("2026-11-20")),
          packages: [package(from: "2026-11-20", [])],
          clocks: EpisodeClocks(carePlanAgreedOn: date("2026-11-21")), reviews: terms)
      ]
      let calls = EpisodePlanner(parts.service, days: 7).plan().calls
      return calls.filter { $0.need.kind == .review && $0.date <= date("2026-11-27") }.map(\.date)
    }
    #expect(days(ReviewTerms()).isEmpty)
    #expect(days(ReviewTerms(risk: ReviewTerms.Risk(level: .low, setBy: "therapist"))) == [date("2026-11-26")])
  }
}
