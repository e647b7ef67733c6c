import CareModel
import EpisodePlanning
import Quantities
import Testing

/// Today is Tuesday 24 November 2026.
@Suite("A service planned: people who are away")
struct AbsencePlanningTests {
  private func parts(away from: Instant, until: Instant) -> InventedService {
    var parts = InventedService()
    parts.staff = [worker([Weekday.allCases.map { RosteredShift($0, shift("07:00", "19:00")) }])]
    parts.people = [
      Person(
        id: PersonID("p-1"), place: PlaceID("home-1"),
        suspensions: [InstantInterval(start: from, end: until)].compactMap { $0 })
    ]
    return parts
  }

  private func booked(_ kind: Visit.Kind, on iso: String, episode: String? = nil, referral: String? = nil)
    -> Appointment
  {
    Appointment(
      id: VisitID("booked"), person: PersonID("p-1"), episode: episode.map { EpisodeID($0) },
      referral: referral.map { ReferralID($0) }, date: date(iso),
      call: CallNeed(kind: kind, demands: [Demand(length: Minutes(60))], preferred: clocks("10:00", "12:00")))
  }

  /// Away until Thursday, with a first visit that was promised for Wednesday.
  private var promised: Service {
    var parts = parts(away: instant("2026-11-23", "09:00"), until: instant("2026-11-26", "10:00"))
    parts.referrals = [referral(received: instant("2026-11-23", "05:30"))]
    parts.appointments = [booked(.firstResponse, on: "2026-11-25", referral: "r-1")]
    return parts.service
  }

  @Test("a first visit that was promised for a day in hospital is planned anew, and somebody is asked to book it")
  func promisedWhileAway() throws {
    let plan = EpisodePlanner(promised, days: 7).plan()
    guard case .starts(let start) = plan.starts[0].outcome else {
      Issue.record("who comes home waits")
      return
    }
    #expect(start.date == date("2026-11-26") && !start.isPublished)
    #expect(plan.calls.filter { $0.need.kind == .firstResponse }.map(\.date) == [start.date])
    #expect(plan.tasks.contains { $0.kind == .firstVisit && $0.referral == ReferralID("r-1") })
  }

  @Test("the day of a homecoming has the first visit that could not be made on the day for which it was promised")
  func dayAfterPromise() {
    let day = DayCut.caseload(of: promised, on: date("2026-11-26"))
    #expect(day.visits.contains { $0.kind == .firstResponse })
  }

  @Test("a review that is booked for a day in hospital is planned for another")
  func reviewWhileAway() {
    var parts = parts(away: instant("2026-11-26", "15:00"), until: instant("2026-11-28", "09:00"))
    parts.episodes = [episode(start: "2026-11-20")]
    parts.appointments = [booked(.review, on: "2026-11-27", episode: "e-1")]
    let plan = EpisodePlanner(parts.service, days: 7).plan()
    let reviews = plan.calls.filter { $0.need.kind == .review }
    #expect(reviews.contains { $0.basis == .planned && $0.date <= date("2026-11-28") })
    #expect(plan.tasks.contains { $0.kind == .review && $0.dueOn == date("2026-11-28") })
    #expect(!plan.breaches.contains { $0.clock == .review })
  }

  @Test("of a start no call is planned for days on which the person is known to be away")
  func startBeforeAbsence() throws {
    var parts = parts(away: instant("2026-11-26", "10:00"), until: instant("2026-11-28", "12:00"))
    parts.referrals = [referral(received: instant("2026-11-23", "20:00"))]
    let plan = EpisodePlanner(parts.service, days: 7).plan()
    let care = plan.calls.filter { $0.need.kind == .personalCare }.map(\.date)
    #expect(care == ["2026-11-24", "2026-11-25", "2026-11-28", "2026-11-29", "2026-11-30"].map(date))
  }
}
