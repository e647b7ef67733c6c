import CareModel
import RotaChecking
import Testing

@Suite("Locks")
struct LockRuleTests {
  @Test("a locked call is covered, by its worker, at its start")
  func single() {
    let day = TinyDay([TinyDay.visit(lock: lock(["w1"], "08:00"))])
    #expect(day.broken([run([stop("v1", "08:00")])]) == [])
    #expect(day.broken([run([stop("v1", "08:05")])]) == [.lock])
    #expect(day.broken([run("w2", "d2", [stop("v1", "08:00")])]) == [.lock])
    let uncovered = day.findings(.lock, [], uncovered: ["v1"])
    #expect(uncovered.map(\.sentence) == ["Call v1 is locked by duty manager, but not covered."])
    #expect(uncovered.map(\.cause) == [.choice])
  }

  @Test("what a lock leaves open is open")
  func open() {
    let day = TinyDay([TinyDay.visit(lock: lock())])
    #expect(day.broken([run("w2", "d2", [stop("v1", "08:05")])]) == [])
  }

  @Test("workers are locked in the order of demands")
  func order() {
    let day = TinyDay([TinyDay.visit(minutes: [30, 30], lock: lock(["w1", "w2"]))])
    #expect(day.broken([run([stop("v1", "08:00")]), run("w2", "d2", [stop("v1", "08:00", demand: 1)])]) == [])
    let swapped = [run([stop("v1", "08:00", demand: 1)]), run("w2", "d2", [stop("v1", "08:00")])]
    #expect(day.findings(.lock, swapped).map(\.limit) == ["w2", "w1"])
  }

  @Test("a call that is not wanted need not be covered, locked or not")
  func notWanted() {
    var day = TinyDay([TinyDay.visit(referral: "r1", lock: lock(["w1"]))])
    day.referrals = [TinyDay.referral(state: .declined)]
    #expect(day.broken([]) == [])
  }

  @Test("what has happened otherwise is a fact")
  func happened() {
    var day = TinyDay([
      TinyDay.visit(lock: lock(["w2"], "08:00"), state: .done, actual: placement(["w1"], "08:05"))
    ])
    day.asOf = at("09:00")
    let found = day.check([run([stop("v1", "08:05")])]).findings
    #expect(found.map(\.rule) == [.lock, .lock] && found.map(\.cause) == [.fact, .fact])
  }
}
