import CareModel
import Foundation
import RotaChecking
import RotaOptimiser
import RotaPlanning
import SyntheticCaseloads
import Testing
import TravelTimes

/// Part of `make test-long` alone.
@Suite("Large days", .enabled(if: ProcessInfo.processInfo.environment["REABLE_LONG_TESTS"] != nil))
struct LargeDaysTests {
  @Test(
    "two, four and eight times the borough: the checker accepts, and search is no worse than greedy",
    arguments: [DayPreset.smallBorough2, .smallBorough4, .smallBorough8])
  func large(preset: DayPreset) throws {
    let day = DayGenerator(preset.parameters(seed: 1)).caseload
    let travel = try TravelModel(day)
    let greedy = try RotaPlanner(day, travel: travel, settings: OptimiserSettings(solver: .greedy)).plan()
    let searched = try RotaPlanner(day, travel: travel, settings: OptimiserSettings(budget: 6_000_000)).plan()
    #expect(greedy.isPublishable && searched.isPublishable)
    #expect(!(greedy.score < searched.score))
  }
}
