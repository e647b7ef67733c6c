import CareModel
import EpisodePlanning
import Quantities
import Testing

@Suite("A plan with what the rotas of its first days have shown")
struct RosteredPlanTests {
  private let daily = worker([Weekday.allCases.map { RosteredShift($0, shift("07:00", "22:00")) }])

  /// Somebody at home starts today; the calls of the first two days have their places.
  private var started: (plan: EpisodePlan, service: Service) {
    var parts = InventedService()
    parts.staff = [daily]
    parts.referrals = [referral(preferred: clocks("12:00", "13:00"))]
    return (EpisodePlanner(parts.service, days: 7).plan(), parts.service)
  }

  private func start(_ plan: EpisodePlan) -> PlannedStart.Start? {
    guard case .starts(let start)? = plan.starts.first?.outcome else { return nil }
    return start
  }

  @Test("a first visit stands at its time in the rota, in start and calls alike")
  func firstVisit() throws {
    let (plan, service) = started
    let visit = try #require(plan.calls.first { $0.need.kind == .firstResponse })
    let at = instant("2026-11-24", "15:20")
    let rostered = plan.rostered(RosteredCalls(starts: [visit.id: at]), of: service)
    #expect(start(rostered)?.rosteredAt == at && start(rostered)?.part == .afternoon)
    let call = try #require(rostered.calls.first { $0.id == visit.id })
    #expect(call.part == .afternoon && call.need.preferred.from == clock("15:20"))
    let early = plan.rostered(RosteredCalls(starts: [visit.id: instant("2026-11-24", "08:10")]), of: service)
    #expect(start(early)?.part == .morning && start(early)?.earliest == instant("2026-11-24", "08:10"))
  }

  @Test("a start's call that the rota leaves out is told as left out, and one that has a place there as planned")
  func startCalls() throws {
    let (plan, service) = started
    let bed = try #require(plan.calls.first { $0.need.kind == .personalCare })
    #expect(bed.basis == .planned && start(plan)?.callsLeftOut == 0)
    let without = plan.rostered(RosteredCalls(uncovered: [bed.id]), of: service)
    #expect(without.calls.first { $0.id == bed.id }?.basis == .leftOut)
    #expect(start(without)?.callsLeftOut == 1)
    #expect(start(without)?.leftOutBecause == .refusedByRota(bed.date))
    let again = without.rostered(RosteredCalls(starts: [bed.id: instant("2026-11-24", "21:00")]), of: service)
    #expect(again.calls.first { $0.id == bed.id }?.basis == .planned)
    #expect(start(again)?.callsLeftOut == 0 && start(again)?.leftOutBecause == nil)
  }

  @Test("a review that its last permitted day's rota has no place for breaks its promise, booked or not")
  func reviews() throws {
    var parts = InventedService()
    parts.staff = [daily]
    parts.episodes = [running(start: "2026-11-17", planned: "2026-11-19", predicted: ["2026-11-24"])]
    let booked = Appointment(
      id: VisitID("booked"), person: PersonID("p-1"), episode: EpisodeID("e-1"), date: date("2026-11-24"),
      call: CallNeed(kind: .review, demands: [Demand(length: Minutes(45))], preferred: clocks("10:00", "11:00")))
    for appointments in [[], [booked]] {
      parts.appointments = appointments
      let plan = EpisodePlanner(parts.service, days: 14).plan()
      let review = try #require(plan.calls.first { $0.need.kind == .review })
      #expect(review.date == date("2026-11-24") && plan.breaches.isEmpty)
      #expect(plan.rostered(RosteredCalls(starts: [review.id: parts.asOf]), of: parts.service).breaches.isEmpty)
      let broken = plan.rostered(RosteredCalls(uncovered: [review.id]), of: parts.service).breaches
      #expect(broken.map(\.clock) == [.review] && broken.map(\.hasHappened) == [false])
    }
    // With days in hand there will be another one.
    parts.appointments = []
    parts.episodes = [running(start: "2026-11-20", planned: "2026-11-22", predicted: ["2026-11-24"])]
    let plan = EpisodePlanner(parts.service, days: 14).plan()
    #expect(plan.rostered(RosteredCalls(uncovered: [VisitID("another")]), of: parts.service).breaches.isEmpty)
  }

  @Test("a booked review for which nobody is on duty keeps no promise")
  func nobodyOnDuty() {
    var parts = InventedService()
    parts.episodes = [running(start: "2026-11-18", planned: "2026-11-20", predicted: ["2026-11-24"])]
    parts.appointments = [
      Appointment(
        id: VisitID("booked"), person: PersonID("p-1"), episode: EpisodeID("e-1"), date: date("2026-11-25"),
        call: CallNeed(kind: .review, demands: [Demand(length: Minutes(45))], preferred: clocks("10:00", "11:00")))
    ]
    parts.staff = [daily]
    #expect(EpisodePlanner(parts.service, days: 14).plan().breaches.isEmpty)
    parts.staff = [worker([[RosteredShift(.tuesday, shift("07:00", "22:00"))]])]
    let breaches = EpisodePlanner(parts.service, days: 14).plan().breaches
    #expect(breaches.map(\.clock) == [.review] && breaches.map(\.hasHappened) == [false])
  }
}
