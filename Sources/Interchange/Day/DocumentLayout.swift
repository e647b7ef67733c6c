import CareModel
import Quantities

/// How a canonical document is laid out: its keys one a line, its records one a line, a matrix row by row.
enum DocumentLayout {
  /// The document's text, with a line end at its end.
  static func text(_ members: [(String, String)]) -> String {
    let lines = members.map { "  \(JSONText.quoted($0.0)): \($0.1)" }
    return "{\n" + lines.joined(separator: ",\n") + "\n}\n"
  }

  /// Lists of records by their keys.
  static func lists(_ lists: [(String, [JSONText])]) -> [(String, String)] {
    lists.map { ($0.0, JSONText.array($0.1).lines(depth: 1, indent: "  ")) }
  }

  /// The key `travelMatrices`; nothing where there are none.
  static func matrices(_ matrices: [TravelMatrix]) -> [(String, String)] {
    guard !matrices.isEmpty else { return [] }
    return [("travelMatrices", "[\n" + matrices.map { "    \(matrix($0))" }.joined(separator: ",\n") + "\n  ]")]
  }

  /// The key `calendar`.
  static func calendar(_ calendar: ServiceCalendar) -> JSONText {
    let changes = calendar.changes.map { change in
      JSONText.record([
        JSONMember("from", .text(calendar.iso(change.from))),
        JSONMember("offsetSeconds", .integer(change.offset.value)),
      ])
    }
    return .record([
      JSONMember("zone", .text(calendar.zone)), JSONMember("dayOriginClock", .text(calendar.dayOrigin.description)),
      JSONMember("bankHolidays", .array(calendar.bankHolidays.map { .text($0.description) })),
      JSONMember(
        "utcOffsets",
        .record([
          JSONMember("initialOffsetSeconds", .integer(calendar.initialOffset.value)),
          JSONMember("changes", .array(changes)),
        ])),
    ])
  }

  /// A row of the matrix a line.
  private static func matrix(_ matrix: TravelMatrix) -> String {
    func table(_ numbers: [Int32]) -> String {
      guard matrix.size > 0, !numbers.isEmpty else { return "[]" }
      let rows = stride(from: 0, to: numbers.count, by: matrix.size).map { start in
        "        " + numbers[start..<min(start + matrix.size, numbers.count)].map(String.init).joined(separator: ", ")
      }
      return "[\n" + rows.joined(separator: ",\n") + "\n      ]"
    }
    let metres = matrix.metres.isEmpty ? "" : ",\n      \"metres\": \(table(matrix.metres))"
    return "{\n      \"mode\": \(JSONText.quoted(matrix.mode.rawValue)),\n      \"size\": \(matrix.size),"
      + "\n      \"seconds\": \(table(matrix.seconds))\(metres)\n    }"
  }
}
