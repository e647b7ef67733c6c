import Quantities
import Testing

@Suite("Readings of clocks and calendars")
struct CivilDateTimeTests {
  /// Instants as Python's `datetime.fromisoformat` has them.
  static let instants: [(text: String, epochSeconds: Int)] = [
    ("2026-11-24T07:30:00+00:00", 1_795_505_400),
    ("2026-10-25T01:30:00+01:00", 1_792_888_200),
    ("2026-10-25T01:30:00+00:00", 1_792_891_800),
    ("2026-03-29T02:00:00+01:00", 1_774_746_000),
    ("1969-12-31T23:59:59+00:00", -1),
    ("1970-01-01T00:00:00+14:00", -50_400),
    ("2026-06-01T12:00:00-03:30", 1_780_327_800),
    ("0001-01-01T00:00:00+00:00", -62_135_596_800),
    ("9999-12-31T23:59:59+00:00", 253_402_300_799),
    ("1900-02-28T23:00:00-05:00", -2_203_876_800),
  ]

  @Test("an ISO time with its zone names the instant that Python says, and is written back", arguments: instants)
  func readsISO(_ sample: (text: String, epochSeconds: Int)) throws {
    let reading = try #require(ZonedReading(iso: sample.text))
    #expect(reading.instant.epochSeconds == sample.epochSeconds)
    #expect(!reading.isUniversal)
    #expect(reading.iso == sample.text)
    #expect(ZonedReading(reading.instant, offset: reading.offset) == reading)
  }

  @Test("seconds may be left out, and Z claims no local reading")
  func shortAndUniversal() throws {
    let short = try #require(ZonedReading(iso: "2026-11-24T07:30+00:00"))
    let universal = try #require(ZonedReading(iso: "2026-11-24T07:30:00Z"))
    #expect(short.instant == universal.instant)
    #expect(universal.isUniversal)
    #expect(!short.isUniversal)
    #expect(ZonedReading(iso: "2026-11-24T07:30Z")?.instant == short.instant)
  }

  @Test(
    "a text without zone, or with something else about it, is refused",
    arguments: [
      "", "2026-11-24", "2026-11-24T", "2026-11-24T07:30", "2026-11-24T07:30:00", "2026-11-24 07:30Z",
      "2026-11-24t07:30Z", "2026-11-24T07:30z", "2026-11-24T07:30+0000", "2026-11-24T07:30+00",
      "2026-11-24T07:30+00:0", "2026-11-24T07:30+15:00", "2026-11-24T07:30-24:00", "2026-11-24T07:30+01:60",
      "2026-11-24T07:30+01:00Z", "2026-11-24T07:30ZZ", "2026-11-24T24:00Z", "2026-02-30T07:30Z", "T07:30Z",
      "2026-11-24T07:30.5Z", "2026-11-24T07:30:00,0Z", "2026-11-24T07Z", "2026-11-24T07:30++1:00",
    ])
  func refusesISO(_ text: String) {
    #expect(ZonedReading(iso: text) == nil)
  }

  @Test("a reading and its instant are each other's on both sides of the epoch and of midnight")
  func roundTrip() {
    for offset in [-39_600, -12_600, -3600, 0, 3600, 20_700, 50_400] {
      for seconds in [-86_401, -86_400, -86_399, -1, 0, 1, 86_399, 86_400, 86_401, 1_795_505_400] {
        let instant = Instant(epochSeconds: seconds)
        let reading = CivilDateTime(instant, offset: Seconds(offset))
        #expect(reading.instant(offset: Seconds(offset)) == instant, "\(seconds) at \(offset)")
      }
    }
    let lastSecond = CivilDateTime(Instant(epochSeconds: -1), offset: .zero)
    #expect(lastSecond.description == "1969-12-31 23:59:59")
  }

  @Test("readings are ordered by day, then by clock")
  func order() throws {
    let day = try #require(CivilDate(iso: "2026-11-24"))
    let (early, late) = (ClockTime(wrapping: 3600), ClockTime(wrapping: 7200))
    let readings = [
      CivilDateTime(date: day, time: early), CivilDateTime(date: day, time: late),
      CivilDateTime(date: day.adding(days: 1), time: early),
    ]
    #expect(readings.reversed().sorted() == readings)
  }

  @Test("an offset with seconds is still the same instant when written and read again")
  func offsetWithSeconds() throws {
    for seconds in [-75, -59, 1, 75, 3661] {
      let instant = Instant(epochSeconds: -3_852_662_325)
      let written = ZonedReading(instant, offset: Seconds(seconds)).iso
      let read = try #require(ZonedReading(iso: written), "\(written)")
      #expect(read.instant == instant, "\(written)")
    }
  }
}
