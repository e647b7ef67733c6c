package import Quantities

/// The parts of a service day in which coordinators count capacity: getting up, meals, bed (`domain.md` 2.5).
///
/// Peaks, not the day's hours, decide how many workers are needed.
package enum PartOfDay: String, CaseIterable, Hashable, Comparable, Sendable {
  case morning, midday, afternoon, evening

  /// When it begins on the clock; the morning with the service day, and the evening lasts until the next one begins.
  package var from: ClockTime? {
    switch self {
    case .morning: nil
    case .midday: ClockTime(wrapping: 11 * 3600)
    case .afternoon: ClockTime(wrapping: 14 * 3600)
    case .evening: ClockTime(wrapping: 18 * 3600)
    }
  }

  /// From its first instant on a service day to the next part's.
  package func interval(on date: CivilDate, calendar: ServiceCalendar) -> InstantInterval {
    let day = calendar.day(date)
    let start = from.map { max(day.start, calendar.instant(of: $0, onServiceDay: date)) } ?? day.start
    let next = PartOfDay.allCases.first { $0 > self }?.from
    let end = next.map { calendar.instant(of: $0, onServiceDay: date) } ?? day.end
    return InstantInterval(start: start, end: max(start, min(end, day.end))) ?? InstantInterval(at: start)
  }

  /// Whether it has gone by on a service day.
  package func isOver(on date: CivilDate, asOf: Instant, calendar: ServiceCalendar) -> Bool {
    interval(on: date, calendar: calendar).end <= asOf
  }

  /// The part in which an instant of a service day lies; what lies before the day or after it counts to the nearest part.
  package static func of(_ instant: Instant, on date: CivilDate, calendar: ServiceCalendar) -> PartOfDay {
    allCases.last { $0.interval(on: date, calendar: calendar).start <= instant } ?? .morning
  }

  package static func < (left: Self, right: Self) -> Bool { left.place < right.place }

  /// 0 for the morning.
  package var place: Int {
    switch self {
    case .morning: 0
    case .midday: 1
    case .afternoon: 2
    case .evening: 3
    }
  }
}
