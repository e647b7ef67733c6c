/// Reads JSON (RFC 8259) into a tree that knows the line and column of every value.
///
/// Own code, because the tree must carry positions and repeated keys, numbers must keep their digits, and no input may
/// cost more than its length: depth, size and number of values are bounded. It stops at the first mistake, behind
/// which nothing can be trusted.
///
/// - Complexity: linear in the number of bytes.
package struct JSONParser {
  /// How much a document may hold.
  package struct Limits: Sendable {
    /// Arrays and objects within one another.
    package var depth = 64
    /// Values of any kind in the whole document.
    package var values = 3_000_000
    /// Bytes of the whole document.
    package var bytes = 128 << 20

    package init() {}
  }

  let bytes: [UInt8]
  let file: String
  let limits: Limits
  var index = 0
  var line = 1
  /// Index of the line's first byte.
  var lineStart = 0
  /// Bytes of this line that continue a character, which columns do not count.
  var continuationBytes = 0
  var valueCount = 0

  private init(bytes: [UInt8], file: String, limits: Limits) {
    self.bytes = bytes
    self.file = file
    self.limits = limits
  }

  /// Reads a whole document.
  ///
  /// - Parameter file: the name that stands in positions.
  /// - Throws: what is wrong, where, and what would be right.
  package static func parse(
    _ bytes: [UInt8], file: String, limits: Limits = Limits()
  ) throws(JSONSyntaxError) -> DocumentValue {
    var parser = JSONParser(bytes: bytes, file: file, limits: limits)
    return try parser.document()
  }

  private mutating func document() throws(JSONSyntaxError) -> DocumentValue {
    guard bytes.count <= limits.bytes else {
      throw error(.tooLarge, found: "\(bytes.count) bytes", expected: "a document has at most \(limits.bytes) bytes")
    }
    try refuseOtherEncodings()
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      index = 3
      lineStart = 3
    }
    skipSpace()
    guard index < bytes.count else {
      throw error(.empty, found: "", expected: "a JSON object is expected; the file is empty")
    }
    let root = try value(depth: 0)
    skipSpace()
    guard index == bytes.count else {
      throw error(.syntax, found: shown(), expected: "nothing may follow the end of the document")
    }
    return root
  }

  /// UTF-16 and UTF-32 betray themselves by their first bytes.
  private func refuseOtherEncodings() throws(JSONSyntaxError) {
    let isMarked = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    if isMarked || bytes.prefix(4).contains(0) {
      throw error(
        .encoding, found: "bytes that are not UTF-8", expected: "text in UTF-8 is expected",
        suggestion: "save the file again as UTF-8")
    }
  }

  private mutating func value(depth: Int) throws(JSONSyntaxError) -> DocumentValue {
    let position = position
    valueCount += 1
    guard valueCount <= limits.values else {
      throw error(.tooLarge, found: shown(), expected: "a document has at most \(limits.values) values")
    }
    guard let byte = peek else {
      throw error(.syntax, found: "the end of the file", expected: "a value is expected")
    }
    switch byte {
    case UInt8(ascii: "{"): return DocumentValue(.object(try members(depth: depth + 1)), at: position)
    case UInt8(ascii: "["): return DocumentValue(.array(try items(depth: depth + 1)), at: position)
    case UInt8(ascii: "\""): return DocumentValue(.text(try string()), at: position)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return DocumentValue(.number(try number()), at: position)
    default: return DocumentValue(try literal(), at: position)
    }
  }

  private mutating func members(depth: Int) throws(JSONSyntaxError) -> [DocumentValue.Member] {
    try open(depth: depth)
    var members: [DocumentValue.Member] = []
    if take(UInt8(ascii: "}")) { return members }
    while true {
      let keyPosition = position
      guard peek == UInt8(ascii: "\"") else {
        throw error(.syntax, found: shown(), expected: "a key in double quotation marks is expected")
      }
      let key = try string()
      skipSpace()
      guard take(UInt8(ascii: ":")) else {
        throw error(.syntax, found: shown(), expected: "a colon is expected after the key \"\(key.prefix(60))\"")
      }
      skipSpace()
      members.append(.init(key: key, keyPosition: keyPosition, value: try value(depth: depth)))
      skipSpace()
      if take(UInt8(ascii: "}")) { return members }
      try comma(or: "}")
    }
  }

  private mutating func items(depth: Int) throws(JSONSyntaxError) -> [DocumentValue] {
    try open(depth: depth)
    var items: [DocumentValue] = []
    if take(UInt8(ascii: "]")) { return items }
    while true {
      items.append(try value(depth: depth))
      skipSpace()
      if take(UInt8(ascii: "]")) { return items }
      try comma(or: "]")
    }
  }

  private mutating func open(depth: Int) throws(JSONSyntaxError) {
    guard depth <= limits.depth else {
      throw error(.tooDeep, found: shown(), expected: "values may stand at most \(limits.depth) deep in one another")
    }
    index += 1
    skipSpace()
  }

  private mutating func comma(or end: Character) throws(JSONSyntaxError) {
    guard take(UInt8(ascii: ",")) else {
      throw error(.syntax, found: shown(), expected: "a comma or \(end) is expected")
    }
    skipSpace()
    if peek == UInt8(ascii: "]") || peek == UInt8(ascii: "}") {
      throw error(
        .syntax, found: shown(), expected: "a value is expected after a comma",
        suggestion: "the comma before it is one too many")
    }
  }

  private mutating func literal() throws(JSONSyntaxError) -> DocumentValue.Content {
    for (word, content) in Self.literals where bytes[index...].starts(with: word) {
      index += word.count
      return content
    }
    let isCode = index == 0 || (index == 3 && lineStart == 3)
    throw error(
      isCode ? .notJSON : .syntax, found: shown(),
      expected: isCode ? "a JSON object is expected, which begins with {" : "a JSON value is expected")
  }

  private static let literals: [([UInt8], DocumentValue.Content)] = [
    (Array("true".utf8), .truth(true)), (Array("false".utf8), .truth(false)), (Array("null".utf8), .null),
  ]
}
