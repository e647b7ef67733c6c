package import Quantities

extension Minutes {
  /// `45 min`, `3 h`, `3 h 20`.
  package var spoken: String {
    guard value >= 60 else { return "\(value) min" }
    return value % 60 == 0 ? "\(value / 60) h" : "\(value / 60) h \(value % 60 < 10 ? "0" : "")\(value % 60)"
  }
}

extension Seconds {
  /// In started minutes.
  package var spoken: String { startedMinutes.spoken }
}

extension Metres {
  /// `0.4 km`, `12.3 km`, rounded to the nearest hundred metres.
  package var spoken: String {
    let tenths = (max(0, value) + 50) / 100
    return "\(tenths / 10).\(tenths % 10) km"
  }
}

extension Pence {
  /// `£1,204.50`.
  package var spoken: String {
    let magnitude = value.magnitude
    let rest = magnitude % 100
    return "\(value < 0 ? "-" : "")£\(Count.grouped(magnitude / 100)).\(rest < 10 ? "0" : "")\(rest)"
  }
}

/// Counted things in words.
package enum Count {
  /// `1 call`, `7 calls`.
  package static func of(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(grouped(number.magnitude)) \(number == 1 ? one : many ?? one + "s")"
  }

  /// `1,204,500`.
  package static func grouped(_ number: UInt) -> String {
    let digits = Array(String(number))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
