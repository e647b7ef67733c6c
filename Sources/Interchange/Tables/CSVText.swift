/// Rows written as comma-separated values (RFC 4180): CR LF after each, quotes only where they are needed.
package struct CSVText: Hashable, Sendable {
  package private(set) var text = ""

  package init() {}

  /// Adds one row.
  package mutating func add(_ cells: [String]) {
    text += cells.map(CSVText.cell).joined(separator: ",") + "\r\n"
  }

  /// A text as one cell.
  static func cell(_ text: String) -> String {
    let marks: Set<Unicode.Scalar> = [",", ";", "\t", "\"", "\n", "\r"]
    let isEdged = text.first?.isWhitespace == true || text.last?.isWhitespace == true
    guard isEdged || text.unicodeScalars.contains(where: marks.contains) else { return text }
    let doubled = text.unicodeScalars.reduce(into: "") { result, scalar in
      result += scalar == "\"" ? "\"\"" : String(scalar)
    }
    return "\"\(doubled)\""
  }
}

extension String {
  /// Short enough to be printed in a message.
  var shortened: String { count > 80 ? "\(prefix(80))…" : self }
}
