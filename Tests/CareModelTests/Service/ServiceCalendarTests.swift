import CareModel
import Quantities
import Testing

@Suite("The service's calendar")
struct ServiceCalendarTests {
  private let calendar = LondonDay.calendar

  private func date(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso)) }

  private func local(_ iso: String, _ hour: Int, _ minute: Int = 0, second: Int = 0) throws -> CivilDateTime {
    let time = try #require(ClockTime(hour: hour, minute: minute, second: second))
    return CivilDateTime(date: try date(iso), time: time)
  }

  @Test("service days begin at 05:00 by the clock, as a time zone database says")
  func starts() throws {
    let expected = [
      ("2026-03-28", 1_774_674_000), ("2026-03-29", 1_774_756_800), ("2026-10-24", 1_792_814_400),
      ("2026-10-25", 1_792_904_400), ("2026-11-24", 1_795_496_400),
    ]
    for (iso, seconds) in expected {
      #expect(calendar.start(of: try date(iso)) == Instant(epochSeconds: seconds), "\(iso)")
    }
  }

  @Test("the service day of 24 October 2026 has 25 hours, that of 28 March 23, and every other day of the year 24")
  func lengthsOfDays() throws {
    #expect(calendar.day(try date("2026-10-24")).length == Seconds(90_000))
    #expect(calendar.day(try date("2026-10-25")).length == Seconds(86_400))
    #expect(calendar.day(try date("2026-03-28")).length == Seconds(82_800))
    let year = try date("2026-01-01").daysSinceEpoch...date("2026-12-31").daysSinceEpoch
    let lengths = year.map { calendar.day(CivilDate(daysSinceEpoch: $0)).length.value }
    #expect(lengths.filter { $0 == 86_400 }.count == 363)
    #expect(lengths.reduce(0, +) == 365 * 86_400)
  }

  @Test("each day ends at the instant at which the next begins")
  func daysMeet() throws {
    for days in try date("2026-01-01").daysSinceEpoch...date("2026-12-31").daysSinceEpoch {
      let day = CivilDate(daysSinceEpoch: days)
      #expect(calendar.day(day).end == calendar.day(day.adding(days: 1)).start)
    }
  }

  @Test("a reading that the clocks show twice is named with both instants, and the first is taken")
  func doubled() throws {
    let first = Instant(epochSeconds: 1_792_888_200)
    let second = Instant(epochSeconds: 1_792_891_800)
    let reading = calendar.reading(try local("2026-10-25", 1, 30))
    #expect(reading == .twice(first: first, second: second))
    #expect(reading.instant == first)
    #expect(calendar.offset(at: first) == Seconds(3600))
    #expect(calendar.iso(first) == "2026-10-25T01:30:00+01:00")
    #expect(calendar.iso(second) == "2026-10-25T01:30:00+00:00")
  }

  @Test("the doubled hour goes from 01:00 to the last second before 02:00")
  func edgesOfTheDoubledHour() throws {
    #expect(calendar.reading(try local("2026-10-25", 0, 59, second: 59)) == .once(Instant(epochSeconds: 1_792_886_399)))
    let first = calendar.reading(try local("2026-10-25", 1))
    #expect(
      first == .twice(first: Instant(epochSeconds: 1_792_886_400), second: Instant(epochSeconds: 1_792_890_000)))
    let last = calendar.reading(try local("2026-10-25", 1, 59, second: 59))
    #expect(
      last == .twice(first: Instant(epochSeconds: 1_792_889_999), second: Instant(epochSeconds: 1_792_893_599)))
    #expect(calendar.reading(try local("2026-10-25", 2)) == .once(Instant(epochSeconds: 1_792_893_600)))
  }

  @Test("a reading that the clocks skip is missing, from 01:00 to the last second before 02:00")
  func missing() throws {
    #expect(calendar.reading(try local("2026-03-29", 0, 59, second: 59)) == .once(Instant(epochSeconds: 1_774_745_999)))
    #expect(calendar.reading(try local("2026-03-29", 1)) == .missing)
    #expect(calendar.reading(try local("2026-03-29", 1, 30)).instant == nil)
    #expect(calendar.reading(try local("2026-03-29", 1, 59, second: 59)) == .missing)
    #expect(calendar.reading(try local("2026-03-29", 2)) == .once(Instant(epochSeconds: 1_774_746_000)))
  }

  @Test("what the clocks show is read back as the same instant, or as one of two, through both changes")
  func readingAndShowingAgree() {
    for change in [1_774_746_000, 1_792_890_000] {
      for step in -60...60 {
        let instant = Instant(epochSeconds: change + step * 300)
        switch calendar.reading(calendar.local(instant)) {
        case .once(let only): #expect(only == instant)
        case .twice(let first, let second):
          #expect([first, second].contains(instant))
          #expect(second - first == Seconds(3600))
        case .missing: Issue.record("the clocks show \(calendar.local(instant)), which is read as missing")
        }
      }
    }
  }

  @Test("an instant before 05:00 belongs to the service day that began the day before")
  func serviceDateBeforeDawn() throws {
    let start = Instant(epochSeconds: 1_795_496_400)
    #expect(calendar.serviceDate(of: start) == LondonDay.date)
    #expect(calendar.serviceDate(of: start - Seconds(1)) == LondonDay.date.adding(days: -1))
    #expect(calendar.serviceDate(of: start + Seconds(86_399)) == LondonDay.date)
    #expect(calendar.serviceDate(of: start + Seconds(86_400)) == LondonDay.date.adding(days: 1))
  }

  @Test("each second named lies in the day that is named for it, through the nights of both changes")
  func serviceDateAgreesWithDays() throws {
    for change in [1_774_746_000, 1_792_890_000] {
      for step in -400...400 {
        let instant = Instant(epochSeconds: change + step * 300)
        let day = calendar.day(calendar.serviceDate(of: instant))
        #expect(day.start <= instant && instant < day.end, "\(calendar.iso(instant))")
      }
    }
  }

  @Test("a clock time before 05:00 on a service day is in its night; both readings of the long night are offered")
  func clockTimesOfAServiceDay() throws {
    let day = try date("2026-10-24")
    let evening = calendar.reading(LondonDay.clock(22), onServiceDay: day)
    #expect(evening == calendar.reading(try local("2026-10-24", 22)))
    #expect(calendar.reading(LondonDay.clock(5), onServiceDay: day).instant == calendar.day(day).start)
    #expect(
      calendar.reading(LondonDay.clock(4, 59), onServiceDay: day).instant == calendar.day(day).end - Minutes(1))
    let night = calendar.reading(LondonDay.clock(1, 15), onServiceDay: day)
    guard case .twice(let first, let second) = night else {
      Issue.record("01:15 in the night of 24 October comes twice, not \(night)")
      return
    }
    #expect(calendar.day(day).contains(first) && calendar.day(day).contains(second))
    #expect(second - first == Seconds(3600))
  }

  @Test("a day's origin that the clocks skip moves to the first reading after the gap")
  func skippedOrigin() throws {
    for (hour, minute) in [(1, 0), (1, 3), (1, 30), (1, 59)] {
      let early = LondonDay.calendar(dayOrigin: LondonDay.clock(hour, minute))
      #expect(early.start(of: try date("2026-03-29")) == Instant(epochSeconds: 1_774_746_000), "\(hour):\(minute)")
    }
  }

  @Test("a day's origin skipped over midnight still lies between its neighbours")
  func originSkippedOverMidnight() throws {
    let changes = [
      ServiceCalendar.OffsetChange(from: Instant(epochSeconds: 86_400 * 100 - 1800), offset: Seconds(3600))
    ]
    let calendar = ServiceCalendar(
      zone: "Nowhere", initialOffset: .zero, changes: changes, dayOrigin: LondonDay.clock(23, 45))
    let starts = (97...102).map { calendar.start(of: CivilDate(daysSinceEpoch: $0)) }
    #expect(starts == starts.sorted())
    #expect(Set(starts).count == starts.count)
    #expect(starts[2] == Instant(epochSeconds: 86_400 * 100 - 1800))
  }

  @Test("bank holidays are the days given and no others")
  func bankHolidays() throws {
    #expect(calendar.isBankHoliday(try date("2026-12-25")))
    #expect(calendar.isBankHoliday(try date("2026-12-28")))
    #expect(!calendar.isBankHoliday(try date("2026-12-26")))
    #expect(!calendar.isBankHoliday(LondonDay.date))
  }

  @Test("a bank holiday is a service day like any other: it has its 24 hours and its clock times")
  func bankHolidayIsADay() throws {
    let day = calendar.day(try date("2026-12-25"))
    #expect(day.length == Seconds(86_400))
    #expect(calendar.serviceDate(of: day.start) == (try date("2026-12-25")))
  }

  @Test("the order in which changes and holidays are given doesn't matter")
  func orderOfGiving() {
    let turned = ServiceCalendar(
      zone: calendar.zone, initialOffset: calendar.initialOffset, changes: calendar.changes.reversed(),
      bankHolidays: calendar.bankHolidays.reversed(), dayOrigin: calendar.dayOrigin)
    #expect(turned == calendar)
  }

  @Test("an instant is written with the offset that the clocks have then")
  func iso() {
    #expect(calendar.iso(Instant(epochSeconds: 1_795_505_400)) == "2026-11-24T07:30:00+00:00")
    #expect(calendar.iso(Instant(epochSeconds: 1_774_746_000)) == "2026-03-29T02:00:00+01:00")
    #expect(calendar.iso(Instant(epochSeconds: 1_774_745_999)) == "2026-03-29T00:59:59+00:00")
  }
}
