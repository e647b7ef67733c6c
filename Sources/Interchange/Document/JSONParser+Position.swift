extension JSONParser {
  /// The byte that comes next; nil at the end.
  var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// Where the next byte stands.
  var position: SourcePosition {
    SourcePosition(file: file, line: line, column: index - lineStart - continuationBytes + 1)
  }

  /// Steps over a byte if it is the one.
  mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    index += 1
    return true
  }

  /// Steps over spaces, tabs and line ends.
  mutating func skipSpace() {
    while let byte = peek {
      switch byte {
      case 0x20, 0x09, 0x0D: index += 1
      case 0x0A:
        index += 1
        line += 1
        lineStart = index
        continuationBytes = 0
      default: return
      }
    }
  }

  /// What stands at the next byte, short enough to be printed.
  func shown() -> String {
    guard index < bytes.count else { return "the end of the file" }
    let rest = bytes[index..<min(bytes.count, index + 20)]
    let visible = rest.prefix { $0 >= 0x20 && $0 < 0x7F }
    guard let first = rest.first else { return "the end of the file" }
    if visible.isEmpty { return "the byte \(first)" }
    return String(decoding: visible, as: UTF8.self)
  }

  /// A mistake at the next byte.
  func error(
    _ kind: JSONSyntaxError.Kind, found: String, expected: String, suggestion: String? = nil
  ) -> JSONSyntaxError {
    JSONSyntaxError(kind: kind, position: position, found: found, expected: expected, suggestion: suggestion)
  }
}
