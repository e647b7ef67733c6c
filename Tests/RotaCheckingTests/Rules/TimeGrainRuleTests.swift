import CareModel
import Quantities
import RotaChecking
import Testing

@Suite("The time grain")
struct TimeGrainRuleTests {
  @Test(
    "a start lies on the grain",
    arguments: [("08:00", []), ("08:05", []), ("08:04:59", [RuleName.timeGrain]), ("08:01", [.timeGrain])])
  func grain(clock: String, broken: [RuleName]) {
    #expect(TinyDay([TinyDay.visit()]).broken([run([stop("v1", clock)])]) == broken)
  }

  @Test("the grain counts from the day's origin")
  func origin() {
    var day = TinyDay([TinyDay.visit()])
    day.policy.timeGrain = Seconds(420)
    #expect(day.broken([run([stop("v1", "08:03")])]) == [.timeGrain])
    // 26 times 7 minutes after 05:00.
    #expect(day.broken([run([stop("v1", "08:02")])]) == [])
  }

  @Test("a locked start off the grain is the lock's, and what has begun is no finding")
  func causes() {
    let locked = TinyDay([TinyDay.visit(lock: lock(nil, "08:01"))])
    let found = locked.findings(.timeGrain, [run([stop("v1", "08:01")])])
    #expect(found.map(\.cause) == [.lock] && found.map(\.overriddenBy) == ["duty manager"])
    var done = TinyDay([TinyDay.visit(state: .done, actual: placement(["w1"], "08:01"))])
    done.asOf = at("09:00")
    #expect(done.broken([run([stop("v1", "08:01")])]) == [])
  }
}
