import CareModel
import EpisodePlanning
import Quantities
import Testing

@Suite("Reviews at least weekly (R24)")
struct ReviewClockTests {
  private func lastDay(
    _ record: EpisodeRecord, _ person: Person = person(), policy: Policy = Policy()
  ) -> CivilDate {
    ReviewClock(record, person: person, calendar: InventedService.calendar, policy: policy).lastPermittedDay
  }

  @Test("the first is due seven days after the first visit, each other seven days after the one before")
  func gap() {
    #expect(lastDay(running()) == date("2026-11-17"))
    #expect(lastDay(running(reviewed: ["2026-11-16"])) == date("2026-11-23"))
    #expect(lastDay(running(reviewed: ["2026-11-20", "2026-11-16"])) == date("2026-11-27"))
    #expect(lastDay(running(start: "2026-12-20")) == date("2026-12-27"))
  }

  @Test("it runs to the last second of its last day")
  func edge() {
    let clock = ReviewClock(
      running(reviewed: ["2026-11-16"]), person: person(), calendar: InventedService.calendar, policy: Policy())
    #expect(clock.lastHeldOn == date("2026-11-16"))
    #expect(clock.standing(asOf: instant("2026-11-24", "05:00") - Seconds(1)) == .running(left: .zero))
    #expect(clock.standing(asOf: instant("2026-11-24", "05:00")) == .overdue(by: Seconds(1)))
  }

  @Test("it stands still on days spent in hospital from beginning to end")
  func hospital() {
    let record = running(reviewed: ["2026-11-16"])
    // The days of going in and coming home count; the two between them don't.
    let stay = person(away: (instant("2026-11-18", "10:00"), instant("2026-11-21", "09:00")))
    #expect(lastDay(record, stay) == date("2026-11-25"))
    // From the first to the last second of the service day of the 19th, and a second less at either end.
    let (from, until) = (instant("2026-11-19", "05:00"), instant("2026-11-20", "05:00"))
    #expect(lastDay(record, person(away: (from, until))) == date("2026-11-24"))
    #expect(lastDay(record, person(away: (from + Seconds(1), until))) == date("2026-11-23"))
    #expect(lastDay(record, person(away: (from, until - Seconds(1)))) == date("2026-11-23"))
  }

  @Test("two stays that touch are one, and a day that only both together fill stands still")
  func moved() {
    let noon = instant("2026-11-19", "12:00")
    let stays = person(away: (noon, instant("2026-11-20", "12:00")), (instant("2026-11-18", "12:00"), noon))
    #expect(lastDay(running(reviewed: ["2026-11-16"]), stays) == date("2026-11-24"))
  }

  @Test("a stay before the last review or after the last day changes nothing; one that begins on it lengthens nothing")
  func otherStays() {
    let record = running(reviewed: ["2026-11-16"])
    let before = person(away: (instant("2026-11-11", "05:00"), instant("2026-11-15", "05:00")))
    #expect(lastDay(record, before) == date("2026-11-23"))
    let after = person(away: (instant("2026-11-23", "10:00"), instant("2026-11-30", "05:00")))
    #expect(lastDay(record, after) == date("2026-11-23"))
  }

  @Test("a day is a day on which the clocks change, too")
  func clockChange() {
    let record = running(start: "2026-10-12", reviewed: ["2026-10-20"])
    #expect(lastDay(record) == date("2026-10-27"))
    let start = instant("2026-10-24", "05:00")
    #expect(lastDay(record, person(away: (start, start + Seconds(90_000)))) == date("2026-10-28"))
    #expect(lastDay(record, person(away: (start, start + Seconds(86_400)))) == date("2026-10-27"))
  }

  @Test("the gap is a setting")
  func gapSetting() {
    let policy = Policy.with { $0.clocks.reviewGapDays = 14 }
    #expect(lastDay(running(), policy: policy) == date("2026-11-24"))
    let stay = person(away: (instant("2026-11-12", "05:00"), instant("2026-11-14", "05:00")))
    #expect(lastDay(running(), stay, policy: policy) == date("2026-11-26"))
  }
}
