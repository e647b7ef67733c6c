package import CareModel
package import Quantities

/// A promise of the service with its end: what must have happened by when.
package protocol PromiseClock: Hashable, Sendable {
  /// The last instant at which it is in time.
  var deadline: Instant { get }
  /// When it was kept; nil while it is still to be kept.
  var metAt: Instant? { get }
  /// How it stands at a moment; what happened later isn't known then.
  func standing(asOf: Instant) -> ClockStanding
}

extension PromiseClock {
  package func standing(asOf: Instant) -> ClockStanding {
    ClockStanding(deadline: deadline, metAt: metAt, asOf: asOf)
  }
}

extension ServiceCalendar {
  /// The last instant of a service day, for promises that are kept by the day.
  func lastInstant(of date: CivilDate) -> Instant { day(date).end - Seconds(1) }
}
