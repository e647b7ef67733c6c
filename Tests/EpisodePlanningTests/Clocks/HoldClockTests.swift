import CareModel
import EpisodePlanning
import Quantities
import Testing

@Suite("Tentative holds (R18)")
struct HoldClockTests {
  @Test("a hold stands 48 hours past the expected homecoming, and no second longer")
  func edge() throws {
    let home = instant("2026-11-26", "14:00")
    let clock = try #require(
      HoldClock(waiting(ready: home, homecoming: .expected, state: .provisional).referral, policy: Policy()))
    #expect(clock.expectedAt == home)
    #expect(clock.deadline == instant("2026-11-28", "14:00"))
    #expect(clock.standing(asOf: clock.deadline) == .running(left: .zero))
    #expect(clock.standing(asOf: clock.deadline + Seconds(1)) == .overdue(by: Seconds(1)))
  }

  @Test("its hours are elapsed ones where the clocks change")
  func clockChange() {
    let clock = HoldClock(
      waiting(received: instant("2026-10-20", "09:00"), ready: instant("2026-10-24", "14:00"), state: .provisional)
        .referral, policy: Policy())
    #expect(clock?.deadline == instant("2026-10-26", "13:00"))
  }

  @Test("where nobody has said when the person is expected, it stands from receipt; how long is a setting")
  func fromReceipt() {
    let policy = Policy.with { $0.clocks.tentativeHold = Minutes(60) }
    let record = waiting(received: instant("2026-11-24", "10:00"), state: .provisional)
    #expect(HoldClock(record.referral, policy: policy)?.deadline == instant("2026-11-24", "11:00"))
  }

  @Test("of somebody who was home before anybody asked, it stands from receipt, not from a day that was over")
  func homeBefore() {
    let record = waiting(
      received: instant("2026-11-24", "10:00"), ready: instant("2026-11-20", "14:00"), state: .provisional)
    #expect(HoldClock(record.referral, policy: Policy())?.deadline == instant("2026-11-26", "10:00"))
  }

  @Test("only a provisional referral is held", arguments: Referral.State.allCases)
  func states(_ state: Referral.State) {
    #expect((HoldClock(waiting(state: state).referral, policy: Policy()) != nil) == (state == .provisional))
  }
}
