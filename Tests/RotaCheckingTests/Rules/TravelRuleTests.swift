import CareModel
import Quantities
import RotaChecking
import Testing

@Suite("Travel")
struct TravelRuleTests {
  /// Two calls in two homes, 20 minutes apart.
  private func day(lock first: Lock? = nil, _ second: Lock? = nil) -> TinyDay {
    TinyDay([
      TinyDay.anytime("v1", lock: first), TinyDay.anytime("v2", person: "p2", lock: second),
    ])
  }

  @Test("the way between two calls must fit", arguments: [("08:50", true), ("08:45", false)])
  func way(clock: String, isKept: Bool) {
    let rota = [run([stop("v1", "08:00"), stop("v2", clock)])]
    #expect(day().broken(rota) == (isKept ? [] : [.travel]))
    guard !isKept else { return }
    #expect(
      day().findings(.travel, rota).map(\.sentence) == [
        "Call v2 starts at 08:45, but worker w1 can't be there before 08:50: 20 min on the way after call v1."
      ])
  }

  @Test("overlaps and lists out of order are found")
  func overlaps() {
    #expect(day().broken([run([stop("v1", "08:00"), stop("v2", "08:15")])]) == [.travel])
    let found = day().findings(.travel, [run([stop("v1", "09:00"), stop("v2", "08:00")])])
    #expect(found.map(\.sentence) == ["Call v2 starts at 08:00, but worker w1 is busy with call v1 until 09:30."])
  }

  @Test("a telephone call keeps the worker where the last call was")
  func remote() {
    let day = TinyDay([
      TinyDay.anytime("v1"), TinyDay.anytime("v2", person: "p2", mode: .telephone),
      TinyDay.anytime("v3", person: "p3"),
    ])
    let start = [stop("v1", "08:00"), stop("v2", "08:30")]
    #expect(day.broken([run(start + [stop("v3", "09:20")])]) == [])
    #expect(day.broken([run(start + [stop("v3", "09:15")])]) == [.travel])
  }

  @Test("the way begins after a break between", arguments: [("09:10", true), ("09:05", false)])
  func afterBreak(clock: String, isKept: Bool) {
    let rota = [run([stop("v1", "08:00"), stop("v2", clock)], breaks: [rest("08:30", "08:50")])]
    #expect(day().broken(rota) == (isKept ? [] : [.travel]))
  }

  @Test("a break before the first call holds up the first leg", arguments: [("07:30", true), ("07:25", false)])
  func breakFirst(clock: String, isKept: Bool) {
    let day = TinyDay([TinyDay.anytime("v1")])
    let rota = [run([stop("v1", clock)], breaks: [rest("07:00", "07:20")])]
    #expect(day.broken(rota) == (isKept ? [] : [.travel]))
  }

  @Test("two facts, two locks, and what was free")
  func causes() {
    let rota = [run([stop("v1", "08:00"), stop("v2", "08:30")])]
    let both = day(lock: lock(["w1"], "08:00"), lock(["w1"], "08:30")).findings(.travel, rota)
    #expect(both.map(\.cause) == [.lock] && both.map(\.overriddenBy) == ["duty manager"])
    #expect(day(lock: lock(["w1"], "08:00"), lock(["w1"])).findings(.travel, rota).map(\.cause) == [.choice])
    var past = TinyDay([
      TinyDay.anytime("v1", state: .done, actual: placement(["w1"], "08:00")),
      TinyDay.anytime("v2", person: "p2", state: .underWay, actual: placement(["w1"], "08:30")),
    ])
    past.asOf = at("08:40")
    #expect(past.check(past.rota(rota)).findings.map(\.cause) == [.fact])
    var next = TinyDay([
      TinyDay.anytime("v1", state: .underWay, actual: placement(["w1"], "08:00")),
      TinyDay.anytime("v2", person: "p2"),
    ])
    next.asOf = at("08:10")
    #expect(next.findings(.travel, rota).map(\.cause) == [.choice])
  }
}
