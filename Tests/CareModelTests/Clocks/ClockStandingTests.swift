import CareModel
import Quantities
import Testing

@Suite("How a promise stands")
struct ClockStandingTests {
  private static let deadline = LondonDay.at(hours: 10)

  private func standing(metAt: Instant? = nil, asOf: Instant) -> ClockStanding {
    ClockStanding(deadline: Self.deadline, metAt: metAt, asOf: asOf)
  }

  @Test("still to be done, it runs up to its last instant and is overdue from the next on")
  func open() {
    #expect(standing(asOf: Self.deadline - Seconds(60)) == .running(left: Seconds(60)))
    #expect(standing(asOf: Self.deadline) == .running(left: .zero))
    #expect(standing(asOf: Self.deadline + Seconds(1)) == .overdue(by: Seconds(1)))
  }

  @Test("done, it is kept up to its last instant and late from the next on, whenever that is asked")
  func done() {
    for later in [0, 1, 86_400] {
      let asOf = Self.deadline + Seconds(1 + later)
      #expect(standing(metAt: Self.deadline - Seconds(60), asOf: asOf) == .kept)
      #expect(standing(metAt: Self.deadline, asOf: asOf) == .kept)
      #expect(standing(metAt: Self.deadline + Seconds(1), asOf: asOf) == .keptLate(by: Seconds(1)))
    }
    #expect(standing(metAt: Self.deadline, asOf: Self.deadline) == .kept)
  }

  @Test("what happens later isn't known yet")
  func notYet() {
    let now = Self.deadline - Seconds(60)
    #expect(standing(metAt: now + Seconds(1), asOf: now) == .running(left: Seconds(60)))
    let late = Self.deadline + Seconds(60)
    #expect(standing(metAt: late + Seconds(1), asOf: late) == .overdue(by: Seconds(60)))
  }

  @Test("what is done is over")
  func over() {
    #expect(ClockStanding.kept.isOver)
    #expect(ClockStanding.keptLate(by: Seconds(1)).isOver)
    #expect(!ClockStanding.running(left: .zero).isOver)
    #expect(!ClockStanding.overdue(by: Seconds(1)).isOver)
  }
}
