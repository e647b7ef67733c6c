import CareModel
import RotaChecking
import RotaOptimiser
import RotaPlanning
import SyntheticCaseloads
import Testing
import TravelTimes

/// `RotaPlanner.plan` itself throws where the checker refuses a rota or reckons another score, so that a plan that comes back is
/// one on which both agree level by level.
@Suite("Optimiser and checker agree")
struct AgreementTests {
  @Test("on two thousand random days with every feature: no rule broken by choice, the same score at every level")
  func usual() throws {
    for seed in 0..<2000 {
      let day = TinyDays.day(seed: UInt64(seed))
      let planner = RotaPlanner(
        day, travel: try TravelModel(day), settings: OptimiserSettings(seed: UInt64(seed), budget: 600))
      do {
        let checked = try planner.plan()
        #expect(checked.isPublishable)
        let stages = checked.rota.provenance?.stages ?? []
        #expect(stages.allSatisfy { $0.score.values.allSatisfy { $0 >= 0 } }, "day \(seed)")
      } catch RotaPlanningError.locksImpossible {
        #expect(day.visits.contains { $0.lock != nil }, "day \(seed)")
      } catch {
        Issue.record("day \(seed): \(error)")
      }
    }
  }

  @Test("on a thousand days with calls under way or done")
  func facts() throws {
    for seed in 0..<1000 {
      let day = TinyDays.day(seed: UInt64(seed), features: .all)
      let planner = RotaPlanner(day, travel: try TravelModel(day), settings: OptimiserSettings(budget: 600))
      do {
        let checked = try planner.plan()
        #expect(checked.isPublishable)
      } catch RotaPlanningError.locksImpossible {
        #expect(day.visits.contains { $0.lock != nil }, "day \(seed)")
      } catch {
        Issue.record("day \(seed): \(error)")
      }
    }
  }

  @Test("on generated boroughs of several seeds", arguments: 1...6)
  func borough(seed: Int) throws {
    let day = DayGenerator(DayPreset.smallBorough.parameters(seed: UInt64(seed))).caseload
    let checked = try RotaPlanner(day, travel: try TravelModel(day), settings: OptimiserSettings(budget: 60_000)).plan()
    #expect(checked.isPublishable)
  }
}
