import CareModel
import Explanations
import Quantities
import RotaChecking
import RotaOptimiser
import RotaPlanning
import SyntheticCaseloads
import Testing
import TravelTimes

@Suite("Reasons are true")
struct TrueReasonsTests {
  @Test("on random days no insertion refutes an obstacle, and each next possible start keeps every rule")
  func tinyDays() throws {
    var seen = Seen()
    for seed in 0..<400 {
      try examine(TinyDays.day(seed: UInt64(seed), features: seed % 5 == 0 ? .all : .usual), "day \(seed)", &seen)
    }
    // The days must have something to explain, or this test shows nothing.
    #expect(seen.openings > 20)
    for obstacle in [
      Explanation.Obstacle.noSuchRoleOrSkill, .refused, .requiredPreference, .notOnDuty, .dutyFull, .linkedCall,
      .partnerMissing,
    ] {
      #expect(seen.obstacles[obstacle, default: 0] > 0, "\(obstacle) never occurs")
    }
  }

  @Test("on short-staffed boroughs too", arguments: 1...2)
  func boroughs(seed: Int) throws {
    var parameters = DayPreset.smallBorough.parameters(seed: UInt64(seed))
    parameters.workersOnShift = 9
    var seen = Seen()
    try examine(DayGenerator(parameters).caseload, "borough \(seed)", &seen, everyStart: 6)
    #expect(seen.obstacles[.dutyFull, default: 0] > 0)
  }

  private struct Seen {
    var openings = 0
    var obstacles: [Explanation.Obstacle: Int] = [:]
  }

  /// Nil where the day's locks can't be kept together.
  private func plan(_ day: Caseload, _ travel: TravelModel) throws -> CheckedRota? {
    do {
      return try RotaPlanner(day, travel: travel, settings: OptimiserSettings(budget: 400)).plan()
    } catch RotaPlanningError.locksImpossible {
      return nil
    } catch {
      throw error
    }
  }

  private func examine(_ day: Caseload, _ name: String, _ seen: inout Seen, everyStart: Int = 1) throws {
    let travel = try TravelModel(day)
    guard let checked = try plan(day, travel) else { return }
    let finder = ReasonFinder(checked, of: day, travel: travel)
    let trial = InsertionTrial(checked, of: day, travel: travel, everyStart: everyStart)
    for explanation in finder.explanations() {
      let visit = try #require(day.visit(explanation.visit))
      let counted = explanation.obstacles.reduce(0) { $0 + $1.duties }
      #expect(counted <= day.workers.flatMap(\.dutyPeriods).count, "\(name) \(visit.id)")
      let stopped = finder.obstacles(to: visit)
      #expect(stopped.filter { $0.obstacle != nil }.count == counted, "\(name) \(visit.id)")
      for (duty, obstacle) in stopped {
        guard let obstacle else { continue }
        seen.obstacles[obstacle, default: 0] += 1
        let refutation = trial.refutation(of: obstacle, to: visit, in: duty, explanation.matter)
        #expect(refutation == nil, "\(name) \(visit.id) \(duty) \(obstacle): \(refutation ?? "")")
      }
      guard let next = explanation.nextPossible else { continue }
      seen.openings += 1
      let opening = try #require(finder.opening(for: visit))
      #expect(opening.start == next.start && opening.workers == next.workers)
      let faults = trial.faults(of: opening, for: visit)
      #expect(faults.isEmpty, "\(name) \(visit.id) at \(next.start): \(faults)")
    }
  }
}
