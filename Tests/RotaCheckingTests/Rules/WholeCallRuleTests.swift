import CareModel
import RotaChecking
import Testing

@Suite("Whole calls")
struct WholeCallRuleTests {
  private let day = TinyDay([TinyDay.visit(minutes: [30, 30])])

  @Test("two different workers cover a two-person call")
  func kept() {
    #expect(day.broken([run([stop("v1", "08:00")]), run("w2", "d2", [stop("v1", "08:00", demand: 1)])]) == [])
  }

  @Test("a two-person call is never sent single")
  func single() {
    let found = day.findings(.wholeCall, [run("w2", "d2", [stop("v1", "08:00", demand: 1)])])
    #expect(found.map(\.measured) == ["1 of 2 workers"] && found.map(\.cause) == [.choice])
    #expect(found.map(\.sentence) == ["Call v1 needs 2 workers, but only 1 would come."])
  }

  @Test("one worker can't be both")
  func sameWorker() {
    let found = day.findings(.wholeCall, [run([stop("v1", "08:00"), stop("v1", "08:00", demand: 1)])])
    #expect(found.map(\.worker) == [WorkerID("w1")] && found.map(\.measured) == ["the same worker twice"])
  }

  @Test("a call that was done single is a fact")
  func doneSingle() {
    var day = TinyDay([
      TinyDay.visit(minutes: [30, 30], state: .done, actual: placement(["w1"], "08:00"))
    ])
    day.asOf = at("09:00")
    let checked = day.check([run([stop("v1", "08:00")])])
    #expect(checked.findings.map(\.rule) == [.wholeCall] && checked.findings.map(\.cause) == [.fact])
    #expect(checked.isPublishable)
  }
}
