import CareModel
import Quantities
import RotaChecking
import RotaPlanning
import Testing

@Suite("Locks")
struct LockTests {
  private var twoWorkers: [Worker] { [PlannedDay.worker("w1"), PlannedDay.worker("w2")] }

  @Test("a locked worker does the call, at the time that suits", arguments: ["w1", "w2"])
  func worker(_ id: String) throws {
    var day = PlannedDay(workers: twoWorkers)
    day.people[0] = PlannedDay.person("p1", coreTeam: ["w1"])
    day.visits = [PlannedDay.visit("v1", lock: lock([id]))]
    let checked = try day.plan()
    #expect(checked.workers(of: "v1") == [id])
    #expect(checked.start(of: "v1") == at("07:10"))
  }

  @Test("a locked start is kept, whoever does it")
  func start() throws {
    var day = PlannedDay(workers: twoWorkers)
    day.visits = [PlannedDay.visit("v1", lock: lock(nil, "11:35"))]
    #expect(try day.plan().start(of: "v1") == at("11:35"))
  }

  @Test("both workers of a two-person call and its start, in the order of its demands")
  func both() throws {
    var day = PlannedDay(workers: twoWorkers)
    day.visits = [PlannedDay.visit("v1", minutes: [30, 20], lock: lock(["w2", "w1"], "09:20"))]
    let checked = try day.plan()
    #expect(checked.workers(of: "v1") == ["w2", "w1"])
    #expect(checked.stops(of: "v1").map(\.start) == [at("09:20"), at("09:20")])
  }

  @Test("a lock overrides role, skill, refusal and required preference")
  func overridesWho() throws {
    var day = PlannedDay(workers: twoWorkers)
    day.people[0] = PlannedDay.person(
      "p1", refused: ["w2"], preferences: [Preference(.gender(.female), .required)])
    day.visits = [
      PlannedDay.visit(
        "v1", demands: [Demand(roles: [.nurse], skills: [Skill("hoist")], length: Minutes(30))], lock: lock(["w2"]))
    ]
    let checked = try day.plan()
    #expect(checked.workers(of: "v1") == ["w2"])
    let broken = checked.findings.filter { $0.severity == .broken }
    #expect(!broken.isEmpty && broken.allSatisfy { $0.cause == .lock })
    #expect(checked.isPublishable)
  }

  @Test("a lock overrides the safe window and the grain", arguments: ["12:00", "06:59", "11:07"])
  func overridesWhen(clock: String) throws {
    var day = PlannedDay(workers: [PlannedDay.worker("w1", duties: [PlannedDay.duty("d1", "06:00", "15:00")])])
    day.visits = [
      PlannedDay.visit("v1", from: "08:00", until: "09:00", lock: lock(["w1"], clock)),
      PlannedDay.visit("v2", person: "p2"),
    ]
    let checked = try day.plan()
    #expect(checked.start(of: "v1") == at(clock))
    #expect(checked.uncovered.isEmpty)
    #expect(checked.isPublishable)
  }

  @Test("locks come before every level, and displaced calls are listed")
  func beforeAll() throws {
    var day = PlannedDay(workers: [PlannedDay.worker("w1", duties: [PlannedDay.duty("d1", "07:00", "08:00")])])
    day.visits = [
      PlannedDay.visit("critical", timeCritical: true),
      PlannedDay.visit("walk", person: "p2", kind: .therapy, lock: lock(["w1"])),
    ]
    #expect(try day.plan().uncovered == ["critical"])
  }

  @Test("locks that can't be kept are an input error that names them and who set them")
  func impossible() throws {
    func refused(_ visits: [Visit]) -> [String] {
      do {
        _ = try PlannedDay(workers: twoWorkers, visits: visits).plan()
        return []
      } catch RotaPlanningError.locksImpossible(let locks) {
        let error = RotaPlanningError.locksImpossible(locks)
        #expect(error.isInputError)
        #expect(error.description.contains("duty manager"))
        return locks.map(\.visit.text)
      } catch {
        Issue.record("\(error)")
        return []
      }
    }
    // At night, when nobody is there.
    #expect(refused([PlannedDay.visit("v1", lock: lock(nil, "20:00"))]) == ["v1"])
    // Before the worker can be there.
    #expect(refused([PlannedDay.visit("v1", lock: lock(["w1"], "07:05"))]) == ["v1"])
    // Two at once by the same worker.
    let clash = refused([
      PlannedDay.visit("v1", lock: lock(["w1"], "09:00")),
      PlannedDay.visit("v2", person: "p2", lock: lock(["w1"], "09:10")),
    ])
    #expect(clash.count == 1)
    // The same worker twice for a two-person call.
    #expect(refused([PlannedDay.visit("v1", minutes: [30, 30], lock: lock(["w1", "w1"]))]) == ["v1"])
    #expect(refused([PlannedDay.visit("v1", lock: lock(["w1"], "07:10"))]).isEmpty)
  }

  @Test("locks that contradict a link between their calls are impossible; an unlocked partner gives way")
  func links() throws {
    var day = PlannedDay(workers: twoWorkers)
    day.visits = [
      PlannedDay.visit("v1", lock: lock(["w1"], "09:00")),
      PlannedDay.visit("v2", person: "p2", lock: lock(["w1"], "10:00")),
    ]
    for relation in [VisitLink.Relation.differentWorker, .sameStart, .gap(minimum: Minutes(90), maximum: nil)] {
      day.links = [VisitLink(first: VisitID("v1"), second: VisitID("v2"), relation: relation)]
      #expect(throws: RotaPlanningError.self) { try day.plan() }
      var unlocked = day
      unlocked.visits[1] = PlannedDay.visit("v2", person: "p2", from: "10:00", until: "10:00")
      unlocked.workers.removeLast()
      #expect(try unlocked.plan().uncovered == ["v2"])
    }
  }
}
