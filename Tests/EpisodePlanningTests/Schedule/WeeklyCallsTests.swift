import CareModel
import EpisodePlanning
import Quantities
import Testing

@Suite("Therapy so often a week, so far apart")
struct WeeklyCallsTests {
  /// A walk of half an hour, so often a week.
  private func walks(
    _ times: Int, apart: Int? = nil, weekdays: WeekdaySet = .every
  ) -> PackageLine {
    PackageLine(
      id: LineID("walk"), weekdays: weekdays,
      freedom: PackageLine.FreedomOfDay(timesAWeek: times, daysBetween: apart),
      call: CallNeed(kind: .therapy, demands: [Demand(length: Minutes(30))], preferred: clocks("10:00", "12:00")))
  }

  /// The service's today is a Tuesday; the episode began on the Monday a week before.
  private func parts(_ line: PackageLine, staffOn days: [Weekday] = Weekday.allCases) -> InventedService {
    var parts = InventedService()
    parts.staff = [worker([days.map { RosteredShift($0, shift("07:00", "15:00")) }])]
    parts.episodes = [episode(start: "2026-11-16", packages: [package(from: "2026-11-16", [line])])]
    return parts
  }

  private func days(_ parts: InventedService, days: Int = 28) -> [CivilDate] {
    EpisodePlanner(parts.service, days: days).plan().calls.filter { $0.line == LineID("walk") }.map(\.date)
  }

  @Test("each whole week has as many as agreed, as far apart as agreed, to the end", arguments: 1...7)
  func wholeWeeks(times: Int) {
    let found = days(parts(walks(times)), days: 42)
    let start = date("2026-11-16")
    for week in 2...4 {
      #expect(found.count { (7 * week..<7 * week + 7).contains($0.daysSinceEpoch - start.daysSinceEpoch) } == times)
    }
    let apart = PackageLine.FreedomOfDay(timesAWeek: times).daysBetween
    #expect(zip(found, found.dropFirst()).allSatisfy { $1.daysSinceEpoch - $0.daysSinceEpoch >= apart })
    #expect(found.allSatisfy { $0 > date("2026-11-24") && $0 <= date("2026-12-27") })
  }

  @Test("a distance that is asked for is kept across the end of a week")
  func distance() {
    let found = days(parts(walks(2, apart: 3)))
    #expect(found.count >= 6)
    #expect(zip(found, found.dropFirst()).allSatisfy { $1.daysSinceEpoch - $0.daysSinceEpoch >= 3 })
  }

  @Test("it falls on the weekdays on which it may fall, and on which somebody works")
  func weekdays() {
    let found = days(parts(walks(2, weekdays: WeekdaySet([.tuesday, .wednesday, .friday]))))
    #expect(!found.isEmpty && found.allSatisfy { [.tuesday, .wednesday, .friday].contains($0.weekday) })
    let staffed = days(parts(walks(1), staffOn: [.thursday]), days: 14)
    #expect(staffed.map(\.weekday) == [.thursday, .thursday])
  }

  @Test("what is booked counts, and keeps its distance")
  func booked() {
    var parts = parts(walks(2, apart: 2))
    parts.appointments = [
      Appointment(
        id: VisitID("a-1"), person: PersonID("p-1"), episode: EpisodeID("e-1"), date: date("2026-12-02"),
        call: walks(2).call, line: LineID("walk"))
    ]
    let found = days(parts, days: 14)
    #expect(found.count { $0 >= date("2026-11-30") && $0 <= date("2026-12-06") } == 2)
    #expect(found.contains(date("2026-12-02")))
    #expect(zip(found, found.dropFirst()).allSatisfy { $1.daysSinceEpoch - $0.daysSinceEpoch >= 2 })
  }

  @Test("what finds no day is counted, and the plan is not the worse for it")
  func noDay() throws {
    let plan = EpisodePlanner(parts(walks(3), staffOn: [.thursday]).service, days: 14).plan()
    #expect(plan.calls.count { $0.line != nil && $0.date < date("2026-12-07") } <= 3)
    let level = try #require(plan.account.levels.first { $0.name == "sessions" })
    #expect(level.value >= 2 && level.bound == level.value)
  }

  @Test("a day cut from the plan has it")
  func cut() throws {
    let service = parts(walks(1)).service
    let plan = EpisodePlanner(service, days: 14).plan()
    let call = try #require(plan.calls.first { $0.line != nil })
    let day = DayCut.caseload(of: service.booking(plan, on: call.date), on: call.date)
    #expect(day.visits.contains { $0.id == call.id && $0.kind == .therapy })
    #expect(!DayCut.caseload(of: service, on: call.date).visits.contains { $0.kind == .therapy })
  }

  @Test("nothing falls while the person is away, nor after the end that is predicted")
  func awayAndEnd() {
    var parts = parts(walks(7))
    let stay = InstantInterval(start: instant("2026-11-30", "06:00"), end: instant("2026-12-02", "18:00"))
    parts.people = [Person(id: PersonID("p-1"), place: PlaceID("home-1"), suspensions: [stay].compactMap { $0 })]
    let open = parts.episodes[0]
    parts.episodes = [
      EpisodeRecord(
        episode: open.episode, packages: open.packages,
        clocks: EpisodeClocks(
          predictedEnds: [EpisodeClocks.PredictedEnd(madeOn: date("2026-11-20"), end: date("2026-12-10"))]))
    ]
    let found = days(parts)
    #expect(!found.contains { $0 >= date("2026-11-30") && $0 <= date("2026-12-02") })
    #expect(found.contains(date("2026-12-10")) && found.allSatisfy { $0 <= date("2026-12-10") })
  }
}
