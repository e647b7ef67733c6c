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
}
