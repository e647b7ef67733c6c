import CareModel
import Explanations
import Quantities
import SyntheticCaseloads
import Testing

@Suite("The scenario small-borough-day")
struct SmallBoroughTests {
  private let flagged = VisitID("p-001-first")
  private let other = VisitID("p-002-first")

  @Test("of two who come home at noon and need the one occupational therapist, the one at risk is seen in time")
  func lateStart() throws {
    let day = try PlannedDay.shipped("small-borough-day")
    let able = try #require(day.caseload.visit(flagged)).demands[0]
    #expect(day.caseload.workers.filter(able.isMet).count == 1)
    let deadline = try #require(day.caseload.visit(flagged).flatMap(day.caseload.responseDeadline))
    #expect(try #require(day.start(of: flagged)) <= deadline)
    #expect(day.late.contains(other))
    let end = try #require(day.stops(of: flagged).first).stop.end
    #expect(try #require(day.start(of: other)) > end)
    #expect(day.stops(of: other).map(\.worker) == day.stops(of: flagged).map(\.worker))
  }

  @Test("the reason given is that somebody of an earlier rank would suffer")
  func reason() throws {
    let day = try PlannedDay.shipped("small-borough-day")
    let explanation = try #require(day.explanations.first { $0.visit == other })
    guard case .pastDeadline(let late) = explanation.matter else {
      Issue.record("\(explanation.matter)")
      return
    }
    #expect(late > .zero)
    #expect(explanation.obstacles.first == Explanation.ObstacleCount(obstacle: .othersFirst, duties: 1))
  }

  @Test("the tight two-person call is done by the two who have learnt the heavy hoist, within its half-hour")
  func tight() throws {
    let day = try PlannedDay.shipped("small-borough-day")
    let tight = try #require(
      day.caseload.visits.first { $0.demands.contains { $0.skills.contains(SyntheticSkill.heavyHoist) } })
    let learnt = day.caseload.workers.filter { $0.skills.contains(SyntheticSkill.heavyHoist) }.map(\.id)
    #expect(Set(day.stops(of: tight.id).map(\.worker)) == Set(learnt) && learnt.count == 2)
    #expect(tight.windows[0].safe.length == Seconds(1800))
  }
}
