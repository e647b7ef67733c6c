import CareModel
import EpisodePlanning
import Quantities
import Testing

@Suite("Appointments behind an episode's end")
struct EndedAppointmentTests {
  private func parts(ended: String, state: EpisodeRecord.State = .ended) -> InventedService {
    var parts = InventedService()
    parts.staff = [worker([Weekday.allCases.map { RosteredShift($0, shift("07:00", "15:00")) }])]
    parts.episodes = [episode(start: "2026-11-10", state: state, ended: ended)]
    parts.appointments = [
      Appointment(
        id: VisitID("a-1"), person: PersonID("p-1"), episode: EpisodeID("e-1"), date: date("2026-11-26"),
        call: line("x", "10:00", "11:00").call)
    ]
    return parts
  }

  @Test("nobody is called on after the end, neither by plan nor by rota; somebody is asked to cancel")
  func behind() {
    for parts in [parts(ended: "2026-11-25", state: .active), parts(ended: "2026-11-23")] {
      let plan = EpisodePlanner(parts.service, days: 7).plan()
      #expect(!plan.calls.contains { $0.id == VisitID("a-1") })
      #expect(!DayCut.caseload(of: parts.service, on: date("2026-11-26")).visits.contains { $0.id == VisitID("a-1") })
      #expect(plan.tasks.contains { $0.kind == .cancellation && $0.booking?.id == VisitID("a-1") })
    }
  }

  @Test("on the last day it stands")
  func lastDay() {
    let parts = parts(ended: "2026-11-26", state: .active)
    let plan = EpisodePlanner(parts.service, days: 7).plan()
    #expect(plan.calls.contains { $0.id == VisitID("a-1") })
    #expect(DayCut.caseload(of: parts.service, on: date("2026-11-26")).visits.contains { $0.id == VisitID("a-1") })
    #expect(!plan.tasks.contains { $0.kind == .cancellation })
  }

  @Test(
    "after the last permitted day nobody keeps an appointment without an extension; on that day, and with one, it stands"
  )
  func pastLimit() {
    // Begun on 15 October: 25 November is day 42.
    for (day, extended, stands) in [
      ("2026-11-25", nil, true), ("2026-11-26", nil, false), ("2026-11-26", "2026-11-26", true),
    ] as [(String, String?, Bool)] {
      var parts = InventedService()
      parts.staff = [worker([Weekday.allCases.map { RosteredShift($0, shift("07:00", "15:00")) }])]
      parts.episodes = [episode(start: "2026-10-15", extended: extended)]
      parts.appointments = [
        Appointment(
          id: VisitID("a-1"), person: PersonID("p-1"), episode: EpisodeID("e-1"), date: date(day),
          call: line("x", "10:00", "11:00", consequence: .low, kind: .therapy).call)
      ]
      let plan = EpisodePlanner(parts.service, days: 7).plan()
      #expect(plan.calls.contains { $0.id == VisitID("a-1") } == stands)
      #expect(
        DayCut.caseload(of: parts.service, on: date(day)).visits.contains { $0.id == VisitID("a-1") } == stands)
      #expect(plan.tasks.contains { $0.kind == .cancellation } != stands)
    }
  }

  @Test("an appointment while the person is in hospital falls out, and somebody is asked to make another")
  func whileAway() {
    var parts = parts(ended: "2026-12-20", state: .active)
    let stay = InstantInterval(start: instant("2026-11-25", "09:00"), end: instant("2026-11-28", "10:00"))
    parts.people = [Person(id: PersonID("p-1"), place: PlaceID("home-1"), suspensions: [stay].compactMap { $0 })]
    let plan = EpisodePlanner(parts.service, days: 7).plan()
    #expect(!plan.calls.contains { $0.id == VisitID("a-1") })
    #expect(plan.tasks.contains { $0.kind == .rebooking && $0.booking?.date == date("2026-11-26") })
  }
}
