import CareModel
import EpisodePlanning
import Quantities
import Testing

@Suite("A share of the starts kept for the classes behind the first (R17)")
struct StartReserveTests {
  /// One worker, and room for one first visit a day; so many from hospital wait before so many of class 2.
  private func plan(_ hospital: Int, _ community: Int, share: Int) -> EpisodePlan {
    var parts = InventedService()
    parts.policy.clocks.reservedStarts = PerMille(share)
    parts.staff = [worker([Weekday.allCases.map { RosteredShift($0, shift("07:00", "12:00")) }])]
    let classes =
      Array(repeating: ReferralClass.hospitalDischarge, count: hospital)
      + Array(repeating: .newCommunity, count: community)
    parts.people = classes.indices.map { Person(id: PersonID("p-\($0)"), place: PlaceID("home-1")) }
    parts.referrals = classes.enumerated().map { index, referralClass in
      ReferralRecord(
        referral: Referral(
          id: ReferralID("r-\(index)"), person: PersonID("p-\(index)"), referralClass: referralClass,
          receivedAt: instant("2026-11-23", "10:00") + Minutes(index), whereabouts: .home),
        needs: StartNeeds(firstVisit: StartNeeds.FirstVisit(demands: [Demand(length: Minutes(150))]), lines: []))
    }
    return EpisodePlanner(parts.service, days: 14).plan()
  }

  private func firstWeek(_ plan: EpisodePlan, _ referralClass: ReferralClass) -> Int {
    plan.starts.count { start in
      guard case .starts(let found) = start.outcome else { return false }
      return start.rank.referralClass == referralClass && found.date < plan.firstDay.adding(days: 7)
    }
  }

  @Test("off, the first class has all starts; on, the classes behind have their share, rounded up")
  func share() throws {
    let off = plan(10, 5, share: 0)
    #expect(off.reserve == nil)
    #expect(firstWeek(off, .newCommunity) == 0)
    let starts = firstWeek(off, .hospitalDischarge)
    let on = plan(10, 5, share: 200)
    let kept = (starts * 200 + 999) / 1000
    #expect(firstWeek(on, .newCommunity) == kept)
    #expect(firstWeek(on, .hospitalDischarge) == starts - kept)
    #expect(on.reserve?.kept.first == kept)
  }

  @Test("its effect is published: who starts on another day for it, with and without")
  func published() throws {
    let (off, on) = (plan(10, 5, share: 0), plan(10, 5, share: 200))
    func days(_ plan: EpisodePlan) -> [ReferralID: CivilDate] {
      plan.starts.reduce(into: [:]) { days, start in
        if case .starts(let found) = start.outcome { days[start.referral] = found.date }
      }
    }
    let effect = try #require(on.reserve)
    let (without, with) = (days(off), days(on))
    #expect(Set(effect.changes.map(\.referral)) == Set(on.starts.map(\.referral).filter { without[$0] != with[$0] }))
    for change in effect.changes {
      #expect(change.without == without[change.referral] && change.with == with[change.referral])
    }
    #expect(effect.changes.contains { $0.rank.referralClass == .newCommunity })
    let delayed = on.starts.first { start in
      guard case .starts(let found) = start.outcome else { return false }
      return start.rank.referralClass == .hospitalDischarge && found.delayedBy == .reserved
    }
    #expect(delayed != nil)
  }

  @Test("nothing is kept where nobody of the classes behind waits")
  func nobody() {
    let on = plan(10, 0, share: 500)
    #expect(on.reserve?.kept == [0, 0] && on.reserve?.changes.isEmpty == true)
    #expect(firstWeek(on, .hospitalDischarge) == firstWeek(plan(10, 0, share: 0), .hospitalDischarge))
  }
}
