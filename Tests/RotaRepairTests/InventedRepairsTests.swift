import CareModel
import Quantities
import ReproducibleNumbers
import RotaChecking
import RotaOptimiser
import RotaPlanning
import RotaRepair
import SyntheticCaseloads
import Testing
import TravelTimes

@Suite("Repairs of invented days")
struct InventedRepairsTests {
  @Test(
    "of tiny days with any events: the checker accepts, no call is forgotten, nothing is worse than the greedy repair")
  func tiny() throws {
    var kinds: [String: Int] = [:]
    var (beyond, needless) = (0, 0)
    for seed in UInt64(0)..<400 {
      let day = TinyDays.day(seed: seed, features: .all.subtracting(.published))
      guard let life = try InventedLife(day, seed: seed, budget: 2_000) else { continue }
      guard let step = try life.step(hours: 0, events: 2) else { continue }
      for event in step.events { kinds[event.kind.rawValue, default: 0] += 1 }
      try step.expectLaws("day \(seed)")
      let greedy = try life.repair(step.after, solver: .greedy)
      if step.after.caseload.visits.allSatisfy({ $0.lock == nil }), day.policy.changeBudget == 0 {
        // Changes within the limit are free.
        let stability = day.policy.ladder.index(of: Level(.stability)) ?? 0
        let scores = [greedy, step.repair].map { Array($0.checked.score.values.prefix(stability)) }
        #expect(!scores[0].lexicographicallyPrecedes(scores[1]), "day \(seed)")
      }
      #expect(try life.repair(step.after) == step.repair, "day \(seed)")
      if step.repair.report.others.isBeyondLimit {
        beyond += 1
        if try life.isNoWorseWithOthersHeld(step) { needless += 1 }
      }
    }
    // More than a tenth only where a level before stability asks for it; a search so short may miss that now and then.
    #expect(beyond > 10 && needless * 20 <= beyond, "\(needless) of \(beyond)")
    #expect(kinds.count == DayEvent.Kind.allCases.count && kinds.values.allSatisfy { $0 > 2 }, "\(kinds)")
  }

  @Test("tiny days live from hour to hour: each state is accepted and carries the one before")
  func tinyLives() throws {
    var steps = 0
    for seed in UInt64(1000)..<1060 {
      let day = TinyDays.day(seed: seed, features: .all.subtracting([.published, .lateAsOf, .facts]))
      guard var life = try InventedLife(day, seed: seed, budget: 300) else { continue }
      for hour in 1...8 {
        guard let step = try life.step(hours: hour, events: 1) else { continue }
        try step.expectLaws("day \(seed), hour \(hour)")
        life.take(step)
        steps += 1
      }
    }
    #expect(steps > 200)
  }

  @Test("a small borough's day from seven in the morning to eight at night, two events an hour")
  func borough() throws {
    let day = DayGenerator(DayPreset.smallBorough.parameters(seed: 3)).caseload
    var life = try #require(try InventedLife(day, seed: 3, budget: 400_000))
    var changed = 0
    for hour in 1...13 {
      guard let step = try life.step(hours: hour, events: 2) else { continue }
      try step.expectLaws("hour \(hour)")
      changed += step.repair.report.others.changed
      life.take(step)
    }
    #expect(life.events > 15)
    #expect(changed < 13 * 12, "\(changed)")
  }
}
