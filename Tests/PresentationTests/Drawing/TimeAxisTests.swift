import CareModel
import Presentation
import Quantities
import Testing

@Suite struct TimeAxisTests {
  private func axis(_ day: HandMadeDay, _ instants: [Instant] = []) -> TimeAxis {
    TimeAxis(
      holding: instants, clock: DayClock(calendar: day.calendar, serviceDate: day.serviceDate), left: 100, right: 1800)
  }

  @Test("an ordinary day shows 06:00 to 23:00, evenly")
  func ordinary() {
    let day = HandMadeDay()
    let axis = axis(day)
    #expect(axis.hours.map(\.label).first == "06:00")
    #expect(axis.hours.map(\.label).last == "23:00")
    #expect(axis.hours.count == 18)
    #expect(axis.x(day.at("06:00")).description == "100")
    #expect(axis.x(day.at("07:00")).description == "200")
    #expect(axis.x(day.at("06:03")).description == "105")
    #expect(axis.x(day.at("05:00")).description == "100")
  }

  @Test("the night when the clocks go back shows 01:00 twice, with zones, an hour apart")
  func clocksBack() throws {
    let day = HandMadeDay.nightOfClockChange()
    let axis = axis(day, [day.at("2026-10-25T03:10+00:00")])
    let labels = axis.hours.map(\.label)
    #expect(labels.filter { $0 == "01:00" }.count == 2)
    #expect(axis.hours.filter { $0.label == "01:00" }.map(\.zone) == ["BST", "GMT"])
    #expect(axis.hours.filter { !$0.zone.isEmpty }.count == 2)
    #expect(labels.last == "04:00")
    let widths = zip(axis.hours, axis.hours.dropFirst()).map { axis.width($0.instant, $1.instant) }
    #expect(widths.allSatisfy { abs($0 - widths[0]) < 0.001 })
    let page = RotaPage(try day.report()).html
    #expect(page.ranges(of: ">01:00<").count == 2)
    #expect(page.contains("Sun 01:30 BST–01:00 GMT"))
  }

  @Test("the morning when the clocks go forward skips the hour that is not there")
  func clocksForward() {
    let day = HandMadeDay()
    let calendar = ServiceCalendar(
      zone: "Europe/London", initialOffset: .zero,
      changes: [.init(from: Instant(epochSeconds: 1_774_746_000), offset: Seconds(3600))])
    let date = CivilDate(iso: "2026-03-28") ?? day.serviceDate
    let end = calendar.start(of: date.adding(days: 1))
    let axis = TimeAxis(holding: [end], clock: DayClock(calendar: calendar, serviceDate: date), left: 0, right: 100)
    let labels = axis.hours.map(\.label)
    #expect(labels.contains("00:00"))
    #expect(!labels.contains("01:00"))
    #expect(labels.contains("02:00"))
  }

  @Test("an instant far away does not stretch the axis without end")
  func farAway() {
    let day = HandMadeDay()
    let axis = axis(day, [Instant(epochSeconds: 0), Instant(epochSeconds: 9_000_000_000)])
    #expect(axis.hours.count < 80)
  }
}
