import CareModel
import EpisodePlanning
import Quantities
import Testing

/// A first visit is promised for Tuesday 24 November 2026 between 10:00 and 11:00, and lasts 45 minutes.
@Suite("A promised first visit whose time is over")
struct FirstVisitRecordTests {
  private func tasks(
    at time: String, on day: String = "2026-11-24", publishedAt: String? = nil, also other: String? = nil,
    kind: Visit.Kind = .firstResponse, begun: Bool = false, away: Bool = false
  ) -> [DueTask] {
    var parts = InventedService()
    parts.asOf = instant(day, time)
    parts.referrals = [waiting(state: .accepted)]
    if away { parts.people = [person(away: (instant("2026-11-23", "09:00"), instant("2026-11-25", "09:00")))] }
    if begun { parts.episodes = [running(start: "2026-11-24")] }
    parts.appointments = (["2026-11-24"] + [other].compactMap { $0 }).map { day in
      Appointment(
        id: VisitID("booked-" + day), person: PersonID("p-1"), referral: ReferralID("r-1"), date: date(day),
        call: CallNeed(kind: kind, demands: [Demand(length: Minutes(45))], preferred: clocks("10:00", "11:00")),
        published: publishedAt.map { Visit.Placement(workers: [], start: instant(day, $0)) })
    }
    return DueTasks(parts.service).through(date("2027-01-01")).filter { $0.kind == .firstVisitRecord }
  }

  @Test("is to be recorded or rebooked from the last moment on at which it could have ended")
  func over() {
    #expect(tasks(at: "11:44").isEmpty)
    let found = tasks(at: "11:45")
    #expect(found.map(\.dueOn) == [date("2026-11-24")])
    #expect(found.first?.deadline == instant("2026-11-24", "11:45") && found.first?.referral == ReferralID("r-1"))
    #expect(tasks(at: "07:00", on: "2026-11-26").map(\.dueOn) == [date("2026-11-24")])
  }

  @Test("a published time counts before the one that was wanted")
  func published() {
    #expect(tasks(at: "12:14", publishedAt: "11:30").isEmpty)
    #expect(tasks(at: "12:15", publishedAt: "11:30").count == 1)
    #expect(tasks(at: "11:00", publishedAt: "10:15").count == 1)
  }

  @Test("is none once it is recorded, promised for another day, or was for a day in hospital; nor is another call")
  func none() {
    #expect(tasks(at: "16:00", begun: true).isEmpty)
    #expect(tasks(at: "16:00", also: "2026-11-25").isEmpty)
    #expect(tasks(at: "16:00", away: true).isEmpty)
    #expect(tasks(at: "16:00", kind: .assessment).isEmpty)
    #expect(tasks(at: "16:00", also: "2026-11-23").count == 1)
  }
}
