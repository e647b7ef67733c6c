/// A time of day on the wall clock, to the second, without a day or zone.
package struct ClockTime: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Seconds on the clock's face since 00:00, 0 to 86,399.
  package let secondsOfDay: Int

  /// Nil outside 00:00:00 to 23:59:59.
  package init?(hour: Int, minute: Int, second: Int = 0) {
    guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second) else { return nil }
    secondsOfDay = hour * 3600 + minute * 60 + second
  }

  /// Takes any number of seconds round the clock.
  package init(wrapping seconds: Int) {
    secondsOfDay = ((seconds % 86_400) + 86_400) % 86_400
  }

  /// Reads `07:30` or `07:30:15`; nil for any other text.
  package init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 5 || bytes.count == 8, bytes[2] == UInt8(ascii: ":"),
      let hour = DecimalDigits.value(of: bytes[0..<2]), let minute = DecimalDigits.value(of: bytes[3..<5])
    else { return nil }
    var second = 0
    if bytes.count == 8 {
      guard bytes[5] == UInt8(ascii: ":"), let read = DecimalDigits.value(of: bytes[6..<8]) else { return nil }
      second = read
    }
    self.init(hour: hour, minute: minute, second: second)
  }

  package var hour: Int { secondsOfDay / 3600 }
  package var minute: Int { secondsOfDay / 60 % 60 }
  package var second: Int { secondsOfDay % 60 }

  package static func < (left: ClockTime, right: ClockTime) -> Bool { left.secondsOfDay < right.secondsOfDay }

  /// `07:30`, with seconds only where they are not zero.
  package var description: String {
    let short = "\(CivilDate.padded(hour)):\(CivilDate.padded(minute))"
    return second == 0 ? short : short + ":" + CivilDate.padded(second)
  }
}
