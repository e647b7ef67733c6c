import CareModel
import Quantities
import RotaChecking
import Testing

@Suite("The same moment")
struct SameMomentRuleTests {
  @Test("both workers start in the same second", arguments: [(0, []), (1, ["1 s"]), (-300, ["5 min"])])
  func together(shift: Int, measured: [String]) {
    var day = TinyDay([TinyDay.visit(minutes: [30, 30])])
    day.policy.timeGrain = Seconds(1)
    let start = at("08:00") + Seconds(shift)
    let second = Stop(visit: VisitID("v1"), demand: 1, start: start, end: start + Minutes(30))
    let checked = day.check([run([stop("v1", "08:00")]), run("w2", "d2", [second])])
    #expect(checked.findings.map(\.measured) == measured)
    #expect(checked.findings.allSatisfy { $0.rule == .sameMoment && $0.cause == .choice })
  }
}
