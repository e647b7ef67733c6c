import CareModel
import Quantities
import RotaChecking
import Testing

@Suite("Plain words")
struct PlainWordsTests {
  @Test("times are the local clock's, with the date outside the service day")
  func localClock() {
    var day = TinyDay([TinyDay.visit()])
    day.calendar = ServiceCalendar(zone: "Europe/Paris", initialOffset: Seconds(3600), changes: [])
    #expect(day.findings(.safeWindow, [run([stop("v1", "10:05")])]).map(\.measured) == ["11:05"])
    #expect(day.findings(.safeWindow, [run([stop("v1", "+02:00")])]).map(\.measured) == ["03:00"])
    #expect(day.findings(.safeWindow, [run([stop("v1", "+08:00")])]).map(\.measured) == ["2026-11-25 09:00"])
  }

  @Test("where the clocks show a time twice, the second is said to be the second")
  func clocksGoBack() {
    var day = TinyDay([TinyDay.visit()])
    let change = at("+01:00")
    day.calendar = ServiceCalendar(
      zone: "Europe/London", initialOffset: Seconds(3600), changes: [.init(from: change, offset: .zero)])
    #expect(day.findings(.safeWindow, [run([stop("v1", "+00:30")])]).map(\.measured) == ["01:30"])
    #expect(day.findings(.safeWindow, [run([stop("v1", "+01:30")])]).map(\.measured) == ["01:30 (the second)"])
  }
}
