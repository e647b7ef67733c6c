package import CareModel
package import Quantities

/// A stay in hospital during which the package is held: inside the held days a restart is a running package, after them a
/// start of class 1 (`domain.md` part 3).
package struct SuspensionClock: PromiseClock {
  package let awaySince: Instant
  /// The last service day for which the package is held.
  package let heldUntil: CivilDate
  package let deadline: Instant
  /// When the person comes home, where that is known.
  package let metAt: Instant?

  /// Nil for somebody who isn't away at the moment.
  package init?(_ person: Person, asOf: Instant, calendar: ServiceCalendar, policy: Policy) {
    guard let away = Suspensions(person).stretch(at: asOf) else { return nil }
    awaySince = away.start
    heldUntil = calendar.serviceDate(of: away.start).adding(days: policy.clocks.suspensionHeldDays)
    deadline = calendar.lastInstant(of: heldUntil)
    metAt = away.end
  }

  /// How a restart on a day would count.
  package func restart(on date: CivilDate) -> Restart { date <= heldUntil ? .runningPackage : .newStart }

  package enum Restart: Hashable, Sendable {
    case runningPackage
    /// Ranked like a discharge from hospital.
    case newStart
  }
}
