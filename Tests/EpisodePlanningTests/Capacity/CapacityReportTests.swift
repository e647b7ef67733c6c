import CareModel
import EpisodePlanning
import Quantities
import Testing

@Suite("Capacity and load for people to read")
struct CapacityReportTests {
  private func member(_ id: String, patch: String?, skills: [String]) -> StaffMember {
    StaffMember(
      id: WorkerID(id), role: .rehabilitationAssistant, skills: skills.map { Skill($0) }, home: PlaceID("home-2"),
      patch: patch, mode: .car, startsFrom: PlaceID("base"), endsAt: nil,
      contract: Contract(weekly: Minutes(2220), weekends: .alternate),
      roster: RosterPattern(
        anchor: date("2026-11-23"), weeks: [Weekday.allCases.map { RosteredShift($0, shift("07:00", "11:00")) }]))
  }

  /// One person in North with two calls for two in the morning of each day: one asks each worker for a skill or none.
  private var plan: EpisodePlan {
    var parts = InventedService()
    parts.places = [place("home-1", patch: "North"), place("home-2"), place("base")]
    parts.staff = [
      member("w-1", patch: "North", skills: ["hoist", "stoma", "gait"]),
      member("w-2", patch: "South", skills: ["hoist"]),
    ]
    let demands = [
      Demand(skills: [Skill("hoist"), Skill("stoma")], length: Minutes(40)),
      Demand(skills: [Skill("hoist")], length: Minutes(30)),
    ]
    let morning = PackageLine(
      id: LineID("morning"),
      call: CallNeed(kind: .personalCare, demands: demands, preferred: clocks("08:00", "09:00"), consequence: .high))
    parts.episodes = [episode(packages: [package(from: "2026-11-10", [morning])])]
    return EpisodePlanner(parts.service, days: 21).plan()
  }

  private func morning(_ cells: [CapacityCell]?, _ day: String = "2026-11-25") -> CapacityCell? {
    cells?.first { $0.date == date(day) && $0.part == .morning }
  }

  @Test("a skill has the calls that ask for it, and all the time of those who have it; nobody asks for gait")
  func skills() throws {
    let plan = plan
    #expect(Set(plan.capacityBySkill.keys) == [Skill("hoist"), Skill("stoma")])
    let hoist = try #require(morning(plan.capacityBySkill[Skill("hoist")]))
    let stoma = try #require(morning(plan.capacityBySkill[Skill("stoma")]))
    #expect(hoist.load == Minutes(70) && stoma.load == Minutes(40))
    #expect(hoist.capacity == stoma.capacity + stoma.capacity && stoma.capacity > .zero)
    // The end is expected on the 28th day, 7 December.
    #expect(morning(plan.capacityBySkill[Skill("hoist")], "2026-12-07")?.forecastLoad == Minutes(70))
    let behind = try #require(morning(plan.capacityBySkill[Skill("hoist")], "2026-12-08"))
    #expect(behind.load == Minutes(70) && behind.forecastLoad == .zero)
  }

  @Test("a patch has the calls of its homes and the time of its team, with the forecast of them")
  func patches() throws {
    let plan = plan
    #expect(plan.capacityByPatch.keys.sorted() == ["North", "South"])
    let north = try #require(morning(plan.capacityByPatch["North"]))
    let south = try #require(morning(plan.capacityByPatch["South"]))
    #expect(north.load == Minutes(70) && south.load == .zero && north.capacity == south.capacity)
    #expect(morning(plan.capacityByPatch["North"], "2026-12-08")?.forecastLoad == .zero)
    #expect(plan.shown(from: date("2026-12-01")).capacityBySkill.values.allSatisfy { $0.count == 14 * 4 })
  }
}
