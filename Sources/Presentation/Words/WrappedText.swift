/// Sentences on a terminal, broken at blanks where they are too long for a line.
enum WrappedText {
  /// What most terminals show, and a page prints.
  static let width = 100

  /// The line as it is where it fits, and else in several, each behind the first as far in as that and two blanks more. A word
  /// that is longer than a line stays whole.
  static func of(_ line: String) -> String {
    guard DisplayWidth.of(line) > width else { return line }
    let indent = String(line.prefix { $0 == " " })
    var lines: [String] = []
    var current = indent
    for word in line.dropFirst(indent.count).split(separator: " ", omittingEmptySubsequences: false) {
      let isFirst = current.allSatisfy { $0 == " " }
      let longer = isFirst ? current + word : "\(current) \(word)"
      if isFirst || DisplayWidth.of(longer) <= width {
        current = longer
      } else {
        lines.append(current)
        current = "\(indent)  \(word)"
      }
    }
    return (lines + [current]).joined(separator: "\n")
  }

  /// The lines of a cell, none wider than so many columns, each behind the first two blanks in: broken at blanks, and inside a word that
  /// is wider than a line. A line end stays one, and begins anew without blanks.
  static func lines(_ text: String, within columns: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph(String($0), within: columns) }
  }

  private static func paragraph(_ text: String, within columns: Int) -> [String] {
    guard DisplayWidth.of(text) > columns else { return [text] }
    let indent = columns > 8 ? "  " : ""
    var lines: [String] = []
    var current = ""
    for word in text.split(separator: " ") {
      let isBegun = current.contains { $0 != " " }
      if DisplayWidth.of(current) + (isBegun ? 1 : 0) + DisplayWidth.of(String(word)) <= columns {
        current += (isBegun ? " " : "") + word
        continue
      }
      if isBegun {
        lines.append(current)
        current = indent
      }
      for sign in word {
        if DisplayWidth.of(current) + DisplayWidth.of(sign) > columns, current != indent, !current.isEmpty {
          lines.append(current)
          current = indent
        }
        current.append(sign)
      }
    }
    return lines + [current]
  }
}
