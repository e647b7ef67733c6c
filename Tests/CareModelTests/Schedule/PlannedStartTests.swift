import CareModel
import Quantities
import Testing

@Suite("A start with the time that its day's rota has for it")
struct PlannedStartTests {
  private static let noon = LondonDay.at(hours: 7)

  private func delay(rosteredAt instant: Instant) -> StartObstacle? {
    let start = PlannedStart(
      referral: ReferralID("r-1"), person: PersonID("p-1"), rank: Rank(.hospitalDischarge, isFlagged: false),
      patch: nil,
      state: .accepted, receivedAt: Self.noon, readyFrom: nil, mustRingWard: false, deadline: Self.noon,
      literalDeadline: Self.noon, nationalDeadline: Self.noon,
      outcome: .starts(
        PlannedStart.Start(
          date: LondonDay.date, part: .midday, earliest: Self.noon, delayedBy: .tooLateToday(Self.noon))))
    guard case .starts(let found) = start.rostered(at: instant, part: nil, leavingOut: []).outcome else { return nil }
    #expect(found.rosteredAt == instant)
    return found.delayedBy
  }

  @Test("what kept it from an earlier part of the day is told no more where the rota has it there")
  func delayed() {
    #expect(delay(rosteredAt: Self.noon) != nil)
    #expect(delay(rosteredAt: Self.noon - Seconds(1)) == nil)
  }
}
