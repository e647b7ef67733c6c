import CareModel
import EpisodePlanning
import Quantities
import Testing

@Suite("Six weeks of reablement (R23)")
struct LimitClockTests {
  private static let stopping = Policy.with { $0.afterLimit = .stop }

  private func clock(_ record: EpisodeRecord, policy: Policy = Policy()) -> LimitClock {
    LimitClock(record.episode, policy: policy)
  }

  @Test("the 42nd day is the last; the day after it nobody has authorised")
  func edge() {
    let clock = clock(running())
    #expect(clock.dayNumber(on: date("2026-11-10")) == 1)
    #expect(clock.dayNumber(on: date("2026-12-21")) == 42)
    #expect(clock.lastPermittedDay == date("2026-12-21"))
    #expect(clock.phase(on: date("2026-11-10")) == .within(daysLeft: 41, isExtended: false))
    #expect(clock.phase(on: date("2026-12-21")) == .within(daysLeft: 0, isExtended: false))
    #expect(clock.phase(on: date("2026-12-22")) == .bridging)
  }

  @Test("days are counted by the calendar, over the change of the clocks")
  func clockChange() {
    #expect(clock(running(start: "2026-10-01")).lastPermittedDay == date("2026-11-11"))
    #expect(clock(running(start: "2026-03-01")).lastPermittedDay == date("2026-04-11"))
  }

  @Test("somebody is told on days 28, 35 and 40")
  func alerts() {
    #expect(clock(running()).alerts == ["2026-12-07", "2026-12-14", "2026-12-19"].map(date))
    let clock = clock(running())
    #expect(clock.alerts.map(clock.dayNumber) == [28, 35, 40])
  }

  @Test("limit and alerts are settings; alerts come in order and not after the limit")
  func settings() {
    let policy = Policy.with {
      $0.reablementDays = 14
      $0.clocks.firstLimitAlertDay = 14
      $0.clocks.secondLimitAlertDay = 7
      $0.clocks.thirdLimitAlertDay = 15
    }
    let clock = clock(running(), policy: policy)
    #expect(clock.lastPermittedDay == date("2026-11-23"))
    #expect(clock.alerts == ["2026-11-16", "2026-11-23"].map(date))
  }

  @Test("a named person's extension moves the last day, and never to one inside the six weeks")
  func extended() {
    let longer = clock(running(extended: "2026-12-28"))
    #expect(longer.lastPermittedDay == date("2026-12-28"))
    #expect(longer.phase(on: date("2026-12-28")) == .within(daysLeft: 0, isExtended: true))
    #expect(longer.phase(on: date("2026-12-29")) == .bridging)
    #expect(longer.extension?.authorisedBy == "team manager")
    // As long before the new last day as before the old one.
    #expect(longer.alerts.map(longer.dayNumber) == [35, 42, 47])
    #expect(clock(running(extended: "2026-12-01")).lastPermittedDay == date("2026-12-21"))
  }

  @Test("a recorded handover ends bridging, from the day after the limit on")
  func handedOver() {
    let clock = clock(running(handedOver: true))
    #expect(clock.phase(on: date("2026-12-21")) == .within(daysLeft: 0, isExtended: false))
    #expect(clock.phase(on: date("2026-12-22")) == .handedOver)
  }

  @Test("calls stop at the limit only where the policy allows it and a named person orders it")
  func stopped() {
    let after = date("2026-12-22")
    #expect(clock(running(stopped: true), policy: Self.stopping).phase(on: after) == .stopped)
    #expect(clock(running(stopped: true)).phase(on: after) == .bridging)
    #expect(clock(running(), policy: Self.stopping).phase(on: after) == .bridging)
    let last = clock(running(stopped: true), policy: Self.stopping).phase(on: date("2026-12-21"))
    #expect(last == .within(daysLeft: 0, isExtended: false))
  }

  @Test(
    "vision rehabilitation (N2) and bridging have no limit", arguments: [Episode.Kind.visionRehabilitation, .bridging])
  func withoutLimit(_ kind: Episode.Kind) {
    let clock = clock(running(kind: kind))
    #expect(clock.lastPermittedDay == nil)
    #expect(clock.alerts.isEmpty)
    #expect(clock.phase(on: date("2027-06-01")) == .withoutLimit)
  }
}
