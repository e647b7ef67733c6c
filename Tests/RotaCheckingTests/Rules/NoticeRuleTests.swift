import CareModel
import Quantities
import RotaChecking
import Testing

@Suite("Notice")
struct NoticeRuleTests {
  private func day(asOf: String, _ visits: [Visit] = [TinyDay.anytime("v1"), TinyDay.anytime("v2", person: "p2")])
    -> TinyDay
  {
    var day = TinyDay(visits)
    day.asOf = at(asOf)
    return day
  }

  @Test("nobody sets out before the rota begins to count", arguments: [("08:00", true), ("07:55", false)])
  func settingOut(clock: String, isKept: Bool) {
    let day = day(asOf: "07:50")
    #expect(day.broken([run([stop("v1", clock)])], uncovered: ["v2"]) == (isKept ? [] : [.notice]))
    guard !isKept else { return }
    #expect(day.findings(.notice, [run([stop("v1", clock)])]).map(\.measured) == ["07:45"])
  }

  @Test("a telephone call may start at once, but not before", arguments: [("07:50", true), ("07:45", false)])
  func remote(clock: String, isKept: Bool) {
    let day = day(asOf: "07:50", [TinyDay.anytime("v1", mode: .telephone)])
    #expect(day.broken([run([stop("v1", clock)])]) == (isKept ? [] : [.notice]))
  }

  @Test(
    "from an earlier call the worker can leave only then", arguments: [("10:20", true), ("10:15", false)])
  func afterFact(clock: String, isKept: Bool) {
    let day = day(
      asOf: "10:00",
      [
        TinyDay.anytime("v1", state: .done, actual: placement(["w1"], "08:00")), TinyDay.anytime("v2", person: "p2"),
      ])
    let checked = day.check([run([stop("v1", "08:00"), stop("v2", clock)])])
    #expect(checked.findings.map(\.rule) == (isKept ? [] : [.notice]))
    #expect(checked.timelines[0].legs[1].departure == at("10:00"))
  }

  @Test("where the worker is busy until later, being late is the travel rule's")
  func busy() {
    let day = day(
      asOf: "08:10",
      [
        TinyDay.anytime("v1", state: .underWay, actual: placement(["w1"], "08:00")),
        TinyDay.anytime("v2", person: "p2"),
      ])
    #expect(day.broken([run([stop("v1", "08:00"), stop("v2", "08:25")])]) == [.travel])
  }

  @Test("a locked start in the past is the lock's")
  func locked() {
    let day = day(asOf: "09:00", [TinyDay.anytime("v1", lock: lock(nil, "08:00"))])
    #expect(day.findings(.notice, [run([stop("v1", "08:00")])]).map(\.cause) == [.lock])
    #expect(day.findings(.notice, [run([stop("v1", "08:05")])]).map(\.cause) == [.choice])
  }
}
