import CareModel
import RotaChecking
import Testing

@Suite("Suspensions")
struct SuspensionRuleTests {
  @Test(
    "no part of a call touches a suspension, both ends included",
    arguments: [("09:25", true), ("09:30", false), ("11:00", false), ("12:00", false), ("12:05", true)])
  func touching(clock: String, isKept: Bool) {
    var day = TinyDay([TinyDay.anytime("v1")])
    day.people[0] = TinyDay.person("p1", suspensions: [span("10:00", "12:00")])
    #expect(day.broken([run([stop("v1", clock)])]) == (isKept ? [] : [.suspension]))
  }

  @Test("the longest demand counts", arguments: [("09:10", true), ("09:15", false)])
  func longestDemand(clock: String, isKept: Bool) {
    var day = TinyDay([TinyDay.anytime("v1", minutes: [30, 45])])
    day.people[0] = TinyDay.person("p1", suspensions: [span("10:00", "12:00")])
    let runs = [run([stop("v1", clock)]), run("w2", "d2", [stop("v1", clock, minutes: 45, demand: 1)])]
    #expect(day.broken(runs) == (isKept ? [] : [.suspension]))
  }
}
