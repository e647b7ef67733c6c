import CareModel
import EpisodePlanning
import Quantities
import Testing

/// Today is Tuesday 24 November 2026.
@Suite("By when running episodes' care plans and next reviews must be")
struct CallsDueTests {
  private func due(_ record: EpisodeRecord, away: InstantInterval? = nil, appointments: [Appointment] = []) -> [String]
  {
    var parts = InventedService()
    parts.people = [Person(id: PersonID("p-1"), place: PlaceID("home-1"), suspensions: [away].compactMap { $0 })]
    parts.episodes = [record]
    parts.appointments = appointments
    return EpisodePlanner(parts.service, days: 7).plan().callsDue.map { "\($0.kind.rawValue) \($0.lastPermittedDay)" }
  }

  @Test("the care plan until it is agreed, and the next review, booked or not")
  func owed() {
    #expect(due(running(start: "2026-11-23")) == ["carePlan 2026-11-26", "review 2026-11-30"])
    #expect(due(running(start: "2026-11-23", planned: "2026-11-24")) == ["review 2026-11-30"])
    let booked = Appointment(
      id: VisitID("booked"), person: PersonID("p-1"), episode: EpisodeID("e-1"), date: date("2026-11-27"),
      call: CallNeed(kind: .review, demands: [Demand(length: Minutes(45))], preferred: clocks("10:00", "11:00")))
    #expect(
      due(running(planned: "2026-11-12", reviewed: ["2026-11-22"]), appointments: [booked]) == ["review 2026-11-29"])
  }

  @Test("a review's clock stands still in hospital")
  func away() {
    let stay = InstantInterval(start: instant("2026-11-24", "06:00"), end: instant("2026-11-28", "09:00"))
    // Three days of it are wholly in hospital.
    #expect(due(running(planned: "2026-11-12", reviewed: ["2026-11-22"]), away: stay) == ["review 2026-12-02"])
  }

  @Test("none that an agreed end comes before, none of bridging, and none after the last permitted day")
  func none() {
    func last(_ end: String) -> [String] {
      due(running(planned: "2026-11-12", reviewed: ["2026-11-22"], plannedEnd: end))
    }
    #expect(last("2026-11-29") == ["review 2026-11-29"])
    #expect(last("2026-11-28").isEmpty)
    #expect(due(running(kind: .bridging)).isEmpty)
    #expect(due(running(start: "2026-10-14", planned: "2026-10-15", reviewed: ["2026-11-19"])).isEmpty)
    #expect(due(running(start: "2026-10-13", planned: "2026-10-14", reviewed: ["2026-11-19"])).isEmpty)
  }
}
