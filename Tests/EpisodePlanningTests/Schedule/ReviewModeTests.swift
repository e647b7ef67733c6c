import CareModel
import EpisodePlanning
import Quantities
import Testing

@Suite("Reviews at home, by telephone, by video or in a clinic, by risk (R28)")
struct ReviewModeTests {
  private let low = ReviewTerms.Risk(level: .low, setBy: "therapist")

  /// So many people, each with a review due within the week, and perhaps a clinic.
  private func plan(
    _ terms: ReviewTerms, people: Int = 1, sessions: [ClinicSession] = [], booked: Int = 0,
    staffOn days: [Weekday] = Weekday.allCases
  ) -> [PlannedCall] {
    var parts = InventedService()
    parts.staff = [worker([days.map { RosteredShift($0, shift("07:00", "17:00")) }])]
    parts.people = (0..<people).map { Person(id: PersonID("p-\($0)"), place: PlaceID("home-1")) }
    parts.episodes = (0..<people).map { index in
      EpisodeRecord(
        episode: Episode(
          id: EpisodeID("e-\(index)"), person: PersonID("p-\(index)"), startDate: date("2026-11-20")),
        packages: [package(from: "2026-11-20", [])],
        clocks: EpisodeClocks(carePlanAgreedOn: date("2026-11-21")), reviews: terms)
    }
    parts.appointments = (0..<booked).map { index in
      Appointment(
        id: VisitID("a-\(index)"), person: PersonID("p-0"), date: date("2026-11-26"),
        call: CallNeed(
          kind: .therapy, mode: .clinic, place: PlaceID("clinic"), demands: [Demand(length: Minutes(30))],
          preferred: clocks("14:00", "15:00")))
    }
    let service = parts.service
    let clinic = Place(
      id: PlaceID("clinic"), kind: .clinic, position: service.places.first?.position, clinicSessions: sessions)
    let with = Service(
      title: "", isInvented: true, asOf: service.asOf, calendar: service.calendar, policy: service.policy,
      places: service.places + [clinic], people: service.people, episodes: service.episodes, staff: service.staff,
      appointments: service.appointments)
    return EpisodePlanner(with, days: 7).plan().calls.filter { $0.need.kind == .review }
  }

  @Test("without a low risk that somebody has set, reviews are held at home")
  func home() {
    #expect(plan(ReviewTerms()).map(\.need.mode) == [.home])
    let high = ReviewTerms(risk: ReviewTerms.Risk(level: .high, setBy: "therapist"), suited: [.telephone])
    #expect(plan(high).map(\.need.mode) == [.home])
  }

  @Test("at low risk what takes least is taken, of what suits the person")
  func least() {
    #expect(plan(ReviewTerms(risk: low)).map(\.need.mode) == [.telephone])
    let call = plan(ReviewTerms(risk: low, suited: [.video, .home])).first
    #expect(call?.need.mode == .video && call?.need.length == Minutes(30))
  }

  @Test("a clinic's session has so many slots, those that are booked taken off; then another mode, or another day")
  func slots() {
    let terms = ReviewTerms(risk: low, suited: [.clinic])
    let session = ClinicSession(weekdays: WeekdaySet([.thursday]), hours: clocks("14:00", "16:00"), slots: 2)
    let calls = plan(terms, people: 2, sessions: [session])
    #expect(calls.map(\.date) == [date("2026-11-26"), date("2026-11-26")])
    #expect(calls.allSatisfy { $0.need.mode == .clinic && $0.need.place == PlaceID("clinic") })
    #expect(plan(terms, people: 4, sessions: [session]).count == 2)
    #expect(plan(terms, people: 4, sessions: [session], booked: 1).count == 1)
    let either = ReviewTerms(risk: low, suited: [.clinic, .home])
    let modes = plan(either, people: 4, sessions: [session]).map(\.need.mode)
    #expect(modes.count == 4 && modes.count { $0 == .clinic } <= 2)
  }

  @Test("another permitted mode is tried before a review is left undone")
  func tried() {
    // Nobody works on any day but Thursday, and the session is on Wednesday.
    let session = ClinicSession(weekdays: WeekdaySet([.wednesday]), hours: clocks("14:00", "16:00"), slots: 5)
    let terms = ReviewTerms(risk: low, suited: [.clinic, .video])
    let calls = plan(terms, sessions: [session], staffOn: [.thursday])
    #expect(calls.map(\.need.mode) == [.video] && calls.map(\.date) == [date("2026-11-26")])
  }
}
