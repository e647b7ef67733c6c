import CareModel
import EpisodePlanning
import Quantities
import Testing

@Suite("A package held during a stay in hospital")
struct SuspensionClockTests {
  private static let now = instant("2026-11-24", "07:00")

  private func clock(
    _ person: Person, asOf: Instant = now, policy: Policy = Policy()
  ) -> SuspensionClock? {
    SuspensionClock(person, asOf: asOf, calendar: InventedService.calendar, policy: policy)
  }

  @Test("a restart on the seventh day is a running package, on the eighth a new start")
  func edge() throws {
    let away = instant("2026-11-20", "10:00")
    let held = try #require(clock(person(away: (away, instant("2026-12-10", "12:00")))))
    #expect(held.awaySince == away)
    #expect(held.heldUntil == date("2026-11-27"))
    #expect(held.deadline == instant("2026-11-28", "05:00") - Seconds(1))
    #expect(held.restart(on: date("2026-11-27")) == .runningPackage)
    #expect(held.restart(on: date("2026-11-28")) == .newStart)
    #expect(held.standing(asOf: held.deadline) == .running(left: .zero))
    #expect(held.standing(asOf: held.deadline + Seconds(1)) == .overdue(by: Seconds(1)))
  }

  @Test("days are service days: somebody who goes in before five goes in on the day before")
  func atNight() {
    let clock = clock(person(away: (instant("2026-11-20", "04:30"), instant("2026-12-10", "12:00"))))
    #expect(clock?.heldUntil == date("2026-11-26"))
  }

  @Test("a move from one hospital to another doesn't begin the days anew; another stay does")
  func moved() {
    let move = instant("2026-11-22", "10:00")
    let moved = person(away: (move, instant("2026-12-10", "12:00")), (instant("2026-11-18", "10:00"), move))
    #expect(clock(moved)?.heldUntil == date("2026-11-25"))
    let again = person(
      away: (instant("2026-11-15", "10:00"), move - Seconds(3600)), (move, instant("2026-12-10", "12:00")))
    #expect(clock(again)?.heldUntil == date("2026-11-29"))
  }

  @Test("nobody who isn't away now has one")
  func notAway() {
    #expect(clock(person()) == nil)
    #expect(clock(person(away: (instant("2026-11-10", "10:00"), instant("2026-11-20", "10:00")))) == nil)
    #expect(clock(person(away: (instant("2026-11-25", "10:00"), instant("2026-11-28", "10:00")))) == nil)
  }

  @Test("how many days is a setting; none makes every later day a new start")
  func days() {
    let stay = person(away: (instant("2026-11-24", "06:00"), instant("2026-12-10", "12:00")))
    let clock = clock(stay, policy: .with { $0.clocks.suspensionHeldDays = 0 })
    #expect(clock?.restart(on: date("2026-11-24")) == .runningPackage)
    #expect(clock?.restart(on: date("2026-11-25")) == .newStart)
  }
}
