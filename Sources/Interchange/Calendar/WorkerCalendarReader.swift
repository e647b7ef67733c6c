package import CareModel
package import Quantities

/// What came of reading a calendar back: its events, or what is wrong with it.
package struct WorkerCalendarReading: Hashable, Sendable {
  package let events: [CalendarEvent]
  package let problems: [InputProblem]
}

/// Reads back a calendar that was written before, so that changes of it can be told.
///
/// It reads what we write, also after a calendar program has passed it on: lines folded elsewhere and properties that we don't
/// know do no harm, an event without its time in UTC refuses the file.
package enum WorkerCalendarReader {
  /// A calendar that has been changed more often was not written by us.
  private static let mostChanges = 1_000_000

  /// - Parameters:
  ///   - file: the name that stands in messages.
  ///   - asOf: when the calendar that is to follow was made; a later one is refused.
  package static func read(_ bytes: [UInt8], file: String, before asOf: Instant) -> WorkerCalendarReading {
    let lines = unfolded(String(decoding: bytes, as: UTF8.self))
    guard let first = lines.first, first.text == "BEGIN:VCALENDAR", lines.last?.text == "END:VCALENDAR" else {
      return WorkerCalendarReading(
        events: [], problems: [problem(file, line: 1, found: "", expected: "a calendar of reable export")])
    }
    var events: [CalendarEvent] = []
    var problems: [InputProblem] = []
    var open: (line: Int, values: [String: String])?
    for (number, text) in lines {
      switch text {
      case "BEGIN:VEVENT": open = (number, [:])
      case "END:VEVENT":
        guard let (line, values) = open else { continue }
        open = nil
        guard let event = event(values) else {
          problems.append(
            problem(
              file, line: line, found: "an event",
              expected: "UID, DTSTAMP, DTSTART and DTEND in UTC, SUMMARY and SEQUENCE are needed"))
          continue
        }
        events.append(event)
      default:
        let name = text.prefix { $0 != ":" && $0 != ";" }
        guard open != nil, let colon = text.firstIndex(of: ":") else { continue }
        open?.values[name.uppercased()] = String(text[text.index(after: colon)...])
      }
    }
    if let newest = events.map(\.stamp).max(), newest > asOf {
      problems.append(
        InputProblem(
          code: "calendar.later", location: file, found: "changes as of \(CalendarText.time(newest))",
          expected: "calendars of a rota made before this one, as of \(CalendarText.time(asOf))",
          suggestion: "this rota is out of date: a newer one has been handed out"))
    }
    return WorkerCalendarReading(events: problems.isEmpty ? events : [], problems: problems)
  }

  private static func problem(_ file: String, line: Int, found: String, expected: String) -> InputProblem {
    InputProblem(code: "calendar.unreadable", location: "\(file):\(line)", found: found, expected: expected)
  }

  /// Lines with those that go on behind a space joined to what they go on from; each with where it begins, from 1.
  private static func unfolded(_ text: String) -> [(number: Int, text: String)] {
    var lines: [(number: Int, text: String)] = []
    let ends: Set<Character> = ["\n", "\r\n", "\r"]
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: ends.contains).enumerated() {
      let scalars = line.unicodeScalars
      if let mark = scalars.first, mark == " " || mark == "\t", !lines.isEmpty {
        lines[lines.count - 1].text.unicodeScalars.append(contentsOf: scalars.dropFirst())
      } else if !scalars.isEmpty {
        lines.append((index + 1, String(line)))
      }
    }
    return lines
  }

  private static func event(_ values: [String: String]) -> CalendarEvent? {
    guard let uid = values["UID"], let stamp = time(values["DTSTAMP"]), let start = time(values["DTSTART"]),
      let end = time(values["DTEND"]), let summary = values["SUMMARY"],
      let sequence = values["SEQUENCE"].flatMap({ Int($0) }), (0...mostChanges).contains(sequence)
    else { return nil }
    return CalendarEvent(
      uid: unescaped(uid), stamp: stamp, sequence: sequence, start: start, end: end, summary: unescaped(summary),
      location: values["LOCATION"].map(unescaped), isCancelled: values["STATUS"] == "CANCELLED")
  }

  /// `20261124T073000Z` and nothing else.
  private static func time(_ text: String?) -> Instant? {
    guard let signs = text.map(Array.init), signs.count == 16 else { return nil }
    func part(_ range: Range<Int>) -> String { String(signs[range]) }
    let iso =
      "\(part(0..<4))-\(part(4..<6))-\(part(6..<8))\(part(8..<11)):\(part(11..<13)):\(part(13..<16))"
    return ZonedReading(iso: iso).flatMap { $0.isUniversal ? $0.instant : nil }
  }

  private static func unescaped(_ value: String) -> String {
    var text = String.UnicodeScalarView()
    var isMarked = false
    for scalar in value.unicodeScalars {
      if isMarked {
        text.append(scalar == "n" || scalar == "N" ? "\n" : scalar)
        isMarked = false
      } else if scalar == "\\" {
        isMarked = true
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }
}
