import CareModel
import Presentation
import Quantities
import Testing

@Suite("The scenario clock-change-day")
struct ClockChangeDayTests {
  private let first = VisitID("p-004-medicine")
  private let second = VisitID("p-001-medicine")

  @Test("the service day has 90,000 seconds, and the nights on duty an hour more than the clocks say")
  func length() throws {
    let day = try PlannedDay.shipped("clock-change-day").caseload
    #expect(day.day.length == Seconds(90_000))
    let nights = day.workers.flatMap(\.dutyPeriods).filter { day.calendar.local($0.hours.end).date > day.serviceDate }
    #expect(nights.count == 2)
    for night in nights {
      let (start, end) = (day.calendar.local(night.hours.start).time, day.calendar.local(night.hours.end).time)
      let byTheClock = end.secondsOfDay + 86_400 - start.secondsOfDay
      #expect(night.hours.length == Seconds(byTheClock + 3600))
    }
  }

  @Test("calls on both sides of the change are done at their own 01:30, an hour apart")
  func bothSides() throws {
    let day = try PlannedDay.shipped("clock-change-day")
    let change = try #require(
      day.caseload.calendar.changes.first { day.caseload.day.contains($0.from) }?.from)
    let summer = try #require(day.start(of: first))
    let winter = try #require(day.start(of: second))
    #expect(summer < change && change <= winter)
    for (visit, start) in [(first, summer), (second, winter)] {
      #expect(try #require(day.caseload.visit(visit)?.windows.first).agreed.contains(start))
    }
  }

  @Test("somebody who must be turned every four hours is, reckoned in hours that pass, not in hours that clocks show")
  func turns() throws {
    let day = try PlannedDay.shipped("clock-change-day")
    let starts = try (1...3).map { try #require(day.start(of: VisitID("p-003-turn-\($0)"))) }
    for (earlier, later) in zip(starts, starts.dropFirst()) { #expect(later - earlier <= Seconds(4 * 3600)) }
    #expect(starts[2] - starts[0] > Seconds(5 * 3600))
  }

  @Test("documents and sheets show each time with its zone where clocks show it twice")
  func printed() throws {
    let day = try PlannedDay.shipped("clock-change-day")
    let document = day.document
    let clock = DayClock(calendar: day.caseload.calendar, serviceDate: day.caseload.serviceDate)
    let report = RotaReport(caseload: day.caseload, checked: day.checked, explanations: day.explanations)
    let page = RotaPage(report).html
    for (visit, offset) in [(first, "+01:00"), (second, "+00:00")] {
      let start = try #require(day.start(of: visit))
      let iso = day.caseload.calendar.iso(start)
      #expect(iso.hasSuffix(offset) && document.contains("\"\(iso)\""))
      #expect(page.contains(clock.time(start)))
    }
    // Between 01:00 and 02:00 nothing is printed without its zone.
    for run in day.rota.runs {
      for stop in run.stops where day.caseload.calendar.local(stop.start).time.hour == 1 {
        let words = clock.timeAndDay(stop.start)
        #expect(words.hasSuffix("BST") || words.hasSuffix("GMT"))
        #expect(page.contains(words))
      }
    }
  }

  @Test("a half-hour's break at night lasts half an hour, whatever the clocks do")
  func breaks() throws {
    let day = try PlannedDay.shipped("clock-change-day")
    let breaks = day.rota.runs.flatMap(\.breaks)
    #expect(breaks.count == 2 && breaks.allSatisfy { $0.end - $0.start == Seconds(1800) })
  }
}
