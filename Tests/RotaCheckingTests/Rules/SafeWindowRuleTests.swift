import CareModel
import RotaChecking
import Testing

@Suite("The safe window")
struct SafeWindowRuleTests {
  /// From home, so that only the window can be broken.
  private func day(_ visit: Visit) -> TinyDay {
    var day = TinyDay([visit])
    day.workers = [TinyDay.worker("w1", duties: [TinyDay.duty("d1", "05:00", "20:00", start: "h1", end: nil)])]
    return day
  }

  @Test("both ends are inside", arguments: [("07:00", true), ("06:55", false), ("10:00", true), ("10:05", false)])
  func ends(clock: String, isKept: Bool) {
    #expect(day(TinyDay.visit()).broken([run([stop("v1", clock)])]) == (isKept ? [] : [.safeWindow]))
  }

  @Test("the sentence says how far")
  func sentences() {
    let late = day(TinyDay.visit()).findings(.safeWindow, [run([stop("v1", "10:05")])])
    #expect(late.map(\.sentence) == ["Call v1 starts at 10:05, after 10:00 when it would count as missed."])
    #expect(late.map(\.measured) == ["10:05"] && late.map(\.limit) == ["07:00-10:00"])
    let early = day(TinyDay.visit()).findings(.safeWindow, [run([stop("v1", "06:55")])])
    #expect(early.map(\.sentence) == ["Call v1 starts at 06:55, before 07:00, the earliest that is safe."])
  }

  @Test("any alternative will do, and the nearest is named, the earlier of two")
  func alternatives() {
    let visit = TinyDay.visit(windows: [
      window("08:00", "08:00", "08:00", "08:00", "07:30", "09:00"),
      window("12:00", "12:00", "12:00", "12:00", "11:00", "13:00"),
    ])
    #expect(day(visit).broken([run([stop("v1", "08:40")])]) == [])
    #expect(day(visit).broken([run([stop("v1", "11:00")])]) == [])
    #expect(day(visit).findings(.safeWindow, [run([stop("v1", "10:00")])]).map(\.limit) == ["07:30-09:00"])
    #expect(day(visit).findings(.safeWindow, [run([stop("v1", "10:05")])]).map(\.limit) == ["11:00-13:00"])
  }

  @Test("a start that a lock orders is the lock's, another is a choice, and one that happened is a fact")
  func causes() {
    let locked = day(TinyDay.visit(lock: lock(nil, "10:30")))
    let ordered = locked.findings(.safeWindow, [run([stop("v1", "10:30")])])
    #expect(ordered.map(\.cause) == [.lock] && ordered.map(\.overriddenBy) == ["duty manager"])
    #expect(locked.findings(.safeWindow, [run([stop("v1", "10:35")])]).map(\.cause) == [.choice])
    var done = day(TinyDay.visit(state: .done, actual: placement(["w1"], "10:30")))
    done.asOf = at("12:00")
    #expect(done.findings(.safeWindow, [run([stop("v1", "10:30")])]).map(\.cause) == [.fact])
    #expect(done.findings(.safeWindow, [run([stop("v1", "10:35")])]).map(\.cause) == [.choice])
  }
}
