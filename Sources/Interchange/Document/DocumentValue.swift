/// A document as a tree, each value with the place it was read from; JSON and CSV folders both become one.
package struct DocumentValue: Hashable, Sendable {
  package let content: Content
  /// Where in the file: `day.json:14:6`, or `visits.csv:3:12`.
  package let position: SourcePosition

  package init(_ content: Content, at position: SourcePosition) {
    self.content = content
    self.position = position
  }

  /// What stands there.
  package enum Content: Hashable, Sendable {
    case object([Member])
    case array([DocumentValue])
    case text(String)
    /// A number as written, so that no digit is lost before its range is checked.
    case number(String)
    case truth(Bool)
    case null
  }

  /// A key with its value, in the order of the file; keys may be repeated, which is then an error.
  package struct Member: Hashable, Sendable {
    package let key: String
    package let keyPosition: SourcePosition
    package let value: DocumentValue
    package init(key: String, keyPosition: SourcePosition, value: DocumentValue) {
      self.key = key
      self.keyPosition = keyPosition
      self.value = value
    }
  }
}

/// A line and column of a named file, both from 1; columns count characters.
package struct SourcePosition: Hashable, Sendable, CustomStringConvertible {
  package let file: String
  package let line: Int
  package let column: Int
  package init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }
  package var description: String { "\(file):\(line):\(column)" }
}
