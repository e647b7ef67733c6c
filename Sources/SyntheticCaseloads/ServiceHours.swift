import CareModel
import Quantities

/// Turns minutes on a service day's clock into instants.
struct ServiceHours: Sendable {
  let calendar: ServiceCalendar
  let date: CivilDate

  /// The instant at which clocks show so many minutes after midnight; 1440 and more are the next morning, negative
  /// ones the day before. Of a reading shown twice the first, for a missing one the moment at which clocks go on: so
  /// later minutes are never earlier instants.
  func instant(_ minute: Int) -> Instant {
    for later in stride(from: minute, through: minute + 180, by: 1) {
      let days = later >= 0 ? later / 1440 : (later - 1439) / 1440
      let local = CivilDateTime(date: date.adding(days: days), time: ClockTime(wrapping: later * 60))
      if let instant = calendar.reading(local).instant { return instant }
    }
    return calendar.start(of: date)
  }

  /// From one clock minute to another; a single instant where they are not in order.
  func interval(_ start: Int, _ end: Int) -> InstantInterval {
    let first = instant(start)
    return InstantInterval(start: first, end: max(first, instant(end))) ?? InstantInterval(at: first)
  }
}
