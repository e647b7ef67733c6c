import CareModel
import EpisodePlanning
import Quantities
import Testing

@Suite("The first visit within 24 clock hours (R20)")
struct ResponseClockTests {
  private static let receipt = instant("2026-11-24", "10:00")
  private static let literal = Policy.with { $0.clocks.responseAnchor = .receipt }

  private func clock(
    _ record: ReferralRecord, firstVisitAt: Instant? = nil, policy: Policy = Policy()
  ) -> ResponseClock {
    ResponseClock(record, firstVisitAt: firstVisitAt, policy: policy)
  }

  @Test("a visit at the last second keeps it, one a second later breaks it")
  func edge() {
    let record = waiting(received: Self.receipt)
    let deadline = instant("2026-11-25", "10:00")
    let later = deadline + Seconds(7200)
    #expect(clock(record).deadline == deadline)
    #expect(clock(record, firstVisitAt: deadline).standing(asOf: later) == .kept)
    #expect(
      clock(record, firstVisitAt: deadline + Seconds(1)).standing(asOf: later) == .keptLate(by: Seconds(1)))
    #expect(clock(record).standing(asOf: deadline) == .running(left: .zero))
    #expect(clock(record).standing(asOf: deadline + Seconds(1)) == .overdue(by: Seconds(1)))
    #expect(clock(record, firstVisitAt: later).standing(asOf: Self.receipt) == .running(left: Seconds(86_400)))
  }

  @Test("of somebody in hospital it runs from receipt or readiness, whichever is later")
  func hospital() {
    let ready = instant("2026-11-26", "14:00")
    let coming = waiting(received: Self.receipt, ready: ready)
    #expect(clock(coming).anchor == ready)
    #expect(clock(coming).deadline == instant("2026-11-27", "14:00"))
    let home = waiting(received: Self.receipt, ready: instant("2026-11-23", "14:00"))
    #expect(clock(home).anchor == Self.receipt)
    #expect(clock(waiting(received: Self.receipt)).anchor == Self.receipt)
  }

  @Test("of anybody else it runs from receipt", arguments: [ReferralClass.newCommunity, .escalatingExisting])
  func community(_ referralClass: ReferralClass) {
    let record = waiting("r-1", referralClass, received: Self.receipt, ready: instant("2026-11-26", "14:00"))
    #expect(clock(record).anchor == Self.receipt)
    #expect(clock(record).deadline == instant("2026-11-25", "10:00"))
  }

  @Test("where the anchor is set to receipt, it is receipt for everybody", arguments: ReferralClass.allCases)
  func receiptSetting(_ referralClass: ReferralClass) {
    let record = waiting("r-1", referralClass, received: Self.receipt, ready: instant("2026-11-26", "14:00"))
    #expect(clock(record, policy: Self.literal).anchor == Self.receipt)
    #expect(clock(record, policy: Self.literal).deadline == instant("2026-11-25", "10:00"))
  }

  @Test("the literal clock and the national one of 48 hours (N4) always run from receipt", arguments: [false, true])
  func otherClocks(isLiteral: Bool) {
    let record = waiting(
      received: Self.receipt, ready: instant("2026-11-26", "14:00"), due: instant("2026-11-30", "09:00"))
    let policy = isLiteral ? Self.literal : Policy()
    let open = clock(record, policy: policy)
    #expect(open.deadline == instant("2026-11-30", "09:00"))
    #expect(open.literalDeadline == instant("2026-11-25", "10:00"))
    #expect(open.nationalDeadline == instant("2026-11-26", "10:00"))
    let now = instant("2026-11-25", "12:00")
    #expect(open.literalStanding(asOf: now) == .overdue(by: Seconds(7200)))
    #expect(open.nationalStanding(asOf: now) == .running(left: Seconds(22 * 3600)))
    let national = instant("2026-11-26", "10:00")
    let met = clock(record, firstVisitAt: national, policy: policy)
    #expect(met.nationalStanding(asOf: national) == .kept)
    let missed = clock(record, firstVisitAt: national + Seconds(1), policy: policy)
    #expect(missed.nationalStanding(asOf: national + Seconds(1)) == .keptLate(by: Seconds(1)))
  }

  @Test("it runs through weekends and bank holidays")
  func everyDay() {
    let saturday = waiting(received: instant("2026-11-28", "16:00"))
    #expect(clock(saturday).deadline == instant("2026-11-29", "16:00"))
    #expect(InventedService.calendar.isBankHoliday(date("2026-12-25")))
    let eve = waiting(received: instant("2026-12-24", "11:15"))
    #expect(clock(eve).deadline == instant("2026-12-25", "11:15"))
  }

  @Test("where the clocks change in between, it is 24 elapsed hours, an hour off on the clock's face")
  func clockChange() {
    let autumn = clock(waiting(received: instant("2026-10-24", "10:00")))
    #expect(autumn.deadline - autumn.anchor == Seconds(86_400))
    #expect(autumn.deadline == instant("2026-10-25", "09:00"))
    #expect(autumn.nationalDeadline == instant("2026-10-26", "09:00"))
    let spring = clock(waiting(received: instant("2026-03-28", "10:00")))
    #expect(spring.deadline - spring.anchor == Seconds(86_400))
    #expect(spring.deadline == instant("2026-03-29", "11:00"))
  }

  @Test("both times are settings")
  func times() {
    let policy = Policy.with {
      $0.responseTime = Minutes(120)
      $0.clocks.nationalResponseTime = Minutes(240)
    }
    let clock = clock(waiting(received: Self.receipt), policy: policy)
    #expect(clock.deadline == instant("2026-11-24", "12:00"))
    #expect(clock.literalDeadline == instant("2026-11-24", "12:00"))
    #expect(clock.nationalDeadline == instant("2026-11-24", "14:00"))
  }

  @Test("the contact assessment stops it only where that is set, and only by somebody who may hold it (R5)")
  func metByAssessment() {
    let visit = instant("2026-11-25", "09:00")
    let policy = Policy.with { $0.clocks.responseMetBy = .contactAssessment }
    let held = waiting(received: Self.receipt, assessed: assessed("2026-11-24", "15:00", by: .nurse))
    #expect(clock(held, policy: Policy()).metAt == nil)
    #expect(clock(held, firstVisitAt: visit, policy: Policy()).metAt == visit)
    #expect(clock(held, firstVisitAt: visit, policy: policy).metAt == instant("2026-11-24", "15:00"))
    #expect(clock(waiting(received: Self.receipt), firstVisitAt: visit, policy: policy).metAt == visit)
    let other = waiting(received: Self.receipt, assessed: assessed("2026-11-24", "15:00", by: .physiotherapist))
    #expect(clock(other, policy: policy).metAt == nil)
    #expect(clock(other, firstVisitAt: visit, policy: policy).metAt == visit)
  }
}
