import CareModel
import EpisodePlanning
import Quantities
import Testing

/// Today is Tuesday 24 November 2026, on which nothing is due for ``settled``.
@Suite("Tasks for people: there when due, gone when done")
struct DueTasksTests {
  private static let far = date("2027-11-24")

  /// An episode on its 15th day in which all is done that was due.
  private static let settled = settled()

  private static func settled(
    start: String = "2026-11-10", kind: Episode.Kind = .reablement, reviewed: String = "2026-11-23",
    asked: (on: String, isNeeded: Bool)? = ("2026-11-23", false), awaitingSince: String? = nil,
    extended: String? = nil, handedOver: Bool = false, stopped: Bool = false, plannedEnd: String? = nil
  ) -> EpisodeRecord {
    running(
      start: start, kind: kind, planned: start, reviewed: [reviewed], predicted: [reviewed], asked: asked,
      awaitingSince: awaitingSince, plannedEnd: plannedEnd, extended: extended, handedOver: handedOver, stopped: stopped
    )
  }

  private func service(
    _ episode: EpisodeRecord? = nil, _ referral: ReferralRecord? = nil, person: Person = person(),
    appointments: [Appointment] = [], policy: Policy = Policy()
  ) -> Service {
    var invented = InventedService()
    invented.episodes = [episode].compactMap { $0 }
    invented.referrals = [referral].compactMap { $0 }
    invented.people = [person]
    invented.appointments = appointments
    invented.staff = [professional()]
    invented.policy = policy
    return invented.service
  }

  private func kinds(_ service: Service, through last: CivilDate = far) -> [DueTask.Kind] {
    DueTasks(service).through(last).map(\.kind)
  }

  private func booked(_ kind: Visit.Kind, on iso: String, for episode: String? = "e-1", referral: String? = nil)
    -> Appointment
  {
    Appointment(
      id: VisitID("booked"), person: PersonID("p-1"), episode: episode.map { EpisodeID($0) },
      referral: referral.map { ReferralID($0) }, date: date(iso),
      call: CallNeed(kind: kind, demands: [Demand(length: Minutes(45))], preferred: clocks("10:00", "11:00")))
  }

  /// The task is there from its day on and not the day before, and in none of the other services.
  private func expect(
    _ kind: DueTask.Kind, on iso: String, in service: Service, goneIn done: [Service],
    at location: SourceLocation = #_sourceLocation
  ) {
    let tasks = DueTasks(service).through(date(iso)).filter { $0.kind == kind }
    #expect(tasks.map(\.dueOn) == [date(iso)], sourceLocation: location)
    #expect(tasks.allSatisfy { $0.person == PersonID("p-1") }, sourceLocation: location)
    #expect(!kinds(service, through: date(iso).adding(days: -1)).contains(kind), sourceLocation: location)
    for (place, service) in done.enumerated() {
      #expect(!kinds(service).contains(kind), "service \(place)", sourceLocation: location)
    }
  }

  @Test("where all is done, nothing is due today")
  func nothing() {
    #expect(kinds(service(Self.settled), through: date("2026-11-24")).isEmpty)
    #expect(kinds(service()).isEmpty)
  }

  // MARK: - Referrals

  @Test(
    "more that is asked for somebody whose package is running, by the response's deadline; nothing is booked for it")
  func increase() {
    func asked(_ state: Referral.State) -> Service { service(Self.settled, waiting("r-2", state: state)) }
    for state in [Referral.State.received, .screened, .accepted, .provisional] {
      expect(.increase, on: "2026-11-25", in: asked(state), goneIn: [asked(.withdrawn), asked(.declined)])
      #expect(!kinds(asked(state)).contains(.firstVisit))
    }
    #expect(!kinds(service(Self.settled, waiting(state: .accepted))).contains(.increase))
  }

  @Test("a second referral of somebody who waits")
  func repeatedReferral() {
    var invented = InventedService()
    invented.referrals = [waiting(state: .accepted), waiting("r-2", .newCommunity, state: .accepted)]
    let tasks = DueTasks(invented.service).through(Self.far)
    #expect(tasks.filter { $0.kind == .repeatedReferral }.map(\.referral) == [ReferralID("r-2")])
    #expect(tasks.filter { $0.kind == .firstVisit }.map(\.referral) == [ReferralID("r-1")])
  }

  @Test("contact assessment (R5)")
  func contactAssessment() {
    let otherRole = waiting(state: .screened, assessed: assessed("2026-11-24", "06:00", by: .physiotherapist))
    let held = waiting(state: .screened, assessed: assessed("2026-11-24", "06:00"))
    expect(.contactAssessment, on: "2026-11-25", in: service(nil, waiting()), goneIn: [service(nil, held)])
    expect(.contactAssessment, on: "2026-11-25", in: service(nil, otherRole), goneIn: [service(nil, held)])
    #expect(DueTasks(service(nil, waiting())).through(Self.far).first?.deadline == instant("2026-11-25", "05:30"))
  }

  @Test("decision, whatever the contact assessment answers (R6)", arguments: [false, true])
  func decision(isYes: Bool) {
    let held = assessed("2026-11-24", "06:00", canEngage: isYes)
    expect(
      .decision, on: "2026-11-25", in: service(nil, waiting(state: .screened, assessed: held)),
      goneIn: [
        service(nil, waiting(state: .declined, assessed: held)),
        service(nil, waiting(state: .withdrawn, assessed: held)),
      ] + (isYes ? [service(nil, waiting(state: .accepted, assessed: held))] : []))
  }

  @Test("hours before of somebody on long-term support, by the day of the decision (R10)")
  func baseline() {
    func known(_ state: Referral.State, _ kind: ReferralClass = .escalatingExisting, _ hours: Int? = nil) -> Service {
      service(nil, waiting("r-1", kind, state: state, baseline: hours))
    }
    for state in [Referral.State.received, .screened, .accepted] {
      expect(
        .baseline, on: "2026-11-25", in: known(state),
        goneIn: [
          known(state, .escalatingExisting, 150), known(state, .escalatingExisting, 0), known(state, .newCommunity),
          known(state, .hospitalDischarge), known(.declined), known(.withdrawn),
        ])
    }
    #expect(
      DueTasks(known(.received)).through(Self.far).first { $0.kind == .baseline }?.deadline
        == instant("2026-11-25", "05:30"))
    // Held tentatively it is due with the word about the hold.
    expect(.baseline, on: "2026-11-26", in: known(.provisional), goneIn: [known(.provisional, .newCommunity)])
  }

  @Test("first visit without an appointment (R20)")
  func firstVisit() {
    let accepted = waiting(state: .accepted)
    let visit = booked(.firstResponse, on: "2026-11-24", for: nil, referral: "r-1")
    expect(
      .firstVisit, on: "2026-11-25", in: service(nil, accepted),
      goneIn: [service(nil, accepted, appointments: [visit]), service(Self.settled, accepted)])
    let past = booked(.firstResponse, on: "2026-11-23", for: nil, referral: "r-1")
    #expect(kinds(service(nil, accepted, appointments: [past])).contains(.firstVisit))
    let other = booked(.assessment, on: "2026-11-24", for: nil, referral: "r-1")
    #expect(kinds(service(nil, accepted, appointments: [other])).contains(.firstVisit))
  }

  @Test("homecoming that nobody has confirmed")
  func homecoming() {
    let ready = instant("2026-11-26", "14:00")
    expect(
      .homecoming, on: "2026-11-26",
      in: service(nil, waiting(ready: ready, homecoming: .expected, state: .accepted)),
      goneIn: [
        service(nil, waiting(ready: ready, state: .accepted)),
        service(nil, waiting(homecoming: .expected, state: .accepted)),
      ])
  }

  @Test("tentative hold (R18)")
  func hold() {
    let ready = instant("2026-11-26", "14:00")
    let held = waiting(ready: ready, homecoming: .expected, state: .provisional)
    expect(
      .hold, on: "2026-11-28", in: service(nil, held),
      goneIn: [service(nil, waiting(ready: ready, state: .accepted)), service(nil, waiting(state: .withdrawn))])
    #expect(Set(kinds(service(nil, held))) == [.hold, .contactAssessment])
  }

  // MARK: - Episodes

  @Test("care plan (R21)")
  func carePlan() {
    let open = running(start: "2026-11-23", reviewed: [], predicted: [])
    expect(
      .carePlan, on: "2026-11-26", in: service(open),
      goneIn: [
        service(Self.settled), service(open, appointments: [booked(.carePlan, on: "2026-11-26")]),
        service(running(start: "2026-11-23", kind: .bridging)),
      ])
    #expect(kinds(service(open, appointments: [booked(.carePlan, on: "2026-11-27")])).contains(.carePlan))
  }

  @Test("predicted end, at the care plan and again after every review (R22)")
  func predictedEnd() {
    let planned = running(planned: "2026-11-12")
    expect(
      .predictedEnd, on: "2026-11-12", in: service(planned),
      goneIn: [service(Self.settled), service(running(planned: "2026-11-12", predicted: ["2026-11-12"]))])
    expect(
      .predictedEnd, on: "2026-11-19",
      in: service(running(planned: "2026-11-12", reviewed: ["2026-11-19"], predicted: ["2026-11-12"])),
      goneIn: [
        service(running(planned: "2026-11-12", reviewed: ["2026-11-19"], predicted: ["2026-11-12", "2026-11-19"])),
        service(running()),
      ])
  }

  @Test("next review (R24)", arguments: [Visit.Kind.review, .dischargeReview])
  func review(_ kind: Visit.Kind) {
    expect(
      .review, on: "2026-11-30", in: service(Self.settled),
      goneIn: [
        service(Self.settled, appointments: [booked(kind, on: "2026-11-30")]),
        service(Self.settled(plannedEnd: "2026-11-29")),
      ])
    #expect(kinds(service(Self.settled, appointments: [booked(kind, on: "2026-12-01")])).contains(.review))
    #expect(kinds(service(Self.settled, appointments: [booked(kind, on: "2026-11-23")])).contains(.review))
    #expect(kinds(service(Self.settled(plannedEnd: "2026-11-30"))).contains(.review))
    expect(.review, on: "2026-11-22", in: service(Self.settled(reviewed: "2026-11-15")), goneIn: [])
  }

  /// The tasks of a kind with what is booked too late for them.
  private func late(_ kind: DueTask.Kind, _ record: EpisodeRecord, _ appointments: Appointment...) -> [CivilDate?] {
    DueTasks(service(record, appointments: appointments)).through(Self.far).filter { $0.kind == kind }
      .map { $0.booking?.date }
  }

  @Test(
    "a review that is booked too late is to be moved, the first of them; one a week behind it is the next one (R24)")
  func lateReview() {
    // Due by 30 November; one held then would be followed by 7 December.
    #expect(late(.review, Self.settled) == [nil])
    #expect(late(.review, Self.settled, booked(.review, on: "2026-11-30")) == [])
    #expect(late(.review, Self.settled, booked(.review, on: "2026-12-01")) == [date("2026-12-01")])
    #expect(late(.review, Self.settled, booked(.dischargeReview, on: "2026-12-06")) == [date("2026-12-06")])
    #expect(late(.review, Self.settled, booked(.review, on: "2026-12-07")) == [nil])
    #expect(
      late(.review, Self.settled, booked(.review, on: "2026-12-05"), booked(.review, on: "2026-12-03"))
        == [date("2026-12-03")])
    #expect(late(.review, Self.settled, booked(.therapy, on: "2026-12-01")) == [nil])
  }

  @Test(
    "where its last permitted day is over, a review today is as soon as can be, and a later one is to be moved (R24)")
  func overdueReview() {
    let overdue = Self.settled(reviewed: "2026-11-15")
    #expect(late(.review, overdue, booked(.review, on: "2026-11-24")) == [])
    #expect(late(.review, overdue, booked(.review, on: "2026-11-25")) == [date("2026-11-25")])
    #expect(late(.review, overdue, booked(.review, on: "2026-11-23")) == [nil])
  }

  @Test("a care plan that is booked too late is to be moved, however late: there is only one (R21)")
  func lateCarePlan() {
    let open = running(start: "2026-11-23", reviewed: [], predicted: [])
    #expect(late(.carePlan, open, booked(.carePlan, on: "2026-11-26")) == [])
    #expect(late(.carePlan, open, booked(.carePlan, on: "2026-11-27")) == [date("2026-11-27")])
    #expect(late(.carePlan, open, booked(.carePlan, on: "2026-12-20")) == [date("2026-12-20")])
  }

  @Test("one booked too late stands in the plan until somebody moves it, beside the one in time that is planned (R24)")
  func lateReviewInThePlan() {
    var parts = InventedService()
    parts.staff = [worker([Weekday.allCases.map { RosteredShift($0, shift("07:00", "17:00")) }])]
    parts.episodes = [Self.settled]
    parts.appointments = [booked(.review, on: "2026-12-02")]
    let plan = EpisodePlanner(parts.service, days: 14).plan()
    let reviews = plan.calls.filter { $0.need.kind == .review && $0.date <= date("2026-12-02") }
    #expect(reviews.map(\.basis) == [.planned, .booked] && reviews[0].date <= date("2026-11-30"))
    #expect(plan.tasks.contains { $0.booking?.id == VisitID("booked") && $0.dueOn == date("2026-11-30") })
  }

  @Test("stay in hospital for longer than the package is held; who is away needs no plan or review")
  func suspension() {
    func away(until end: Instant) -> Person { person(away: (instant("2026-11-20", "10:00"), end)) }
    let long = away(until: instant("2026-11-28", "05:00"))
    expect(
      .suspension, on: "2026-11-27", in: service(Self.settled, person: long),
      goneIn: [
        service(Self.settled), service(Self.settled, person: away(until: instant("2026-11-28", "04:59"))),
        service(Self.settled, person: away(until: instant("2026-11-23", "10:00"))),
      ])
    let open = kinds(service(running(), person: long))
    #expect(!open.contains(.carePlan) && !open.contains(.review) && !open.contains(.predictedEnd))
    #expect(open.contains(.limitAlert) && open.contains(.onwardPlan))
  }

  @Test(
    "another appointment for one that could begin at no time outside the hospital, which the plan drops, and for no other",
    arguments: [("11:19", false), ("11:20", true)])
  func rebooking(home: String, isAway: Bool) {
    let timed = Appointment(
      id: VisitID("booked"), person: PersonID("p-1"), episode: EpisodeID("e-1"), date: date("2026-11-25"),
      call: CallNeed(
        kind: .therapy, demands: [Demand(length: Minutes(45))], preferred: clocks("10:00", "11:00"),
        agreed: clocks("10:00", "11:20"), isTimeCritical: true))
    let service = service(
      Self.settled, person: person(away: (instant("2026-11-23", "09:00"), instant("2026-11-25", home))),
      appointments: [timed])
    #expect(kinds(service).contains(.rebooking) == isAway)
    #expect(EpisodePlanner(service, days: 7).plan().calls.contains { $0.id == timed.id } == !isAway)
  }

  @Test("asking who goes on caring (R45)")
  func onwardPlan() {
    expect(
      .onwardPlan, on: "2026-11-30", in: service(Self.settled(asked: nil)),
      goneIn: [
        service(Self.settled), service(Self.settled(asked: nil, awaitingSince: "2026-11-24")),
        service(Self.settled(kind: .visionRehabilitation, asked: nil)),
      ])
  }

  @Test("handover record, where somebody takes over (R46)")
  func handover() {
    expect(
      .handover, on: "2026-12-14", in: service(Self.settled(asked: ("2026-11-23", true))),
      goneIn: [
        service(Self.settled), service(Self.settled(asked: nil)),
        service(Self.settled(asked: ("2026-11-23", true), handedOver: true)),
      ])
    expect(.handover, on: "2026-12-14", in: service(Self.settled(awaitingSince: "2026-11-24")), goneIn: [])
  }

  @Test("alerts before the limit: the next one, and the last one passed until the next one comes (R23)")
  func limitAlerts() {
    func days(_ record: EpisodeRecord) -> [CivilDate] {
      DueTasks(service(record)).through(Self.far).filter { $0.kind == .limitAlert }.map(\.dueOn)
    }
    #expect(days(Self.settled) == [date("2026-12-07")])
    // Day 28 is today, then yesterday.
    #expect(days(Self.settled(start: "2026-10-28")) == [date("2026-11-24")])
    #expect(days(Self.settled(start: "2026-10-27")) == [date("2026-11-23"), date("2026-11-30")])
    // Day 35 is tomorrow, then today.
    #expect(days(Self.settled(start: "2026-10-22")) == [date("2026-11-18"), date("2026-11-25")])
    #expect(days(Self.settled(start: "2026-10-21")) == [date("2026-11-24")])
    // Day 42, behind all alerts, and the day after it.
    #expect(days(Self.settled(start: "2026-10-14")) == [date("2026-11-22")])
    #expect(days(Self.settled(start: "2026-10-13")).isEmpty)
    #expect(days(Self.settled(kind: .visionRehabilitation)).isEmpty)
  }

  @Test("an authoriser, from two days before the last permitted one on, unless an end or a taker is agreed (R23)")
  func authoriser() {
    // Its 42nd day was yesterday.
    let over = Self.settled(start: "2026-10-13")
    expect(
      .authoriser, on: "2026-11-23", in: service(over),
      goneIn: [
        service(Self.settled(start: "2026-10-17")), service(Self.settled(start: "2026-10-13", extended: "2026-11-27")),
        service(Self.settled(start: "2026-10-13", handedOver: true)),
        service(Self.settled(start: "2026-10-13", stopped: true), policy: .with { $0.afterLimit = .stop }),
        service(Self.settled(start: "2026-10-13", kind: .visionRehabilitation)),
      ])
  }

  @Test("an order to stop that the service doesn't heed leaves the authoriser to be found (R23)")
  func idleStop() {
    // Two days before the last permitted one, and a day after it.
    for start in ["2026-10-16", "2026-10-13"] {
      let stopped = Self.settled(start: start, stopped: true)
      #expect(kinds(service(stopped, policy: .with { $0.afterLimit = .bridge })).contains(.authoriser))
      #expect(!kinds(service(stopped, policy: .with { $0.afterLimit = .stop })).contains(.authoriser))
    }
  }

  @Test("bridging needs no plan, no review and no end")
  func bridging() {
    #expect(kinds(service(running(kind: .bridging))).isEmpty)
  }

  @Test("an episode that is over has none; one that is to begin without a referral waits for its first visit")
  func notRunning() {
    #expect(kinds(service(notRunning(.ended))).isEmpty)
    #expect(kinds(service(notRunning(.preStart))) == [.firstVisit])
  }

  private func notRunning(_ state: EpisodeRecord.State) -> EpisodeRecord {
    let open = running(state: state)
    return EpisodeRecord(
      episode: open.episode, packages: [], clocks: open.clocks, state: state,
      endedOn: state == .ended ? date("2026-11-23") : nil)
  }

  // MARK: - Order

  @Test("tasks come by day, on one day the most pressing kind first")
  func order() {
    let late = Self.settled(start: "2026-10-13", reviewed: "2026-11-16", asked: nil)
    let tasks = DueTasks(service(late, waiting("r-2", received: instant("2026-11-22", "10:00"), of: "p-2"))).through(
      Self.far)
    // No review: reablement is over, and reviews belong to it.
    #expect(tasks.map(\.kind) == [.onwardPlan, .authoriser, .contactAssessment])
    #expect(tasks.map(\.dueOn) == ["2026-11-02", "2026-11-23", "2026-11-23"].map(date))
    #expect(tasks.map(\.episode) == [EpisodeID("e-1"), EpisodeID("e-1"), nil])
    #expect(tasks.map(\.referral) == [nil, nil, ReferralID("r-2")])
  }
}
