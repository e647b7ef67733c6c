import CareModel
import EpisodePlanning
import Quantities
import Testing

@Suite("The care plan within three calendar days (R21)")
struct CarePlanClockTests {
  private func clock(
    _ record: EpisodeRecord, referral: ReferralRecord? = nil, policy: Policy = Policy()
  ) -> CarePlanClock {
    CarePlanClock(record, referral: referral, calendar: InventedService.calendar, policy: policy)
  }

  @Test("agreed on the third day after the first visit's it is kept, on the fourth it is a day late")
  func edge() {
    // Tuesday's start, Friday's end.
    let now = instant("2026-11-20", "12:00")
    #expect(clock(running()).lastPermittedDay == date("2026-11-13"))
    #expect(clock(running()).deadline == instant("2026-11-14", "05:00") - Seconds(1))
    #expect(clock(running(planned: "2026-11-13")).standing(asOf: now) == .kept)
    #expect(clock(running(planned: "2026-11-14")).standing(asOf: now) == .keptLate(by: Seconds(86_400)))
    #expect(clock(running()).standing(asOf: instant("2026-11-14", "04:59")) == .running(left: Seconds(59)))
    #expect(clock(running()).standing(asOf: instant("2026-11-14", "05:00")) == .overdue(by: Seconds(1)))
  }

  @Test("what is agreed today counts today, and not before")
  func agreedToday() {
    let inTime = clock(running(planned: "2026-11-13"))
    #expect(inTime.standing(asOf: instant("2026-11-13", "10:00")) == .kept)
    #expect(!inTime.standing(asOf: instant("2026-11-13", "04:59")).isOver)
    let late = clock(running(planned: "2026-11-14"))
    #expect(late.standing(asOf: instant("2026-11-14", "10:00")) == .keptLate(by: Seconds(86_400)))
  }

  @Test("weekends and bank holidays count as days")
  func everyDay() {
    #expect(clock(running(start: "2026-11-27")).lastPermittedDay == date("2026-11-30"))
    #expect(clock(running(start: "2026-12-23")).lastPermittedDay == date("2026-12-26"))
  }

  @Test("it ends with the third day, however long the days in between are")
  func clockChange() {
    let clock = clock(running(start: "2026-10-21"))
    #expect(clock.lastPermittedDay == date("2026-10-24"))
    #expect(clock.deadline == instant("2026-10-25", "05:00") - Seconds(1))
    #expect(clock.deadline - instant("2026-10-24", "05:00") == Seconds(90_000 - 1))
  }

  @Test("where the anchor is set to acceptance, it runs from the day of the contact assessment")
  func accepted() {
    let policy = Policy.with { $0.clocks.carePlanAnchor = .accepted }
    let record = running()
    let held = waiting(assessed: assessed("2026-11-08", "15:00"))
    #expect(clock(record, referral: held, policy: policy).lastPermittedDay == date("2026-11-11"))
    #expect(clock(record, referral: held).lastPermittedDay == date("2026-11-13"))
    // Before five in the morning it is still the day before's service day.
    let atNight = waiting(assessed: assessed("2026-11-09", "04:00"))
    #expect(clock(record, referral: atNight, policy: policy).lastPermittedDay == date("2026-11-11"))
    #expect(clock(record, referral: waiting(), policy: policy).lastPermittedDay == date("2026-11-13"))
    #expect(clock(record, policy: policy).lastPermittedDay == date("2026-11-13"))
  }

  @Test("the number of days is a setting")
  func days() {
    let policy = Policy.with { $0.clocks.carePlanDays = 1 }
    #expect(clock(running(), policy: policy).lastPermittedDay == date("2026-11-11"))
  }
}
