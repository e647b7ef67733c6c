/// A JSON value to be written: keys in the order given, so that the text is the same every time.
package enum JSONText: Hashable, Sendable {
  case object([JSONMember])
  case array([JSONText])
  case text(String)
  case integer(Int)
  case truth(Bool)
  case null

  /// On one line, with a space after each colon and comma.
  package var line: String {
    switch self {
    case .object(let members):
      "{" + members.map { "\(JSONText.quoted($0.key)): \($0.value.line)" }.joined(separator: ", ") + "}"
    case .array(let items): "[" + items.map(\.line).joined(separator: ", ") + "]"
    case .text(let text): JSONText.quoted(text)
    case .integer(let number): String(number)
    case .truth(let truth): truth ? "true" : "false"
    case .null: "null"
    }
  }

  /// Over several lines down to a depth, each value below it on one line; two spaces a level.
  package func lines(depth: Int, indent: String = "") -> String {
    let inner = indent + "  "
    switch self {
    case .object(let members) where depth > 0 && !members.isEmpty:
      let rows = members.map {
        "\(inner)\(JSONText.quoted($0.key)): \($0.value.lines(depth: depth - 1, indent: inner))"
      }
      return "{\n" + rows.joined(separator: ",\n") + "\n\(indent)}"
    case .array(let items) where depth > 0 && !items.isEmpty:
      let rows = items.map { inner + $0.lines(depth: depth - 1, indent: inner) }
      return "[\n" + rows.joined(separator: ",\n") + "\n\(indent)]"
    default: return line
    }
  }

  /// In quotation marks, with everything escaped that JSON or a web page would misread.
  package static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\u{0}"..<" ", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

/// A key with its value.
package struct JSONMember: Hashable, Sendable {
  package let key: String
  package let value: JSONText
  package init(_ key: String, _ value: JSONText) {
    self.key = key
    self.value = value
  }
}

extension JSONText {
  /// An object of the members that are there.
  package static func record(_ members: [JSONMember?]) -> JSONText { .object(members.compactMap { $0 }) }
}
