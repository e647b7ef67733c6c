import CareModel
import EpisodePlanning
import Quantities
import Testing

@Suite("Yesterday's plan is where today's begins, and every change has its reason")
struct ScheduleChangesTests {
  /// Room for two first visits of 100 minutes a day.
  private static let mornings = worker([Weekday.allCases.map { RosteredShift($0, shift("07:00", "12:30")) }])

  private func parts(_ classes: [ReferralClass], _ change: (inout InventedService) -> Void = { _ in })
    -> InventedService
  {
    var parts = InventedService()
    parts.staff = [Self.mornings]
    parts.people = classes.indices.map { Person(id: PersonID("p-\($0)"), place: PlaceID("home-1")) }
    parts.referrals = classes.enumerated().map { index, referralClass in
      ReferralRecord(
        referral: Referral(
          id: ReferralID("r-\(index)"), person: PersonID("p-\(index)"), referralClass: referralClass,
          receivedAt: instant("2026-11-24", "06:00") + Minutes(index), whereabouts: .home),
        needs: StartNeeds(firstVisit: StartNeeds.FirstVisit(demands: [Demand(length: Minutes(100))]), lines: []))
    }
    change(&parts)
    return parts
  }

  private func previous(
    _ starts: [String: String], part: PartOfDay = .morning, calls: [PreviousPlan.Call: [CivilDate]] = [:],
    asOf: Instant = instant("2026-11-23", "07:00")
  ) -> PreviousPlan {
    PreviousPlan(
      asOf: asOf,
      starts: Dictionary(
        uniqueKeysWithValues: starts.map { referral, day in
          let person = PersonID("p-" + referral.dropFirst(2))
          return (ReferralID(referral), PreviousPlan.Start(person: person, date: date(day), part: part))
        }), calls: calls)
  }

  private func plan(_ parts: InventedService, _ previous: PreviousPlan) -> EpisodePlan {
    EpisodePlanner(parts.service, days: 14, previous: previous).plan()
  }

  private func change(of referral: String, _ plan: EpisodePlan) -> PlanChange? {
    plan.changes?.first { $0.referral == ReferralID(referral) }
  }

  @Test("the plan of the same service made again after itself has no change")
  func again() throws {
    let service = parts([.hospitalDischarge, .newCommunity, .newCommunity, .escalatingExisting]).service
    let first = EpisodePlanner(service, days: 14).plan()
    #expect(first.changes == nil)
    let starts = first.starts.compactMap { start -> (ReferralID, PreviousPlan.Start)? in
      guard case .starts(let found) = start.outcome else { return nil }
      return (start.referral, PreviousPlan.Start(person: start.person, date: found.date, part: found.part))
    }
    #expect(starts.count == 4)
    let kept = EpisodePlanner(
      service, days: 14,
      previous: PreviousPlan(
        asOf: service.asOf, starts: Dictionary(uniqueKeysWithValues: starts), calls: [:])
    ).plan()
    #expect(kept.changes == [])
    #expect(kept.starts.map(\.outcome) == first.starts.map(\.outcome))
  }

  @Test("a start keeps its part of the day where another would be no better for any promise; alone it would be earlier")
  func kept() throws {
    let parts = parts([.newCommunity]) {
      $0.staff = [worker([Weekday.allCases.map { RosteredShift($0, shift("07:00", "18:00")) }])]
    }
    func part(_ plan: EpisodePlan) -> PartOfDay? {
      guard case .starts(let found)? = plan.starts.first?.outcome else { return nil }
      return found.part
    }
    #expect(part(EpisodePlanner(parts.service, days: 14).plan()) == .morning)
    let later = plan(parts, previous(["r-0": "2026-11-24"], part: .afternoon))
    #expect(part(later) == .afternoon && later.changes == [])
  }

  @Test("a promise moves it: somebody in time today doesn't wait for the day that the plan before had")
  func better() throws {
    let planned = plan(parts([.newCommunity]), previous(["r-0": "2026-11-27"]))
    let change = try #require(self.change(of: "r-0", planned))
    #expect(change.before?.date == date("2026-11-27") && change.after?.date == date("2026-11-24"))
    guard case .better = change.reason else {
      Issue.record("\(change.reason)")
      return
    }
  }

  @Test("who comes first takes the time, and what is short is said")
  func noRoom() throws {
    // Two from hospital take today; the third was to start today.
    let plan = plan(
      parts([.hospitalDischarge, .hospitalDischarge, .newCommunity]), previous(["r-2": "2026-11-24"]))
    let change = try #require(self.change(of: "r-2", plan))
    guard case .noRoom(let shortage) = change.reason else {
      Issue.record("\(change.reason)")
      return
    }
    #expect(shortage.date == date("2026-11-24") && shortage.missing > .zero)
    #expect(self.change(of: "r-0", plan)?.reason == .new)
  }

  /// Two from hospital take today; a third, behind them in rank, was to start today with a first visit by these workers.
  private func third(_ demands: [Demand]) throws -> (moved: PlanChange.Reason, start: PlannedStart) {
    let parts = parts([.hospitalDischarge, .hospitalDischarge, .newCommunity]) {
      $0.referrals[2] = ReferralRecord(
        referral: $0.referrals[2].referral,
        needs: StartNeeds(firstVisit: StartNeeds.FirstVisit(demands: demands), lines: []))
    }
    let plan = plan(parts, previous(["r-2": "2026-11-24"]))
    return (try #require(change(of: "r-2", plan)).reason, plan.starts[2])
  }

  @Test("what would free it is all that is missing of the same people then: of two workers what both lack")
  func freed() throws {
    func missing(_ workers: Int) throws -> [Minutes] {
      let (moved, start) = try third(Array(repeating: Demand(length: Minutes(100)), count: workers))
      let obstacle: StartObstacle? =
        switch start.outcome {
        case .starts(let found): found.delayedBy
        case .waits(let waiting): waiting
        }
      guard case .noRoom(let short) = moved, case .full(let delaying)? = obstacle
      else {
        Issue.record("\(moved), \(start.outcome)")
        return []
      }
      #expect(short.others == 0 && delaying.others == 0)
      return [short.missing, delaying.missing]
    }
    #expect(try missing(2) == missing(1).map { $0 + Minutes(100) })
  }

  @Test(
    "where other people are short as well, so many minutes are not said to free it, of a start and of a change alike")
  func notAllThatIsShort() throws {
    // No nurse works here, and nobody else has 100 minutes left.
    let (moved, start) = try third([Demand(length: Minutes(100)), Demand(roles: [.nurse], length: Minutes(100))])
    guard case .noRoom(let short) = moved, case .waits(.full(let waiting)) = start.outcome else {
      Issue.record("\(moved), \(start.outcome)")
      return
    }
    #expect(short.date == date("2026-11-24") && short.others == 1 && waiting.others == 1)
  }

  @Test("a review that has lost its slot in a clinic is not told of starts that are kept for others")
  func clinic() throws {
    var parts = InventedService()
    parts.staff = [worker([Weekday.allCases.map { RosteredShift($0, shift("07:00", "17:00")) }])]
    let service = parts.service
    let session = ClinicSession(weekdays: WeekdaySet([.thursday]), hours: clocks("14:00", "16:00"), slots: 1)
    let with = Service(
      title: "", isInvented: true, asOf: service.asOf, calendar: service.calendar, policy: service.policy,
      places: service.places + [
        Place(
          id: PlaceID("clinic"), kind: .clinic, position: service.places.first?.position, clinicSessions: [session])
      ], people: service.people,
      episodes: [
        EpisodeRecord(
          episode: Episode(id: EpisodeID("e-1"), person: PersonID("p-1"), startDate: date("2026-11-20")),
          packages: [package(from: "2026-11-20", [])],
          clocks: EpisodeClocks(carePlanAgreedOn: date("2026-11-21")),
          reviews: ReviewTerms(risk: ReviewTerms.Risk(level: .low, setBy: "therapist"), suited: [.clinic]))
      ], staff: service.staff,
      appointments: [
        Appointment(
          id: VisitID("a-1"), person: PersonID("p-1"), date: date("2026-11-26"),
          call: CallNeed(
            kind: .therapy, mode: .clinic, place: PlaceID("clinic"), demands: [Demand(length: Minutes(30))],
            preferred: clocks("14:00", "15:00")))
      ])
    let key = PreviousPlan.Call(episode: EpisodeID("e-1"), kind: .review)
    let plan = EpisodePlanner(with, days: 7, previous: previous([:], calls: [key: [date("2026-11-26")]])).plan()
    #expect(plan.changes?.first { $0.kind == .review }?.reason == .notPossible(nil))
  }

  @Test("a day that is over, somebody not ready, a promise made, a referral withdrawn: each has its reason")
  func reasons() {
    #expect(change(of: "r-0", plan(parts([.newCommunity]), previous(["r-0": "2026-11-23"])))?.reason == .dayIsOver)
    let notReady = parts([.hospitalDischarge]) { parts in
      parts.referrals = parts.referrals.map { record in
        ReferralRecord(
          referral: Referral(
            id: record.id, person: record.referral.person, referralClass: .hospitalDischarge,
            receivedAt: record.referral.receivedAt, readyFrom: instant("2026-11-26", "09:00"), whereabouts: .inHospital),
          needs: record.needs)
      }
    }
    #expect(
      change(of: "r-0", plan(notReady, previous(["r-0": "2026-11-24"])))?.reason
        == .notPossible(.notReady(instant("2026-11-26", "09:00"))))
    let booked = parts([.newCommunity]) { parts in
      parts.appointments = [
        Appointment(
          id: VisitID("a-1"), person: PersonID("p-0"), referral: ReferralID("r-0"), date: date("2026-11-25"),
          call: CallNeed(
            kind: .firstResponse, demands: [Demand(length: Minutes(60))], preferred: clocks("08:00", "09:00")))
      ]
    }
    #expect(change(of: "r-0", plan(booked, previous(["r-0": "2026-11-24"])))?.reason == .booked)
    let gone = plan(parts([]), previous(["r-0": "2026-11-24"]))
    #expect(gone.changes?.map(\.reason) == [.notWanted] && gone.changes?.first?.after == nil)
  }

  @Test("who waited before and has a day now is told as such; a referral that is new, as new")
  func found() {
    let parts = parts([.newCommunity, .newCommunity])
    let before = PreviousPlan(
      asOf: instant("2026-11-23", "07:00"), starts: [:], waiting: [ReferralID("r-1")], calls: [:])
    let plan = plan(parts, before)
    #expect(change(of: "r-0", plan)?.reason == .new)
    #expect(change(of: "r-1", plan)?.reason == .dayFound)
  }

  @Test("who has begun since is no change")
  func begun() {
    let parts = parts([.newCommunity]) { $0.episodes = [episode(start: "2026-11-24", referral: "r-0")] }
    #expect(plan(parts, previous(["r-0": "2026-11-24"])).changes == [])
  }

  @Test("a review that stays on its day and is held otherwise is a change, and no other is")
  func mode() throws {
    let key = PreviousPlan.Call(episode: EpisodeID("e-1"), kind: .review)
    let day = date("2026-11-27")
    var parts = InventedService()
    parts.staff = [worker([Weekday.allCases.map { RosteredShift($0, shift("07:00", "17:00")) }])]
    parts.episodes = [episode(start: "2026-11-21")]
    func plan(_ modes: [CivilDate: Visit.Mode]) -> EpisodePlan {
      self.plan(
        parts,
        PreviousPlan(
          asOf: instant("2026-11-23", "07:00"), starts: [:], calls: [key: [day]], modes: [key: modes]))
    }
    let now = try #require(plan([:]).calls.first { $0.need.kind == .review })
    #expect(now.date == day && plan([:]).changes == [] && plan([day: now.need.mode]).changes == [])
    let other = try #require(Visit.Mode.allCases.first { $0 != now.need.mode })
    let change = try #require(plan([day: other]).changes?.first)
    #expect(change.before == PlanChange.Place(date: day, mode: other))
    #expect(change.after == PlanChange.Place(date: day, mode: now.need.mode))
  }

  @Test("a review keeps its day, and one that has none there any more says where it went")
  func review() throws {
    let key = PreviousPlan.Call(episode: EpisodeID("e-1"), kind: .review)
    func plan(_ day: String, away: Bool = false) -> EpisodePlan {
      var parts = InventedService()
      parts.staff = [worker([Weekday.allCases.map { RosteredShift($0, shift("07:00", "17:00")) }])]
      parts.episodes = [episode(start: "2026-11-21")]
      if away, let stay = InstantInterval(start: instant("2026-11-25", "05:00"), end: instant("2026-11-26", "04:59")) {
        parts.people = [Person(id: PersonID("p-1"), place: PlaceID("home-1"), suspensions: [stay])]
      }
      return self.plan(parts, previous([:], calls: [key: [date(day), date("2026-12-03")]]))
    }
    let usual = plan("2026-11-27")
    #expect(usual.changes == [] && usual.calls.first { $0.need.kind == .review }?.date == date("2026-11-27"))
    let kept = plan("2026-11-25")
    #expect(kept.changes == [] && kept.calls.first { $0.need.kind == .review }?.date == date("2026-11-25"))
    let moved = try #require(plan("2026-11-25", away: true).changes?.first)
    #expect(moved.before?.date == date("2026-11-25") && moved.reason == .notPossible(nil))
    #expect(moved.after != nil && moved.kind == .review)
  }
}
