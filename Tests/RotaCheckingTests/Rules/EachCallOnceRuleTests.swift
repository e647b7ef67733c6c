import CareModel
import RotaChecking
import Testing

@Suite("Each call once")
struct EachCallOnceRuleTests {
  private let day = TinyDay([TinyDay.visit()])

  @Test("a call is in a run or listed as uncovered")
  func kept() {
    #expect(day.broken([run([stop("v1", "08:00")])]) == [])
    #expect(day.broken([], uncovered: ["v1"]) == [])
  }

  @Test("a lost call, a call in both places and one listed twice are found")
  func broken() {
    #expect(day.findings(.eachCallOnce, []).map(\.measured) == ["neither"])
    #expect(day.findings(.eachCallOnce, [run([stop("v1", "08:00")])], uncovered: ["v1"]).map(\.measured) == ["both"])
    #expect(day.findings(.eachCallOnce, [], uncovered: ["v1", "v1"]).map(\.measured) == ["2 times"])
  }

  @Test("a call that two runs do is found with the second worker")
  func twice() {
    let found = day.findings(
      .eachCallOnce, [run([stop("v1", "08:00")]), run("w2", "d2", [stop("v1", "08:00")])])
    #expect(found.map(\.worker) == [WorkerID("w2")] && found.map(\.cause) == [.choice])
  }

  @Test("a call of a closed referral may be missing and must not be in a run")
  func closedReferral() {
    var day = TinyDay([TinyDay.visit(referral: "r1")])
    day.referrals = [TinyDay.referral(state: .withdrawn)]
    #expect(day.broken([]) == [])
    #expect(day.broken([], uncovered: ["v1"]) == [])
    #expect(day.broken([run([stop("v1", "08:00")])]) == [.eachCallOnce])
  }
}
