import CareModel
import Quantities
import SyntheticCaseloads
import Testing

@Suite("The calendar of London")
struct LondonCalendarTests {
  @Test("the clocks change when the law says, in 2026 and 2027")
  func changes() throws {
    let calendar = LondonCalendar.calendar(around: try #require(CivilDate(iso: "2026-11-24")))
    func offset(_ iso: String) throws -> Int {
      calendar.offset(at: try #require(ZonedReading(iso: iso)).instant).value
    }
    for (before, after, summer) in [
      ("2026-03-29T00:59:59Z", "2026-03-29T01:00:00Z", true), ("2026-10-25T00:59:59Z", "2026-10-25T01:00:00Z", false),
      ("2027-03-28T00:59:59Z", "2027-03-28T01:00:00Z", true), ("2027-10-31T00:59:59Z", "2027-10-31T01:00:00Z", false),
    ] {
      #expect(try offset(before) == (summer ? 0 : 3600))
      #expect(try offset(after) == (summer ? 3600 : 0))
    }
  }

  @Test("the service day of 24 October 2026 has 25 hours, that of 27 March 2027 has 23")
  func lengths() throws {
    for (iso, hours) in [("2026-10-24", 25), ("2027-03-27", 23), ("2026-11-24", 24)] {
      let date = try #require(CivilDate(iso: iso))
      #expect(LondonCalendar.calendar(around: date).day(date).length == Seconds(hours * 3600))
    }
  }

  @Test("bank holidays are known, with the days given instead")
  func bankHolidays() throws {
    let calendar = LondonCalendar.calendar(around: try #require(CivilDate(iso: "2026-12-26")))
    for iso in ["2026-12-25", "2026-12-28", "2027-03-26", "2027-03-29", "2027-12-28"] {
      #expect(calendar.isBankHoliday(try #require(CivilDate(iso: iso))))
    }
    #expect(!calendar.isBankHoliday(try #require(CivilDate(iso: "2026-12-26"))))
    #expect(calendar.bankHolidays.count == 16)
  }
}
