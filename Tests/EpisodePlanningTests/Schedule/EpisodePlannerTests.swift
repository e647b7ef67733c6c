import CareModel
import EpisodePlanning
import LinearProgramming
import Quantities
import Testing

@Suite("A service planned: who starts when")
struct EpisodePlannerTests {
  /// One assistant from 07:00 to 15:00 each day.
  private static let daily = worker([Weekday.allCases.map { RosteredShift($0, shift("07:00", "15:00")) }])

  /// Everybody is at home and waits since the evening before, in the order of their numbers, unless a class is given.
  private func waiting(
    _ classes: [ReferralClass], lines: [PackageLine] = [], ready: Instant? = nil,
    state: Referral.State = .accepted, firstVisit: Int = 60
  ) -> InventedService {
    var parts = InventedService()
    parts.staff = [Self.daily]
    parts.people = classes.indices.map { Person(id: PersonID("p-\($0)"), place: PlaceID("home-1")) }
    parts.referrals = classes.enumerated().map { index, referralClass in
      ReferralRecord(
        referral: Referral(
          id: ReferralID("r-\(index)"), person: PersonID("p-\(index)"), referralClass: referralClass,
          receivedAt: instant("2026-11-23", "18:00") + Minutes(index), readyFrom: ready,
          whereabouts: ready == nil ? .home : .inHospital, state: state),
        needs: StartNeeds(
          firstVisit: StartNeeds.FirstVisit(demands: [Demand(length: Minutes(firstVisit))]), lines: lines))
    }
    return parts
  }

  private func day(of referral: String, _ plan: EpisodePlan) -> CivilDate? {
    guard case .starts(let start)? = plan.starts.first(where: { $0.referral.text == referral })?.outcome else {
      return nil
    }
    return start.date
  }

  @Test("who has room starts at once; the plan says when, and the calls that follow")
  func starts() throws {
    let parts = waiting([.newCommunity], lines: [line("morning", "08:00", "09:00")])
    let plan = EpisodePlanner(parts.service, days: 7).plan()
    #expect(day(of: "r-0", plan) == parts.service.today)
    #expect(plan.starts[0].lateBy == .zero)
    let calls = plan.calls.filter { $0.person == PersonID("p-0") }
    #expect(calls.first?.need.kind == .firstResponse)
    #expect(
      calls.filter { $0.need.kind == .personalCare }.map(\.date) == (0..<7).map { parts.service.today.adding(days: $0) }
    )
    #expect(plan.account.fallback == nil)
    #expect(plan.account.levels.allSatisfy { $0.bound == $0.value })
  }

  @Test("who is to start has the care plan within three days and a review each week in the plan, to the end")
  func clocksOfStarts() {
    let service = waiting([.newCommunity]).service
    let plan = EpisodePlanner(service, days: 42).plan()
    let plans = plan.calls.filter { $0.need.kind == .carePlan }
    #expect(plans.map(\.date) == [service.today.adding(days: 2)])
    #expect(plans.first?.lastPermittedDay == service.today.adding(days: 3))
    let reviews = plan.calls.filter { $0.need.kind == .review }.map(\.date)
    #expect(reviews == (1...5).map { service.today.adding(days: 7 * $0) })
    // No day is cut with them: nobody books them before the first visit.
    let cut = DayCut.caseload(of: service.booking(plan, on: reviews[0]), on: reviews[0])
    #expect(!cut.visits.contains { $0.kind.hasClock })
  }

  @Test("where one first visit fits a day, ranks are served in their order, whoever waits longer")
  func ranks() {
    // 8 h less a break, 1350 to 1000: 340 min of contact from 07:00; a first visit of 300 min in one part never fits two.
    let parts = waiting([.escalatingExisting, .newCommunity, .hospitalDischarge], firstVisit: 170)
    let plan = EpisodePlanner(parts.service, days: 7).plan()
    let days = ["r-2", "r-1", "r-0"].map { day(of: $0, plan) }
    #expect(plan.starts.map(\.referral.text) == ["r-2", "r-1", "r-0"])
    #expect(days[0] == parts.service.today)
    #expect(
      zip(days, days.dropFirst()).allSatisfy {
        ($0 ?? .init(daysSinceEpoch: .max)) <= ($1 ?? .init(daysSinceEpoch: .max))
      })
    #expect(days[2] != parts.service.today)
  }

  @Test("somebody in hospital is placed whole or not at all; somebody at home as far as there is room")
  func wholeOrNot() throws {
    // Four calls of two hours need 480 min of contact a day; nobody has them.
    let lines = ["a", "b", "c", "d"].map { id in
      PackageLine(
        id: LineID(id),
        call: CallNeed(
          kind: .personalCare, demands: [Demand(length: Minutes(120))], preferred: clocks("08:00", "09:00")))
    }
    let atHome = EpisodePlanner(waiting([.newCommunity], lines: lines).service, days: 7).plan()
    guard case .starts(let start) = atHome.starts[0].outcome else {
      Issue.record("somebody at home waits")
      return
    }
    #expect(start.callsLeftOut > 0 && start.callsLeftOut < 8)
    let hospital = waiting([.hospitalDischarge], lines: lines, ready: instant("2026-11-24", "08:00"))
    guard case .waits(.full(let shortage)) = EpisodePlanner(hospital.service, days: 7).plan().starts[0].outcome else {
      Issue.record("somebody in hospital is not told what is short")
      return
    }
    #expect(shortage.missing > .zero)
  }

  @Test("nobody starts before they are home, and the run is told to ring the ward first")
  func notReady() throws {
    var parts = waiting([.hospitalDischarge], ready: instant("2026-11-26", "12:00"))
    let referral = parts.referrals[0].referral
    parts.referrals[0] = ReferralRecord(
      referral: Referral(
        id: referral.id, person: referral.person, referralClass: .hospitalDischarge, receivedAt: referral.receivedAt,
        readyFrom: referral.readyFrom, whereabouts: .inHospital, homecoming: .expected),
      needs: parts.referrals[0].needs)
    let start = try #require(EpisodePlanner(parts.service, days: 7).plan().starts.first)
    guard case .starts(let found) = start.outcome else {
      Issue.record("no start")
      return
    }
    #expect(found.date == date("2026-11-26") && found.earliest >= instant("2026-11-26", "12:00"))
    #expect(start.mustRingWard)
    #expect(start.deadline == instant("2026-11-27", "12:00"))
    #expect(start.literalDeadline == instant("2026-11-24", "18:00"))
    #expect(start.nationalDeadline == instant("2026-11-25", "18:00"))
  }

  @Test("who has not been accepted waits, and holds time meanwhile that a later rank doesn't get")
  func tentative() {
    let parts = waiting([.hospitalDischarge, .newCommunity], state: .received, firstVisit: 170)
    let plan = EpisodePlanner(parts.service, days: 7).plan()
    for start in plan.starts { #expect(start.outcome == .waits(.notAccepted(.received))) }
    #expect(!plan.calls.isEmpty && plan.calls.allSatisfy { $0.basis == .tentative })
    var accepted = parts
    accepted.referrals[1] = ReferralRecord(
      referral: Referral(
        id: ReferralID("r-1"), person: PersonID("p-1"), referralClass: .newCommunity,
        receivedAt: instant("2026-11-23", "18:01"), whereabouts: .home), needs: parts.referrals[1].needs)
    #expect(day(of: "r-1", EpisodePlanner(accepted.service, days: 7).plan()) != accepted.service.today)
  }

  @Test("what would free a start frees it: with that much more time of that role then, the person starts earlier")
  func freed() throws {
    let parts = waiting([.hospitalDischarge, .newCommunity], firstVisit: 170)
    let plan = EpisodePlanner(parts.service, days: 7).plan()
    guard case .starts(let start) = plan.starts[1].outcome, case .full(let shortage)? = start.delayedBy else {
      Issue.record("the second start is not delayed")
      return
    }
    var helped = parts
    let second = StaffMember(
      id: WorkerID("w-2"), role: .rehabilitationAssistant, home: PlaceID("home-2"), mode: .car,
      startsFrom: PlaceID("base"), endsAt: nil, contract: Contract(weekly: Minutes(2220), weekends: .alternate),
      roster: RosterPattern(
        anchor: date("2026-11-23"),
        weeks: [Weekday.allCases.map { RosteredShift($0, CareShift.whole) }]))
    helped.staff.append(second)
    let after = try #require(day(of: "r-1", EpisodePlanner(helped.service, days: 7).plan()))
    #expect(after < start.date && after <= shortage.date)
  }

  /// A shift that covers every part of a day in which first visits are made.
  private enum CareShift { static let whole = shift("07:00", "22:00") }

  @Test("reviews that nobody has booked fall within their seven days, one after another")
  func reviews() {
    var parts = InventedService()
    parts.staff = [Self.daily]
    parts.episodes = [episode(start: "2026-11-20")]
    let plan = EpisodePlanner(parts.service, days: 28).plan()
    let reviews = plan.calls.filter { $0.need.kind == .review }.map(\.date)
    #expect(reviews.count >= 3)
    let gaps = zip([date("2026-11-20")] + reviews, reviews).map { $1.daysSinceEpoch - $0.daysSinceEpoch }
    #expect(gaps.allSatisfy { (1...7).contains($0) })
    #expect(plan.breaches.allSatisfy { $0.clock != .review })
    #expect(plan.calls.filter { $0.need.kind == .carePlan }.map(\.date).allSatisfy { $0 <= date("2026-11-30") })
  }

  @Test("therapy of low consequence takes what starts leave")
  func lowCalls() {
    var parts = waiting([.hospitalDischarge], firstVisit: 170)
    parts.people.append(Person(id: PersonID("p-1"), place: PlaceID("home-1")))
    let walks = ["a", "b", "c"].map { id in
      PackageLine(
        id: LineID(id),
        call: CallNeed(
          kind: .therapy, demands: [Demand(length: Minutes(110))], preferred: clocks("08:00", "14:00"),
          consequence: .low))
    }
    parts.episodes = [episode(start: "2026-11-20", packages: [package(from: "2026-11-20", walks)])]
    #expect(day(of: "r-0", EpisodePlanner(parts.service, days: 7).plan()) == parts.service.today)
  }

  @Test("a hold that has run out holds nothing, nor a contact assessment that answers no")
  func noHold() {
    var parts = waiting([.hospitalDischarge, .newCommunity], firstVisit: 170)
    func replaceFirst(_ state: Referral.State, ready: Instant?, _ assessment: ReferralRecord.ContactAssessment?) {
      parts.referrals[0] = ReferralRecord(
        referral: Referral(
          id: ReferralID("r-0"), person: PersonID("p-0"), referralClass: .hospitalDischarge,
          receivedAt: instant("2026-11-01", "18:00"), readyFrom: ready, whereabouts: .inHospital, state: state),
        contactAssessment: assessment, needs: parts.referrals[0].needs)
    }
    replaceFirst(.provisional, ready: instant("2026-11-23", "08:00"), nil)
    #expect(day(of: "r-1", EpisodePlanner(parts.service, days: 7).plan()) != parts.service.today)
    replaceFirst(.provisional, ready: instant("2026-11-10", "08:00"), nil)
    #expect(day(of: "r-1", EpisodePlanner(parts.service, days: 7).plan()) == parts.service.today)
    replaceFirst(
      .screened, ready: nil,
      ReferralRecord.ContactAssessment(
        heldAt: instant("2026-11-02", "10:00"), assessedBy: "care manager", role: .careManager, needsPersonalCare: true,
        canEngage: false))
    #expect(day(of: "r-1", EpisodePlanner(parts.service, days: 7).plan()) == parts.service.today)
  }

  @Test("a time that is asked for is kept, in the plan and on the day that is cut from it")
  func wantedTime() throws {
    var parts = waiting([.newCommunity])
    let needs = StartNeeds(
      firstVisit: StartNeeds.FirstVisit(demands: [Demand(length: Minutes(60))], preferred: clocks("12:00", "13:00")),
      lines: [])
    parts.referrals[0] = ReferralRecord(
      referral: Referral(
        id: ReferralID("r-0"), person: PersonID("p-0"), referralClass: .newCommunity,
        receivedAt: instant("2026-11-23", "18:00"), readyFrom: instant("2026-11-25", "06:00"), whereabouts: .home),
      needs: needs)
    let service = parts.service
    let plan = EpisodePlanner(service, days: 7).plan()
    guard case .starts(let start) = plan.starts[0].outcome else {
      Issue.record("no start")
      return
    }
    #expect(start.earliest == instant("2026-11-25", "12:00"))
    let cut = DayCut.caseload(of: service.booking(plan, on: start.date), on: start.date)
    let window = try #require(cut.visits.first { $0.kind == .firstResponse }?.windows.first)
    #expect(window.preferred.start == instant("2026-11-25", "12:00"))
    #expect(window.preferred.end == instant("2026-11-25", "13:00"))
  }

  @Test("nobody starts while they are away, and nobody whose needs are unknown is given a day")
  func awayOrUnknown() {
    var parts = waiting([.newCommunity])
    parts.people[0] = Person(
      id: PersonID("p-0"), place: PlaceID("home-1"),
      suspensions: [instant("2026-11-20", "09:00"), instant("2026-11-26", "10:00")].asStretch)
    #expect(day(of: "r-0", EpisodePlanner(parts.service, days: 7).plan()) == date("2026-11-26"))
    var unknown = waiting([.newCommunity])
    unknown.referrals[0] = ReferralRecord(referral: unknown.referrals[0].referral)
    #expect(EpisodePlanner(unknown.service, days: 7).plan().starts[0].outcome == .waits(.needsUnknown))
  }

  @Test("a review for which nobody has time by its last permitted day falls later, and the breach is foreseen")
  func lateReview() throws {
    var parts = InventedService()
    // The only worker comes on Saturdays; the review is due on Friday.
    parts.staff = [worker([[RosteredShift(.saturday, shift("07:00", "19:00"))]])]
    parts.episodes = [episode(start: "2026-11-20")]
    let plan = EpisodePlanner(parts.service, days: 28).plan()
    let reviews = plan.calls.filter { $0.need.kind == .review }
    #expect(reviews.first?.date == date("2026-11-28") && reviews.count >= 3)
    #expect(plan.breaches.contains { $0.clock == .review && !$0.hasHappened })
    // With nobody at all it is still foreseen.
    parts.staff = []
    let nobody = EpisodePlanner(parts.service, days: 28).plan()
    #expect(nobody.breaches.contains { $0.clock == .review && !$0.hasHappened })
  }

  @Test("reviews end with the episode")
  func reviewsEnd() {
    var parts = InventedService()
    parts.staff = [Self.daily]
    let open = episode(start: "2026-11-20")
    parts.episodes = [
      EpisodeRecord(
        episode: open.episode, packages: open.packages, clocks: open.clocks, plannedEnd: date("2026-11-29"))
    ]
    let plan = EpisodePlanner(parts.service, days: 28).plan()
    #expect(plan.calls.filter { $0.need.kind == .review }.allSatisfy { $0.date <= date("2026-11-29") })
  }

  @Test("where GLPK fails at any of its calls, greedy stands and the plan says why")
  func fallback() throws {
    let service = waiting([.escalatingExisting, .newCommunity, .hospitalDischarge], firstVisit: 170).service
    let whole = EpisodePlanner(service, days: 7).plan()
    for call in [1, 5, 20] {
      let plan = FaultInjection.failCall(number: call) { EpisodePlanner(service, days: 7).plan() }
      #expect(plan.account.fallback != nil)
      #expect(plan.starts.count == whole.starts.count)
      #expect(day(of: "r-2", plan) == day(of: "r-2", whole))
    }
  }

  @Test("the same service gives the same plan, and the order of records in it changes nothing")
  func deterministic() {
    var parts = waiting([.escalatingExisting, .newCommunity, .hospitalDischarge, .newCommunity], firstVisit: 170)
    let plan = EpisodePlanner(parts.service, days: 14).plan()
    parts.referrals.reverse()
    parts.people.reverse()
    #expect(EpisodePlanner(parts.service, days: 14).plan() == plan)
  }

  @Test("tomorrow's day holds who is planned for tomorrow, and who has begun by then; today's holds all who wait")
  func cut() throws {
    let parts = waiting([.hospitalDischarge, .newCommunity], lines: [line("noon", "12:00", "13:00")], firstVisit: 170)
    let service = parts.service
    let plan = EpisodePlanner(service, days: 14).plan()
    #expect(day(of: "r-0", plan) == service.today && day(of: "r-1", plan) == service.today.adding(days: 1))
    let today = DayCut.caseload(of: service.booking(plan, on: service.today), on: service.today)
    #expect(today.visits.filter { $0.kind == .firstResponse }.count == 2)
    let next = service.today.adding(days: 1)
    let tomorrow = DayCut.caseload(of: service.booking(plan, on: next), on: next)
    #expect(tomorrow.visits.filter { $0.kind == .firstResponse }.map(\.person.text) == ["p-1"])
    #expect(tomorrow.visits.contains { $0.person.text == "p-0" && $0.kind == .personalCare })
    #expect(tomorrow.quarantine.isEmpty)
  }
}

extension [Instant] {
  /// The stretch between the first and the last of them.
  fileprivate var asStretch: [InstantInterval] {
    guard let first, let last else { return [] }
    return [InstantInterval(start: first, end: last)].compactMap { $0 }
  }
}
