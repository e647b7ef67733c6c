import CareModel
import Quantities
import RotaChecking
import Testing

@Suite("Duty periods")
struct DutyPeriodRuleTests {
  private func day(_ duty: DutyPeriod = TinyDay.duty(), record: WorkingRecord = WorkingRecord()) -> TinyDay {
    var day = TinyDay([TinyDay.anytime("v1")])
    day.workers[0] = TinyDay.worker("w1", duties: [duty], record: record)
    return day
  }

  @Test("nobody sets out before duty begins", arguments: [("07:10", true), ("07:05", false)])
  func beginning(clock: String, isKept: Bool) {
    #expect(day().broken([run([stop("v1", clock)])]) == (isKept ? [] : [.dutyPeriod]))
  }

  @Test("the way home is inside the duty", arguments: [("14:20", true), ("14:25", false)])
  func end(clock: String, isKept: Bool) {
    #expect(day().broken([run([stop("v1", clock)])]) == (isKept ? [] : [.dutyPeriod]))
  }

  @Test("without an end place only the call is", arguments: [("14:30", true), ("14:35", false)])
  func withoutEndPlace(clock: String, isKept: Bool) {
    #expect(day(TinyDay.duty(end: nil)).broken([run([stop("v1", clock)])]) == (isKept ? [] : [.dutyPeriod]))
  }

  @Test("agreed overtime is a hard end", arguments: [("14:35", true), ("14:40", false)])
  func overtime(clock: String, isKept: Bool) {
    #expect(day(TinyDay.duty(overtime: 15)).broken([run([stop("v1", clock)])]) == (isKept ? [] : [.dutyPeriod]))
  }

  @Test("the daily rest may forbid an early start", arguments: [("08:10", true), ("08:05", false)])
  func rest(clock: String, isKept: Bool) {
    let day = day(record: WorkingRecord(previousDutyEnd: at("-21:00")))
    let found = day.findings(.dutyPeriod, [run([stop("v1", clock)])])
    #expect(found.map(\.limit) == (isKept ? [] : ["from 08:00"]))
    #expect(found.allSatisfy { $0.sentence.contains("after the rest that is due") })
  }

  @Test("the weekly hours may end a duty early", arguments: [("08:20", true), ("08:25", false)])
  func weeklyHours(clock: String, isKept: Bool) {
    let record = WorkingRecord(minutesWorkedThisWeek: Minutes(2880 - 120))
    #expect(day(record: record).broken([run([stop("v1", clock)])]) == (isKept ? [] : [.dutyPeriod]))
  }

  @Test("a run of telephone calls travels from its start place to its end place")
  func remote() {
    var day = TinyDay([TinyDay.anytime("v1", mode: .telephone)])
    day.workers[0] = TinyDay.worker("w1", duties: [TinyDay.duty(end: "h4")])
    #expect(day.broken([run([stop("v1", "07:00")])]) == [])
    #expect(day.broken([run([stop("v1", "14:20")])]) == [])
    #expect(day.broken([run([stop("v1", "14:25")])]) == [.dutyPeriod])
  }

  @Test("a lock of worker and start is the cause where there is no other duty for it")
  func locked() {
    var day = TinyDay([TinyDay.anytime("v1", lock: lock(["w1"], "14:30"))])
    let rota = [run([stop("v1", "14:30")])]
    #expect(day.findings(.dutyPeriod, rota).map(\.cause) == [.lock])
    day.workers[0] = TinyDay.worker("w1", duties: [TinyDay.duty(), TinyDay.duty("d3", "14:00", "18:00")])
    #expect(day.findings(.dutyPeriod, rota).map(\.cause) == [.choice])
  }
}
