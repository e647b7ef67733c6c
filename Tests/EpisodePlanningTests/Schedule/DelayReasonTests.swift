import CareModel
import EpisodePlanning
import Quantities
import Testing

/// Today is Tuesday 24 November 2026, 07:00; the first visit is due on Wednesday at 05:30.
@Suite("Why a start is not earlier: nobody on duty, or a rota that has no place for it")
struct DelayReasonTests {
  private func plan(
    _ weekdays: [Weekday], roles: [Role] = [], cuts: Set<VisitID> = [], asOf: Instant = instant("2026-11-24", "07:00"),
    previous: PreviousPlan? = nil
  ) -> EpisodePlan {
    var parts = InventedService()
    parts.asOf = asOf
    parts.staff = [worker([weekdays.map { RosteredShift($0, shift("07:00", "15:00")) }])]
    let usual = referral(lines: [])
    parts.referrals = [
      ReferralRecord(
        referral: usual.referral,
        needs: StartNeeds(
          firstVisit: StartNeeds.FirstVisit(demands: [Demand(roles: roles, length: Minutes(60))]), lines: []))
    ]
    return EpisodePlanner(parts.service, days: 7, cuts: cuts, previous: previous).plan()
  }

  private func delay(_ plan: EpisodePlan) -> (day: CivilDate, why: StartObstacle?)? {
    guard case .starts(let found)? = plan.starts.first?.outcome else { return nil }
    return (found.date, found.delayedBy)
  }

  private static let refused = VisitID("r-1-first-20261124")

  @Test("nobody works today: that is the reason, not that today has no time left")
  func nobodyWorks() {
    let late = delay(plan([.thursday]))
    #expect(late?.day == date("2026-11-26") && late?.why == .nobodyOnDuty(date("2026-11-24")))
    #expect(delay(plan([.tuesday]))?.why == nil)
    let evening = plan([.wednesday], asOf: instant("2026-11-24", "23:30"))
    #expect(delay(evening)?.why == .tooLateToday(instant("2026-11-24", "23:30")))
  }

  @Test("the rota of today has no place for it: that is the reason")
  func rota() {
    let moved = delay(plan([.tuesday, .wednesday], cuts: [Self.refused]))
    #expect(moved?.day == date("2026-11-25") && moved?.why == .refusedByRota(date("2026-11-24")))
    #expect(delay(plan([.tuesday, .wednesday]))?.why == nil)
  }

  @Test("a change from such a day says the same")
  func change() {
    let before = PreviousPlan(
      asOf: instant("2026-11-24", "06:30"),
      starts: [
        ReferralID("r-1"): PreviousPlan.Start(person: PersonID("p-1"), date: date("2026-11-24"), part: .morning)
      ], calls: [:])
    let moved = plan([.tuesday, .wednesday], cuts: [Self.refused], previous: before)
    #expect(moved.changes?.map(\.reason) == [.notPossible(.refusedByRota(date("2026-11-24")))])
  }

  @Test("time of people of whom none is on duty is told apart from time that others have taken")
  func shortage() {
    guard case .waits(.full(let short))? = plan(Weekday.allCases, roles: [.nurse]).starts.first?.outcome else {
      Issue.record("no nurse works, and it doesn't wait for one")
      return
    }
    #expect(short.isNobodyOnDuty && short.roles == [.nurse] && short.missing == Minutes(60))
    var parts = InventedService()
    parts.staff = [worker([Weekday.allCases.map { RosteredShift($0, shift("07:00", "08:00")) }])]
    parts.referrals = [referral(lines: [])]
    guard case .waits(.full(let taken))? = EpisodePlanner(parts.service, days: 7).plan().starts.first?.outcome else {
      Issue.record("an hour with people fits into less")
      return
    }
    #expect(!taken.isNobodyOnDuty)
  }
}
