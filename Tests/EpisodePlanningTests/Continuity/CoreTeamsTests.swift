import CareModel
import EpisodePlanning
import Quantities
import Testing

@Suite("Who would mostly go: core teams (R34)")
struct CoreTeamsTests {
  private func member(
    _ id: String, days: [Weekday] = Weekday.allCases, from: String = "07:00", until: String = "15:00",
    refusing: [PersonID] = []
  ) -> StaffMember {
    StaffMember(
      id: WorkerID(id), role: .rehabilitationAssistant, refusedPeople: refusing, home: PlaceID("home-2"), mode: .car,
      startsFrom: PlaceID("base"), endsAt: nil, contract: Contract(weekly: Minutes(2220), weekends: .alternate),
      roster: RosterPattern(
        anchor: date("2026-11-23"), weeks: [days.map { RosteredShift($0, shift(from, until)) }]))
  }

  private func team(
    _ staff: [StaffMember], person: Person = Person(id: PersonID("p-1"), place: PlaceID("home-1")), wanted: Int = 4
  ) throws -> CoreTeamProposal {
    var parts = InventedService()
    parts.policy.clocks.wantedWorkersAWeek = wanted
    parts.people = [person]
    parts.staff = staff
    parts.episodes = [
      episode(start: "2026-11-20", packages: [package(from: "2026-11-20", [line("morning", "08:00", "09:00")])])
    ]
    return try #require(EpisodePlanner(parts.service, days: 14).plan().coreTeams.first)
  }

  @Test("one worker who is there each day is enough; two take turns where one works half the week")
  func turns() throws {
    #expect(try team([member("w-1")]).team == [WorkerID("w-1")])
    let early = member("w-1", days: [.monday, .tuesday, .wednesday])
    let late = member("w-2", days: [.thursday, .friday, .saturday, .sunday])
    let both = try team([early, late])
    #expect(Set(both.team) == [WorkerID("w-1"), WorkerID("w-2")])
    #expect(both.isEnough == (both.covered == both.calls))
  }

  @Test("who has come is told week by week over the whole episode, where that is kept")
  func byWeek() throws {
    #expect(try team([member("w-1")]).seenByWeek == [])
    var parts = InventedService()
    parts.staff = [member("w-1")]
    parts.episodes = [
      EpisodeRecord(
        episode: Episode(id: EpisodeID("e-1"), person: PersonID("p-1"), startDate: date("2026-11-04")),
        packages: [package(from: "2026-11-04", [line("morning", "08:00", "09:00")])],
        callers: [("w-1", [1, 2]), ("w-2", [1]), ("gone", [1, 3, 3])].map {
          CallingRecord(worker: WorkerID($0), weeks: $1)
        })
    ]
    let found = try #require(EpisodePlanner(parts.service, days: 14).plan().coreTeams.first)
    #expect(found.seenByWeek == [3, 1, 1] && found.seenInAll == 3)
  }

  @Test("no more than are wanted, and it is said what they can't cover")
  func wanted() throws {
    let staff = Weekday.allCases.enumerated().map { member("w-\($0)", days: [$1]) }
    let found = try team(staff, wanted: 4)
    #expect(found.team.count == 4 && !found.isEnough && found.covered < found.calls)
    #expect(try team(staff, wanted: 7).covered > found.covered)
  }

  @Test("the core team that there is comes first, then known faces; nobody whom the person has refused, or who refuses")
  func known() throws {
    let staff = [member("w-1"), member("w-2"), member("w-3")]
    func person(core: [String] = [], seen: [String: Int] = [:], refused: [String] = []) -> Person {
      Person(
        id: PersonID("p-1"), place: PlaceID("home-1"), coreTeam: core.map { WorkerID($0) },
        recentVisits: Dictionary(uniqueKeysWithValues: seen.map { (WorkerID($0), $1) }),
        refusedWorkers: refused.map { WorkerID($0) })
    }
    #expect(try team(staff, person: person(core: ["w-3"])).team.first == WorkerID("w-3"))
    let seen = try team(staff, person: person(seen: ["w-2": 5, "w-1": 1]))
    #expect(seen.team.first == WorkerID("w-2") && seen.seenLately == 2)
    #expect(try !team(staff, person: person(refused: ["w-1"])).team.contains(WorkerID("w-1")))
    let refusing = [member("w-1", refusing: [PersonID("p-1")]), member("w-2")]
    #expect(try team(refusing).team == [WorkerID("w-2")])
  }

  @Test("nobody is in more teams than there is time for")
  func time() {
    var parts = InventedService()
    parts.staff = [member("w-1", from: "08:00", until: "10:00")]
    parts.people = (0..<6).map { Person(id: PersonID("p-\($0)"), place: PlaceID("home-1")) }
    parts.episodes = (0..<6).map { index in
      EpisodeRecord(
        episode: Episode(
          id: EpisodeID("e-\(index)"), person: PersonID("p-\(index)"), startDate: date("2026-11-20")),
        packages: [package(from: "2026-11-20", [line("morning", "08:00", "09:00")])])
    }
    let teams = EpisodePlanner(parts.service, days: 14).plan().coreTeams
    #expect(teams.count == 6)
    // 120 minutes a day leave some 88 for calls of 30.
    let covered = teams.reduce(0) { $0 + $1.covered }
    #expect(covered <= 14 * 88 / 30 + 1 && covered > 0)
  }
}
