import CareModel
import EpisodePlanning
import LinearProgramming
import Quantities
import RotaChecking
import RotaOptimiser
import RotaPlanning
import SyntheticCaseloads
import Testing
import TravelTimes

@Suite("What is proven of a rota")
struct ProofTests {
  private func proof(_ checked: CheckedRota) throws -> Proof { try #require(checked.rota.provenance).proof }

  @Test("levels are proven one by one, in the ladder's order, down to the cost of two calls on one way")
  func zeros() throws {
    var day = PlannedDay()
    day.visits = [PlannedDay.visit("v1"), PlannedDay.visit("v2", person: "p2")]
    let checked = try day.plan()
    let levels = try proof(checked).levels
    let ladder = day.policy.ladder.levels
    #expect(levels.map(\.level) == Array(ladder.prefix(levels.count)))
    #expect(levels.allSatisfy { $0.isProven })
    #expect(levels.count == ladder.count)
    #expect(levels.last?.level == Level(.cost))
    #expect((levels.last?.value ?? 0) > 0)
  }

  @Test("a time-critical call that nobody can do is proven uncovered, and the levels behind it can be proven too")
  func nobody() throws {
    var day = PlannedDay()
    day.visits = [
      PlannedDay.visit(
        "insulin", demands: [Demand(skills: [Skill("injections")], length: Minutes(15))], timeCritical: true),
      PlannedDay.visit("v2", person: "p2", consequence: .high),
    ]
    let levels = try proof(try day.plan()).levels
    #expect(levels.first == Proof.LevelProof(level: Level(.timeCritical), bound: 1, value: 1))
    #expect(levels.dropFirst().prefix(2).allSatisfy { $0.isProven && $0.value == 0 })
  }

  @Test("a two-person call for which one worker is there is proven uncovered")
  func alone() throws {
    var day = PlannedDay()
    day.visits = [PlannedDay.visit("double", minutes: [30, 30], timeCritical: true)]
    day.visits[0] = PlannedDay.visit(
      "double",
      demands: [Demand(length: Minutes(30)), Demand(roles: [.occupationalTherapist], length: Minutes(30))],
      timeCritical: true)
    #expect(try proof(try day.plan()).levels.first == .init(level: Level(.timeCritical), bound: 1, value: 1))
  }

  @Test("a call left out for want of room is proven, but not without work; then nothing behind it is listed")
  func room() throws {
    var day = PlannedDay()
    day.visits = [
      PlannedDay.visit("v1", from: "09:00", until: "09:00", timeCritical: true),
      PlannedDay.visit("v2", person: "p2", from: "09:00", until: "09:00", timeCritical: true),
    ]
    #expect(
      try proof(try day.plan()).levels.first == .init(level: Level(.timeCritical), bound: 1, value: 1, by: .columns))
    let planner = RotaPlanner(
      day.caseload, travel: try TravelModel(day.caseload), settings: OptimiserSettings(budget: 0))
    #expect(try proof(try planner.plan()).levels == [.init(level: Level(.timeCritical), bound: 0, value: 1)])
  }

  @Test("no bound is above what any rota that we know of reaches", arguments: 0..<60)
  func boundsHold(seed: UInt64) throws {
    let day = TinyDays.day(seed: seed)
    let travel = try TravelModel(day)
    guard let checked = try? RotaPlanner(day, travel: travel, settings: OptimiserSettings(budget: 600)).plan() else {
      return
    }
    for level in try proof(checked).levels {
      #expect(level.bound <= level.value)
      #expect(level.value == checked.score[level.level])
    }
    #expect(try proof(checked).levels.dropLast().allSatisfy { $0.isProven })
  }
}

@Suite("GLPK fails while a day is planned")
struct PlanningFailureTests {
  @Test("at each of its calls: the rota is publishable, the report says failed, the rest of the day is as it was")
  func everyCall() throws {
    let day = TinyDays.day(seed: 6, features: [.twoPersonCalls, .breaks, .starts])
    let planner = RotaPlanner(day, travel: try TravelModel(day), settings: OptimiserSettings(budget: 3_000))
    let (sound, calls) = try FaultInjection.countCalls { try planner.plan() }
    try #require(calls > 10)
    var survived = 0
    for number in stride(from: 1, through: calls, by: max(1, calls / 60)) {
      let checked = try FaultInjection.failCall(number: number) { try planner.plan() }
      #expect(checked.isPublishable)
      let provenance = try #require(checked.rota.provenance)
      let search = try #require(provenance.stages.first { $0.name == "search" })
      #expect(!(search.score < checked.score))
      let failed = provenance.stages.filter { stage in
        guard case .failed(let text) = stage.outcome else { return false }
        #expect(!text.isEmpty)
        return true
      }
      // The other stage that uses it has its own go.
      #expect(!provenance.glpkVersion.isEmpty)
      #expect(failed.count <= 1 && failed.allSatisfy { ["columns", "glpk"].contains($0.name) })
      if failed.isEmpty {
        survived += 1
        #expect(checked.score == sound.score)
      }
    }
    // Freeing a program and its environment has nobody to tell.
    #expect(survived <= 6)
  }

  @Test("climbing prices keep to their share of the work on a day with many more calls than can be done")
  func budgetKept() throws {
    let service = ServiceGenerator(ServicePreset.innerLondon.parameters(seed: 1)).service
    let day = DayCut.caseload(of: service, on: service.today)
    let settings = OptimiserSettings(budget: 1_000_000)
    let checked = try RotaPlanner(day, travel: try TravelModel(day), settings: settings).plan()
    #expect(try #require(checked.rota.provenance).workUsed < 1_010_000)
  }
}
