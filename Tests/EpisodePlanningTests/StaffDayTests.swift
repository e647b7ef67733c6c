import CareModel
import EpisodePlanning
import Quantities
import Testing

@Suite("A worker's day from contract and roster")
struct StaffDayTests {
  private let early = shift("07:00", "14:30")
  private let late = shift("14:30", "22:00")

  private func day(_ member: StaffMember, _ iso: String, _ policy: Policy = Policy()) -> Worker? {
    member.worker(on: date(iso), calendar: InventedService.calendar, policy: policy)
  }

  @Test("alternate weekends come round every second week, before the anchor too")
  func alternateWeekends() {
    let member = worker([[RosteredShift(.saturday, early), RosteredShift(.sunday, early)], []])
    #expect(day(member, "2026-11-28") != nil)
    #expect(day(member, "2026-12-05") == nil)
    #expect(day(member, "2026-12-12") != nil)
    #expect(day(member, "2026-11-21") == nil)
    #expect(day(member, "2026-11-14") != nil)
    #expect(day(member, "2026-11-27") == nil)
  }

  @Test("a split day is two duty periods, each with an id of its own")
  func splitShift() {
    let member = worker([
      [RosteredShift(.tuesday, shift("16:30", "20:30")), RosteredShift(.tuesday, shift("07:30", "11:30"))]
    ])
    let duties = day(member, "2026-11-24")?.dutyPeriods ?? []
    #expect(duties.map(\.id.text) == ["w-1-20261124-1", "w-1-20261124-2"])
    #expect(duties.map(\.hours.start) == [instant("2026-11-24", "07:30"), instant("2026-11-24", "16:30")])
    #expect(duties.allSatisfy { $0.breaks.isEmpty && $0.startPlace == PlaceID("base") && $0.endPlace == nil })
  }

  @Test("leave, sickness and days outside the job leave no duty; the day after they are over there is one")
  func absence() {
    let daily = [Weekday.allCases.map { RosteredShift($0, early) }]
    let leave = DateSpan(first: date("2026-11-23"), last: date("2026-11-24")).map { [$0] } ?? []
    #expect(day(worker(daily, leave: leave), "2026-11-24") == nil)
    #expect(day(worker(daily, leave: leave), "2026-11-25") != nil)
    let ill = DateSpan(first: date("2026-11-24"), last: nil).map { [$0] } ?? []
    #expect(day(worker(daily, sickness: ill), "2026-11-23") != nil)
    #expect(day(worker(daily, sickness: ill), "2027-03-01") == nil)
    let job = DateSpan(first: date("2026-11-25"), last: nil)
    #expect(day(worker(daily, employed: job), "2026-11-24") == nil)
    #expect(day(worker(daily, employed: job), "2026-11-25") != nil)
  }

  @Test("a change of the roster stands in place of the pattern")
  func rosterChange() {
    let swap = [
      RosterChange(date: date("2026-11-24"), shifts: [late]), RosterChange(date: date("2026-11-25"), shifts: []),
    ]
    let member = worker([Weekday.allCases.map { RosteredShift($0, early) }], changes: swap)
    #expect(day(member, "2026-11-24")?.dutyPeriods.first?.hours.start == instant("2026-11-24", "14:30"))
    #expect(day(member, "2026-11-25") == nil)
    #expect(day(member, "2026-11-26")?.dutyPeriods.first?.hours.start == instant("2026-11-26", "07:00"))
  }

  @Test("a shift above six hours has the policy's break in its middle half, one of six hours has none")
  func usualBreak() {
    let long = day(worker([[RosteredShift(.tuesday, early)]]), "2026-11-24")?.dutyPeriods.first?.breaks.first
    #expect(long?.length == Minutes(20))
    #expect(long?.window.start == instant("2026-11-24", "08:52"))
    #expect(long?.window.end == instant("2026-11-24", "12:38"))
    let short = day(worker([[RosteredShift(.tuesday, shift("07:00", "13:00"))]]), "2026-11-24")
    #expect(short?.dutyPeriods.first?.breaks.isEmpty == true)
  }

  @Test("a given break keeps its window, in the night too")
  func givenBreak() {
    let rest = ShiftBreak(length: Minutes(30), window: clocks("05:15", "06:00"))
    let night = worker([[RosteredShift(.tuesday, shift("22:00", "07:00", breaks: [rest]))]])
    let found = day(night, "2026-11-24")?.dutyPeriods.first?.breaks.first
    #expect(found?.window.start == instant("2026-11-25", "05:15"))
    #expect(found?.window.end == instant("2026-11-25", "06:00"))
    #expect(found?.length == Minutes(30))
  }

  @Test("the record has the duty before, the duty after, and the minutes of the week so far")
  func record() {
    let week = [RosteredShift(.monday, late), RosteredShift(.tuesday, early), RosteredShift(.thursday, early)]
    let found = day(worker([week]), "2026-11-24")?.record
    #expect(found?.previousDutyEnd == instant("2026-11-23", "22:00"))
    #expect(found?.nextDutyStart == instant("2026-11-26", "07:00"))
    #expect(found?.minutesWorkedThisWeek == Minutes(450))
    let monday = day(worker([week]), "2026-11-23")?.record
    #expect(monday?.minutesWorkedThisWeek == .zero)
    #expect(monday?.previousDutyEnd == instant("2026-11-19", "14:30"))
  }
}
