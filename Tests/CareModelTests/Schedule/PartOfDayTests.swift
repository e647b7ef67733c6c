import CareModel
import Quantities
import Testing

@Suite("Parts of a service day")
struct PartOfDayTests {
  private func date(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

  private func hours(_ iso: String, calendar: ServiceCalendar = LondonDay.calendar) throws -> [Double] {
    let date = try date(iso)
    return PartOfDay.allCases.map { Double($0.interval(on: date, calendar: calendar).length.value) / 3600 }
  }

  @Test("morning from five, midday from eleven, afternoon from two, evening from six until five")
  func ordinaryDay() throws {
    #expect(try hours("2026-11-24") == [6, 3, 4, 11])
    let starts = PartOfDay.allCases.map { $0.interval(on: LondonDay.date, calendar: LondonDay.calendar).start }
    #expect(starts == [0, 6, 9, 13].map { LondonDay.at(hours: $0) })
  }

  @Test("the hour that comes or goes with the clocks is the evening's, whose night it is")
  func clockChange() throws {
    #expect(try hours("2026-10-24") == [6, 3, 4, 12])
    #expect(try hours("2026-10-25") == [6, 3, 4, 11])
    #expect(try hours("2026-03-28") == [6, 3, 4, 10])
    #expect(try hours("2026-03-29") == [6, 3, 4, 11])
  }

  @Test("of a service day from midnight it is the morning's")
  func fromMidnight() throws {
    let calendar = LondonDay.calendar(dayOrigin: LondonDay.clock(0))
    #expect(try hours("2026-11-24", calendar: calendar) == [11, 3, 4, 6])
    #expect(try hours("2026-10-25", calendar: calendar) == [12, 3, 4, 6])
    #expect(try hours("2026-03-29", calendar: calendar) == [10, 3, 4, 6])
  }

  @Test(
    "they fill the day without gap or overlap, and every instant lies in its part",
    arguments: ["2026-11-24", "2026-10-24", "2026-10-25", "2026-03-28", "2026-03-29"])
  func filled(_ iso: String) throws {
    let (date, calendar) = (try date(iso), LondonDay.calendar)
    let day = calendar.day(date)
    let parts = PartOfDay.allCases.map { $0.interval(on: date, calendar: calendar) }
    #expect(parts.first?.start == day.start)
    #expect(parts.last?.end == day.end)
    #expect(zip(parts, parts.dropFirst()).allSatisfy { $0.end == $1.start })
    for part in PartOfDay.allCases {
      let interval = part.interval(on: date, calendar: calendar)
      #expect(PartOfDay.of(interval.start, on: date, calendar: calendar) == part)
      #expect(PartOfDay.of(interval.end - Seconds(1), on: date, calendar: calendar) == part)
    }
  }

  @Test("what lies before the day counts to its morning, what lies after it to its evening")
  func outside() {
    let day = LondonDay.calendar.day(LondonDay.date)
    func part(_ instant: Instant) -> PartOfDay {
      PartOfDay.of(instant, on: LondonDay.date, calendar: LondonDay.calendar)
    }
    #expect(part(day.start - Seconds(1)) == .morning)
    #expect(part(day.end) == .evening)
    #expect(part(day.end + Seconds(86_400)) == .evening)
  }

  @Test("they come in the order of the day")
  func order() {
    #expect(PartOfDay.allCases.sorted() == [.morning, .midday, .afternoon, .evening])
    #expect(PartOfDay.allCases.map(\.place) == [0, 1, 2, 3])
  }
}
