package import CareModel
package import Quantities

/// The clocks and bank holidays of London, as data that needs no time zone database.
package enum LondonCalendar {
  /// The years for which bank holidays are known.
  package static let yearsOfBankHolidays = 2026...2027

  /// The calendar for a service day: the clock changes of its year and of the years beside it.
  ///
  /// Clocks go forward on the last Sunday of March and back on the last of October, each at 01:00 UTC (Summer Time
  /// Order 2002, SI 2002/262).
  package static func calendar(around date: CivilDate) -> ServiceCalendar {
    let year = date.components.year
    let changes = (year - 1...year + 1).flatMap { year in
      [(month: 3, offset: Seconds(3600)), (month: 10, offset: .zero)].compactMap { change in
        lastSunday(of: change.month, year: year).map { sunday in
          ServiceCalendar.OffsetChange(
            from: Instant(epochSeconds: sunday.daysSinceEpoch * 86_400 + 3600), offset: change.offset)
        }
      }
    }
    return ServiceCalendar(
      zone: "Europe/London", initialOffset: .zero, changes: changes,
      bankHolidays: bankHolidays.compactMap { CivilDate(year: $0, month: $1, day: $2) })
  }

  private static func lastSunday(of month: Int, year: Int) -> CivilDate? {
    let last = CivilDate(year: year, month: month, day: 31)
    return last.map { day in day.adding(days: -((day.daysSinceEpoch + 4) % 7 + 7) % 7) }
  }

  /// England and Wales, with the days given instead of Boxing Day 2026 and of Christmas and Boxing Day 2027.
  private static let bankHolidays: [(Int, Int, Int)] = [
    (2026, 1, 1), (2026, 4, 3), (2026, 4, 6), (2026, 5, 4), (2026, 5, 25), (2026, 8, 31), (2026, 12, 25),
    (2026, 12, 28), (2027, 1, 1), (2027, 3, 26), (2027, 3, 29), (2027, 5, 3), (2027, 5, 31), (2027, 8, 30),
    (2027, 12, 27), (2027, 12, 28),
  ]
}
