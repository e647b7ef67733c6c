import CareModel
import EpisodePlanning
import Quantities
import Testing

@Suite("The contact assessment before acceptance (R5, R6)")
struct ContactAssessmentClockTests {
  private static let receipt = instant("2026-11-24", "10:00")

  private func clock(_ held: ReferralRecord.ContactAssessment?, ready: Instant? = nil) -> ContactAssessmentClock {
    ContactAssessmentClock(waiting(received: Self.receipt, ready: ready, assessed: held), policy: Policy())
  }

  @Test("held at the end of the response time it is kept, a minute later it is not")
  func edge() {
    let now = instant("2026-11-26", "10:00")
    #expect(clock(nil).deadline == instant("2026-11-25", "10:00"))
    #expect(clock(assessed("2026-11-25", "10:00")).standing(asOf: now) == .kept)
    #expect(clock(assessed("2026-11-25", "10:01")).standing(asOf: now) == .keptLate(by: Seconds(60)))
    #expect(clock(nil).standing(asOf: now) == .overdue(by: Seconds(86_400)))
  }

  @Test("it ends with the response time, from its anchor")
  func anchor() {
    #expect(clock(nil, ready: instant("2026-11-25", "16:00")).deadline == instant("2026-11-26", "16:00"))
  }

  @Test("a care manager or a nurse may hold it; by anybody else it neither opens the gate nor stops the clock (R5)")
  func roles() {
    for role in Role.allCases {
      let clock = clock(assessed("2026-11-24", "12:00", by: role))
      if role == .careManager || role == .nurse {
        #expect(clock.gate == .open, "\(role)")
        #expect(clock.metAt == instant("2026-11-24", "12:00"), "\(role)")
      } else {
        #expect(clock.gate == .heldBy(role), "\(role)")
        #expect(clock.metAt == nil, "\(role)")
      }
    }
  }

  @Test("the gate opens on two answers of yes; a no stops the clock all the same (R6)")
  func answers() {
    #expect(clock(nil).gate == .notHeld)
    #expect(clock(nil).metAt == nil)
    for (needsCare, canEngage) in [(false, false), (false, true), (true, false)] {
      let clock = clock(assessed("2026-11-24", "12:00", needsCare: needsCare, canEngage: canEngage))
      #expect(clock.gate == .answeredNo)
      #expect(clock.metAt == instant("2026-11-24", "12:00"))
    }
  }
}
