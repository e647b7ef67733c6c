import Quantities
import Testing

@Suite("Civil dates")
struct CivilDateTests {
  /// A date as Python's `datetime.date` has it.
  struct Sample: Sendable, CustomStringConvertible {
    let year: Int
    let month: Int
    let day: Int
    let days: Int
    let weekday: Weekday

    init(_ year: Int, _ month: Int, _ day: Int, days: Int, _ weekday: Weekday) {
      self.year = year
      self.month = month
      self.day = day
      self.days = days
      self.weekday = weekday
    }

    var description: String { "\(year)-\(month)-\(day)" }
  }

  /// Made with Python: ordinals against 1970-01-01 and names of weekdays.
  static let samples = [
    Sample(1, 1, 1, days: -719_162, .monday),
    Sample(1582, 10, 15, days: -141_427, .friday),
    Sample(1640, 7, 7, days: -120_342, .saturday),
    Sample(1656, 1, 2, days: -114_685, .sunday),
    Sample(1669, 12, 12, days: -109_592, .thursday),
    Sample(1690, 9, 2, days: -102_023, .saturday),
    Sample(1710, 1, 25, days: -94_939, .saturday),
    Sample(1721, 10, 24, days: -90_649, .friday),
    Sample(1752, 9, 14, days: -79_366, .thursday),
    Sample(1803, 3, 26, days: -60_912, .saturday),
    Sample(1894, 11, 18, days: -27_437, .sunday),
    Sample(1899, 12, 31, days: -25_568, .sunday),
    Sample(1900, 2, 28, days: -25_509, .wednesday),
    Sample(1900, 3, 1, days: -25_508, .thursday),
    Sample(1969, 12, 31, days: -1, .wednesday),
    Sample(1970, 1, 1, days: 0, .thursday),
    Sample(2000, 2, 29, days: 11_016, .tuesday),
    Sample(2000, 3, 1, days: 11_017, .wednesday),
    Sample(2024, 2, 29, days: 19_782, .thursday),
    Sample(2026, 3, 29, days: 20_541, .sunday),
    Sample(2026, 10, 25, days: 20_751, .sunday),
    Sample(2026, 11, 24, days: 20_781, .tuesday),
    Sample(2051, 7, 16, days: 29_781, .sunday),
    Sample(2100, 2, 28, days: 47_540, .sunday),
    Sample(2100, 3, 1, days: 47_541, .monday),
    Sample(2111, 8, 16, days: 51_726, .sunday),
    Sample(2153, 6, 11, days: 67_001, .monday),
    Sample(2209, 3, 4, days: 87_355, .saturday),
    Sample(2315, 2, 4, days: 126_042, .thursday),
    Sample(2355, 12, 5, days: 140_956, .monday),
    Sample(2400, 2, 29, days: 157_113, .tuesday),
    Sample(9999, 12, 31, days: 2_932_896, .friday),
  ]

  @Test("a date and its number of days are each other's, as Python counts them", arguments: samples)
  func agreesWithPython(_ sample: Sample) throws {
    let date = try #require(CivilDate(year: sample.year, month: sample.month, day: sample.day))
    #expect(date.daysSinceEpoch == sample.days)
    #expect(date.weekday == sample.weekday)
    let back = CivilDate(daysSinceEpoch: sample.days).components
    #expect(back == (year: sample.year, month: sample.month, day: sample.day))
  }

  @Test("each day of seven centuries comes back from its components, follows the day before and moves the weekday on")
  func roundTripOverCenturies() throws {
    let first = try #require(CivilDate(year: 1700, month: 1, day: 1))
    let last = try #require(CivilDate(year: 2400, month: 12, day: 31))
    var before = first.adding(days: -1)
    var wrong: [CivilDate] = []
    for days in first.daysSinceEpoch...last.daysSinceEpoch {
      let date = CivilDate(daysSinceEpoch: days)
      let (year, month, day) = date.components
      let (lastYear, lastMonth, lastDay) = before.components
      let isNextDay = (year, month, day) == (lastYear, lastMonth, lastDay + 1)
      let isNextMonth =
        (year, month, day) == (lastYear, lastMonth + 1, 1) && lastDay == CivilDate.days(in: lastMonth, of: lastYear)
      let isNextYear = (year, month, day) == (lastYear + 1, 1, 1) && (lastMonth, lastDay) == (12, 31)
      let weekdays = Weekday.allCases
      let followsWeekday = weekdays.firstIndex(of: date.weekday).map { ($0 + 6) % 7 }
      if CivilDate(year: year, month: month, day: day) != date || !(isNextDay || isNextMonth || isNextYear)
        || followsWeekday != weekdays.firstIndex(of: before.weekday) || before >= date
      {
        wrong.append(date)
      }
      before = date
    }
    #expect(wrong == [])
    #expect(last.daysSinceEpoch - first.daysSinceEpoch == 256_034)
  }

  @Test("years divisible by four are leap years, full centuries only every fourth")
  func leapYears() {
    for year in [1600, 1996, 2000, 2004, 2024, 2028, 2400] {
      #expect(CivilDate(year: year, month: 2, day: 29) != nil, "\(year)")
      #expect(CivilDate.days(in: 2, of: year) == 29)
    }
    for year in [1700, 1800, 1900, 2023, 2025, 2026, 2100, 2200] {
      #expect(CivilDate(year: year, month: 2, day: 29) == nil, "\(year)")
      #expect(CivilDate.days(in: 2, of: year) == 28)
    }
  }

  @Test("the months have their lengths")
  func lengthsOfMonths() {
    #expect((1...12).map { CivilDate.days(in: $0, of: 2026) } == [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
  }

  @Test("a day that doesn't exist is refused")
  func noSuchDay() {
    let refused = [
      (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (2026, 1, 32), (2026, 4, 31), (2026, 11, 31), (0, 1, 1),
      (10_000, 1, 1), (-1, 1, 1), (Int.max, 1, 1), (2026, Int.min, 1), (2026, 1, Int.max),
    ]
    for (year, month, day) in refused { #expect(CivilDate(year: year, month: month, day: day) == nil) }
  }

  @Test("an ISO date is read and written back", arguments: ["2026-11-24", "0001-01-01", "9999-12-31", "2024-02-29"])
  func readsISO(_ text: String) throws {
    let date = try #require(CivilDate(iso: text))
    #expect(date.description == text)
    #expect(CivilDate(iso: Substring(text)) == date)
  }

  @Test(
    "a text that isn't an ISO date of a day that exists is refused",
    arguments: [
      "", "2026-11-2", "2026-11-241", "2026-1-24", "26-11-24", "24/11/2026", "2026/11/24", "2026-11-24T", " 2026-11-24",
      "2026-11-24 ", "2026-02-29", "2100-02-29", "2026-13-01", "2026-00-10", "2026-11-00", "0000-01-01", "-026-11-24",
      "+026-11-24", "20 6-11-24", "2026-11-2٤", "２026-11-24", "2026–11–24", "yyyy-mm-dd",
    ])
  func refusesISO(_ text: String) {
    #expect(CivilDate(iso: text) == nil)
  }

  @Test("adding days crosses months, years and leap days, both ways")
  func adding() throws {
    let start = try #require(CivilDate(iso: "2024-02-28"))
    #expect(start.adding(days: 1).description == "2024-02-29")
    #expect(start.adding(days: 2).description == "2024-03-01")
    #expect(start.adding(days: -59).description == "2023-12-31")
    #expect(start.adding(days: 366).description == "2025-02-28")
    #expect(start.adding(days: 0) == start)
  }

  @Test("weekdays are in order from Monday and have short names")
  func weekdays() {
    #expect(Weekday.allCases.map(\.shortName) == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])
  }
}
