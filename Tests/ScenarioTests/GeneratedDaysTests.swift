import CareModel
import Quantities
import RotaChecking
import SyntheticCaseloads
import Testing

@Suite("Generated days of many seeds")
struct GeneratedDaysTests {
  /// A service of a third of a small borough.
  private static func day(seed: UInt64) -> Caseload {
    var parameters = DayPreset.smallBorough.parameters(seed: seed)
    parameters.calls = 30
    parameters.workersOnShift = 5
    parameters.firstVisits = 3
    parameters.neighbourhoods = 2
    return DayGenerator(parameters).caseload
  }

  @Test("the checker accepts every rota, and each stage leaves it no worse", arguments: 1...12 as ClosedRange<UInt64>)
  func accepted(seed: UInt64) throws {
    let day = try PlannedDay(Self.day(seed: seed), budget: 60_000)
    #expect(day.checked.isPublishable)
    let stages = try #require(day.rota.provenance).stages
    for (earlier, later) in zip(stages, stages.dropFirst()) { #expect(later.score <= earlier.score) }
    #expect(stages.last?.score == day.checked.score)
  }

  @Test(
    "more work never gives a worse rota than the greedy one, nor ten times the work one that serves people worse",
    arguments: 1...6 as ClosedRange<UInt64>)
  func moreWork(seed: UInt64) throws {
    let day = Self.day(seed: seed)
    let scores = try [0, 40_000, 400_000].map { try PlannedDay(day, budget: $0).checked.score }
    #expect(scores[1] <= scores[0] && scores[2] <= scores[0])
    // Pence may differ either way: a longer search takes another way. What people get may not.
    #expect(scores[2].values.dropLast().elementsEqual(min(scores[1], scores[2]).values.dropLast()))
  }

  @Test("with nothing to do and nobody to do it, the rota is empty and publishable")
  func empty() throws {
    var parameters = DayPreset.tiny.parameters(seed: 1)
    parameters.calls = 0
    parameters.firstVisits = 0
    let day = try PlannedDay(DayGenerator(parameters).caseload, budget: 1000)
    #expect(day.checked.isPublishable && day.rota.runs.isEmpty && day.rota.uncovered.isEmpty)
    parameters.calls = 6
    parameters.workersOnShift = 0
    let alone = try PlannedDay(DayGenerator(parameters).caseload, budget: 1000)
    #expect(alone.checked.isPublishable && alone.rota.runs.isEmpty && alone.rota.uncovered.count == 6)
  }
}
