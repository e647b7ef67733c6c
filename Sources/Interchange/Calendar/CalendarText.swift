import Quantities

/// Writes a calendar as text (RFC 5545): lines end in CR LF and are folded at 75 octets, times are in UTC.
enum CalendarText {
  /// No line is longer, its end not counted (RFC 5545, 3.1).
  private static let mostOctets = 75

  /// - Parameter notes: what heads the calendar, for people; empty where there is nothing to say.
  static func of(_ events: [CalendarEvent], notes: [String]) -> String {
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Reable//Rota//EN", "CALSCALE:GREGORIAN"]
    if !notes.isEmpty { lines.append("X-WR-CALDESC:\(escaped(notes.joined(separator: " ")))") }
    for event in events { lines += CalendarText.lines(of: event) }
    lines.append("END:VCALENDAR")
    return lines.map { folded($0) + "\r\n" }.joined()
  }

  private static func lines(of event: CalendarEvent) -> [String] {
    let location = event.location.map { ["LOCATION:\(escaped($0))"] } ?? []
    return [
      "BEGIN:VEVENT", "UID:\(escaped(event.uid))", "DTSTAMP:\(time(event.stamp))", "SEQUENCE:\(event.sequence)",
      "DTSTART:\(time(event.start))", "DTEND:\(time(event.end))", "SUMMARY:\(escaped(event.summary))",
    ] + location + [
      "STATUS:\(event.isCancelled ? "CANCELLED" : "CONFIRMED")", "CLASS:PRIVATE", "END:VEVENT",
    ]
  }

  /// `20261124T073000Z`.
  static func time(_ instant: Instant) -> String {
    ZonedReading(instant, offset: .zero).iso.prefix(19).filter { $0 != "-" && $0 != ":" } + "Z"
  }

  /// A text as a value (RFC 5545, 3.3.11); control characters, which may not stand in one, become spaces.
  static func escaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\\", ";", ",": result += "\\\(scalar)"
      case "\n": result += "\\n"
      case "\u{0}"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  /// Broken into lines of 75 octets at most, each but the first behind a space; no character is broken.
  static func folded(_ line: String) -> String {
    var text = String.UnicodeScalarView()
    var octets = 0
    for scalar in line.unicodeScalars {
      let width = UTF8.width(scalar)
      if octets + width > mostOctets {
        text.append(contentsOf: "\r\n ".unicodeScalars)
        octets = 1
      }
      text.append(scalar)
      octets += width
    }
    return String(text)
  }
}
