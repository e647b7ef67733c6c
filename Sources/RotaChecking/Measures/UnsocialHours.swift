package import CareModel
package import Quantities

/// The hours that people would rather not work: nights and evenings from 20:00 to 06:00, and Saturdays, Sundays and bank
/// holidays from midnight to midnight, as the clocks show them (Agenda for Change, section 2; [mem]).
package enum UnsocialHours {
  private static let from = ClockTime(wrapping: 20 * 3600)
  private static let until = ClockTime(wrapping: 6 * 3600)

  /// How much of a stretch of time they are, counted by started minutes.
  ///
  /// - Complexity: linear in the minutes.
  package static func minutes(of hours: InstantInterval, in calendar: ServiceCalendar) -> Minutes {
    let minutes = stride(from: hours.start.epochSeconds, to: hours.end.epochSeconds, by: 60)
    return Minutes(minutes.count { isUnsocial(calendar.local(Instant(epochSeconds: $0)), in: calendar) })
  }

  private static func isUnsocial(_ local: CivilDateTime, in calendar: ServiceCalendar) -> Bool {
    if local.time >= from || local.time < until { return true }
    switch local.date.weekday {
    case .saturday, .sunday: return true
    default: return calendar.isBankHoliday(local.date)
    }
  }
}
