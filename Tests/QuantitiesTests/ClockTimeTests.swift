import Quantities
import Testing

@Suite("Clock times")
struct ClockTimeTests {
  @Test("each minute of the day is read from its text and written back")
  func everyMinute() {
    var wrong: [String] = []
    for minute in 0..<1440 {
      let time = ClockTime(wrapping: minute * 60)
      if ClockTime(time.description) != time || time.hour * 60 + time.minute != minute || time.second != 0
        || ClockTime(hour: time.hour, minute: time.minute) != time || time.description.utf8.count != 5
      {
        wrong.append(time.description)
      }
    }
    #expect(wrong == [])
  }

  @Test("seconds are read, and written only where they are not zero")
  func seconds() throws {
    let time = try #require(ClockTime("07:30:15"))
    #expect((time.hour, time.minute, time.second) == (7, 30, 15))
    #expect(time.secondsOfDay == 27_015)
    #expect(time.description == "07:30:15")
    #expect(ClockTime("07:30:00")?.description == "07:30")
    #expect(ClockTime("23:59:59")?.secondsOfDay == 86_399)
  }

  @Test(
    "a text that isn't a time on the clock is refused",
    arguments: [
      "", "7:30", "07.30", "0730", "24:00", "07:60", "07:30:60", "07:30:1", "07:30:", "07:30:15:00", "-1:30", "+7:30",
      "07:3O", "07:30 ", " 07:30", "07:30am", "07-30", "٠٧:٣٠", "07:30-15", "99:99",
    ])
  func refuses(_ text: String) {
    #expect(ClockTime(text) == nil)
  }

  @Test("hours, minutes and seconds off the clock's face are refused")
  func offTheFace() {
    #expect(ClockTime(hour: 24, minute: 0) == nil)
    #expect(ClockTime(hour: -1, minute: 0) == nil)
    #expect(ClockTime(hour: 0, minute: 60) == nil)
    #expect(ClockTime(hour: 0, minute: 0, second: 60) == nil)
    #expect(ClockTime(hour: 23, minute: 59, second: 59)?.secondsOfDay == 86_399)
  }

  @Test("seconds are taken round the clock, backwards too")
  func wrapping() {
    #expect(ClockTime(wrapping: 86_400).secondsOfDay == 0)
    #expect(ClockTime(wrapping: -1).secondsOfDay == 86_399)
    #expect(ClockTime(wrapping: 3 * 86_400 + 61).description == "00:01:01")
    #expect(ClockTime(wrapping: Int.min).secondsOfDay >= 0)
  }

  @Test("earlier on the clock's face is smaller")
  func order() throws {
    let early = try #require(ClockTime("05:00"))
    let late = try #require(ClockTime("05:00:01"))
    #expect(early < late)
    #expect(!(late < early))
  }
}
