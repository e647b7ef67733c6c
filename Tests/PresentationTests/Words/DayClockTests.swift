import CareModel
import Presentation
import Quantities
import Testing

@Suite struct DayClockTests {
  private let day = HandMadeDay.nightOfClockChange()
  private var clock: DayClock { DayClock(calendar: day.calendar, serviceDate: day.serviceDate) }

  @Test("a time that the clocks show twice carries its zone, others don't")
  func twice() {
    #expect(clock.time(day.at("2026-10-25T01:30+01:00")) == "01:30 BST")
    #expect(clock.time(day.at("2026-10-25T01:30+00:00")) == "01:30 GMT")
    #expect(clock.time(day.at("2026-10-25T00:59+01:00")) == "00:59")
    #expect(clock.time(day.at("2026-10-25T02:00+00:00")) == "02:00")
  }

  @Test("a time of another date carries its day of the week")
  func otherDay() {
    #expect(clock.timeAndDay(day.at("23:00")) == "23:00")
    #expect(clock.timeAndDay(day.at("2026-10-25T03:00+00:00")) == "Sun 03:00")
    #expect(
      clock.interval(day.at("2026-10-25T01:30+01:00"), day.at("2026-10-25T01:00+00:00")) == "Sun 01:30 BST–01:00 GMT")
    #expect(clock.interval(day.at("23:00"), day.at("2026-10-25T00:30+01:00")) == "23:00–Sun 00:30")
  }

  @Test("a time of another week carries its date, since its weekday would name another day")
  func otherWeek() {
    #expect(clock.timeAndDay(day.at("2026-10-18T08:00+01:00")) == "Sun 08:00")
    #expect(clock.timeAndDay(day.at("2026-10-17T08:00+01:00")) == "Sat 17 Oct 2026 08:00")
  }

  @Test("dates are written out")
  func dates() throws {
    #expect(DayClock.words(try #require(CivilDate(iso: "2026-11-24"))) == "Tue 24 Nov 2026")
  }

  @Test("setting out is rounded back and coming home on, to the minute")
  func minutes() {
    let instant = day.at("22:00") + Seconds(22)
    #expect(clock.minuteBefore(instant) == "22:00")
    #expect(clock.minuteAfter(instant) == "22:01")
    #expect(clock.minuteAfter(day.at("22:00")) == "22:00")
  }
}
