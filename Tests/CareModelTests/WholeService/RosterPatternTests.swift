import CareModel
import Quantities
import Testing

@Suite("Rosters, days of the week and stretches of days")
struct RosterPatternTests {
  private let early = Shift(from: LondonDay.clock(7), until: LondonDay.clock(14, 30))
  private let monday = CivilDate(daysSinceEpoch: 20_780)

  @Test("the weeks of a cycle follow one another in both directions from the anchor's Monday")
  func cycle() {
    let weeks = (0..<3).map { week in [RosteredShift(Weekday.allCases[week], early)] }
    let roster = RosterPattern(anchor: monday.adding(days: 4), weeks: weeks)
    #expect(roster.anchor == monday)
    for (offset, isAtWork) in [
      (0, true), (8, true), (16, true), (21, true), (1, false), (-5, true), (-21, true), (-7, false),
    ] {
      #expect(roster.shifts(on: monday.adding(days: offset)).isEmpty == !isAtWork, "\(offset)")
    }
    #expect(RosterPattern(anchor: monday, weeks: []).shifts(on: monday).isEmpty)
  }

  @Test("the Monday of a week is found on each of its days")
  func mondays() {
    for offset in 0..<7 { #expect(monday.adding(days: offset).monday == monday) }
    #expect(monday.adding(days: 7).monday == monday.adding(days: 7))
    #expect(monday.adding(days: -1).monday == monday.adding(days: -7))
  }

  @Test("a set of weekdays holds what was put in, in order, and nothing else")
  func weekdays() {
    let days = WeekdaySet([.sunday, .monday, .sunday])
    #expect(days.days == [.monday, .sunday])
    #expect(!days.contains(.tuesday))
    #expect(WeekdaySet.every.days.count == 7 && WeekdaySet([Weekday]()).isEmpty)
    #expect(WeekdaySet.weekend.days + WeekdaySet.workingDays.days == [.saturday, .sunday] + Weekday.allCases.prefix(5))
  }

  @Test("a stretch of days includes both ends, and may be open")
  func spans() throws {
    let span = try #require(DateSpan(first: monday, last: monday.adding(days: 2)))
    #expect((-1...3).map { span.contains(monday.adding(days: $0)) } == [false, true, true, true, false])
    #expect(DateSpan(first: monday, last: nil)?.contains(monday.adding(days: 9_999)) == true)
    #expect(DateSpan(first: monday, last: monday.adding(days: -1)) == nil)
  }

  @Test("clock times run forwards from the day's origin: across midnight, and not across the origin")
  func clockIntervals() {
    func isForward(_ from: ClockTime, _ until: ClockTime) -> Bool {
      ClockInterval(from: from, until: until).isForward(fromOrigin: LondonDay.clock(5))
    }
    #expect(isForward(LondonDay.clock(23), LondonDay.clock(1)))
    #expect(isForward(LondonDay.clock(5), LondonDay.clock(4, 59)))
    #expect(!isForward(LondonDay.clock(4, 59), LondonDay.clock(5)))
    #expect(isForward(LondonDay.clock(8), LondonDay.clock(8)))
  }

  @Test("a skipped time is the moment of the change, whichever year's change it is")
  func skipped() throws {
    let date = try #require(CivilDate(iso: "2026-03-28"))
    let change = Instant(epochSeconds: 1_774_746_000)
    #expect(LondonDay.calendar.instant(of: LondonDay.clock(1, 30), onServiceDay: date) == change)
    #expect(LondonDay.calendar.instant(of: LondonDay.clock(2), onServiceDay: date) == change)
    #expect(LondonDay.calendar.instant(of: LondonDay.clock(0, 59), onServiceDay: date) == change - Minutes(1))
  }
}
