import CareModel
import EpisodePlanning
import Quantities
import Testing

@Suite("A care plan is owned by a named registered professional (R21, R33)")
struct CarePlanOwnersTests {
  private func plan(
    _ record: EpisodeRecord, staff: [StaffMember] = [professional()]
  ) -> EpisodePlan {
    var parts = InventedService()
    parts.episodes = [record]
    parts.staff = staff
    return EpisodePlanner(parts.service, days: 7).plan()
  }

  /// What is wrong, and since when somebody is to be named.
  private func flaw(_ owner: String?, staff: [StaffMember] = [professional()]) -> String {
    let plan = plan(running(planned: "2026-11-12", owner: owner), staff: staff)
    let tasks = plan.tasks.filter { $0.kind == .carePlanOwner }.map { "\($0.dueOn)" }
    return plan.carePlanOwners.map { $0.flaw?.rawValue ?? "none" }.joined() + " " + tasks.joined()
  }

  @Test("a registered professional of the service owns it", arguments: Role.allCases)
  func registered(role: Role) {
    let isRegistered = [Role.occupationalTherapist, .physiotherapist, .nurse, .socialWorker].contains(role)
    #expect(flaw("w-ot", staff: [professional("w-ot", role)]) == (isRegistered ? "none " : "notRegistered 2026-11-12"))
  }

  @Test("nobody, or somebody who has left, is told, with the day since when")
  func open() {
    #expect(flaw(nil) == "noOwner 2026-11-12")
    #expect(flaw("w-gone") == "left 2026-11-24")
    #expect(flaw("w-ot", staff: [professional(until: "2026-11-24")]) == "none ")
    #expect(flaw("w-ot", staff: [professional(until: "2026-11-23")]) == "left 2026-11-24")
    #expect(flaw("w-ot", staff: [professional(until: "2026-11-18")]) == "left 2026-11-19")
    #expect(flaw("w-ot", staff: [professional(until: "2026-11-01")]) == "left 2026-11-12")
  }

  @Test("the plan names the owner of each agreed plan; before it is agreed, and in bridging, there is none to own")
  func named() throws {
    let ownership = try #require(plan(running(planned: "2026-11-12")).carePlanOwners.first)
    #expect(ownership.owner == WorkerID("w-ot") && ownership.agreedOn == date("2026-11-12"))
    #expect(ownership.person == PersonID("p-1") && ownership.episode == EpisodeID("e-1"))
    #expect(plan(running()).carePlanOwners.isEmpty)
    #expect(!plan(running(owner: nil)).tasks.contains { $0.kind == .carePlanOwner })
    #expect(plan(running(kind: .bridging, planned: "2026-11-12", owner: nil)).carePlanOwners.isEmpty)
  }
}
