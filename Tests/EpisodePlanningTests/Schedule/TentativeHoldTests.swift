import CareModel
import EpisodePlanning
import Quantities
import Testing

/// Today is Tuesday 24 November 2026, 07:00.
@Suite("What is held for people who may not start yet (R5, R6, R18)")
struct TentativeHoldTests {
  private func plan(
    _ state: Referral.State, received: Instant = instant("2026-11-24", "05:30"), ready: Instant? = nil,
    isKnown: Bool = true, assessed: ReferralRecord.ContactAssessment? = nil, due: Instant? = nil,
    weekdays: [Weekday] = Weekday.allCases
  ) -> EpisodePlan {
    var parts = InventedService()
    parts.staff = [worker([weekdays.map { RosteredShift($0, shift("07:00", "23:00")) }])]
    let bare = waiting(received: received, ready: ready, state: state, due: due, assessed: assessed)
    parts.referrals = [
      ReferralRecord(
        referral: bare.referral, contactAssessment: assessed, needs: isKnown ? referral().needs : nil)
    ]
    return EpisodePlanner(parts.service, days: 14).plan()
  }

  private func time(heldIn plan: EpisodePlan) -> TentativeHold.Held? {
    if case .held(let held)? = plan.starts.first?.hold { held } else { nil }
  }

  @Test("who may start is held by nothing; who is still to be accepted is, without end")
  func accepted() throws {
    #expect(plan(.accepted).starts.first?.hold == nil)
    for state in [Referral.State.received, .screened] {
      let held = try #require(time(heldIn: plan(state)))
      #expect(held.date == date("2026-11-24") && held.until == nil && !held.isFirstVisitAlone)
    }
  }

  @Test("a hold stands until two days after the homecoming; a second later it is over, and no call is drawn")
  func until() throws {
    let ready = instant("2026-11-26", "10:00")
    let plan = plan(.provisional, ready: ready)
    let held = try #require(time(heldIn: plan))
    #expect(held.until == instant("2026-11-28", "10:00") && held.earliest >= ready)
    #expect(plan.calls.contains { $0.basis == .tentative && $0.date == held.date })
    let last = self.plan(.provisional, received: instant("2026-11-20", "07:00"), ready: instant("2026-11-22", "07:00"))
    #expect(time(heldIn: last)?.until == instant("2026-11-24", "07:00"))
    let over = self.plan(
      .provisional, received: instant("2026-11-20", "07:00"), ready: instant("2026-11-22", "07:00") - Seconds(1))
    #expect(over.starts.first?.hold == .over(instant("2026-11-24", "07:00") - Seconds(1)))
    #expect(over.calls.isEmpty)
  }

  @Test("where nobody knows what the person needs the first visit alone is held, of somebody accepted, too")
  func needs() throws {
    for state in [Referral.State.received, .accepted] {
      let plan = plan(state, isKnown: false)
      #expect(time(heldIn: plan)?.isFirstVisitAlone == true)
      #expect(
        plan.calls.filter { $0.basis == .tentative && !$0.need.kind.hasClock }.map(\.need.kind) == [.firstResponse])
    }
  }

  @Test("nothing is held for who has answered no (R6); that breaks no promise that is still to be kept")
  func answeredNo() {
    let plan = plan(.screened, assessed: assessed("2026-11-24", "06:00", canEngage: false))
    #expect(plan.starts.first?.hold == .answeredNo && plan.breaches.isEmpty)
    #expect(time(heldIn: self.plan(.screened, assessed: assessed("2026-11-24", "06:00"))) != nil)
  }

  @Test("a hold behind the deadline is a promise foreseen to break, one at it is not")
  func breach() throws {
    // Nobody works until Thursday at 07:00.
    let thursday = instant("2026-11-26", "07:00")
    let late = plan(.received, due: thursday - Seconds(1), weekdays: [.thursday])
    #expect(late.breaches.map(\.clock) == [.response] && late.breaches.first?.hasHappened == false)
    #expect(late.breaches.first?.keptAt == thursday && late.starts.first?.lateBy == Seconds(1))
    let kept = plan(.received, due: thursday, weekdays: [.thursday])
    #expect(kept.breaches.isEmpty && kept.starts.first?.lateBy == .zero)
  }

  @Test(
    "where no day has room nothing is held, and the promise is foreseen to break; not where the person comes home later"
  )
  func noRoom() {
    let nobody = plan(.received, weekdays: [])
    guard case .noRoom = nobody.starts.first?.hold else {
      Issue.record("held though nobody works: \(String(describing: nobody.starts.first?.hold))")
      return
    }
    #expect(nobody.breaches.map(\.clock) == [.response])
    let later = plan(.provisional, ready: instant("2026-12-20", "10:00"))
    #expect(later.starts.first?.hold == .noRoom(.notReady(instant("2026-12-20", "10:00"))))
    #expect(later.breaches.isEmpty)
  }
}
