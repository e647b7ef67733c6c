extension JSONParser {
  /// Longest text that a document may hold, in bytes.
  static let longestText = 10_000
  /// Most characters that a number may be written with.
  static let longestNumber = 40

  /// Reads a text in quotation marks.
  mutating func string() throws(JSONSyntaxError) -> String {
    let start = position
    index += 1
    var text: [UInt8] = []
    while true {
      guard let byte = peek else {
        throw JSONSyntaxError(
          kind: .syntax, position: start, found: "the end of the file", expected: "this text has no closing \"")
      }
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        guard let decoded = String(validating: text, as: UTF8.self) else {
          throw JSONSyntaxError(
            kind: .encoding, position: start, found: "bytes that are not UTF-8", expected: "text in UTF-8 is expected",
            suggestion: "save the file again as UTF-8")
        }
        return decoded
      case UInt8(ascii: "\\"): text += Array(String(try escape()).utf8)
      case 0..<0x20:
        throw error(
          .syntax, found: shown(), expected: "line ends, tabs and other control characters are not allowed in a text",
          suggestion: "the closing \" is missing")
      default:
        if byte & 0xC0 == 0x80 { continuationBytes += 1 }
        text.append(byte)
        index += 1
      }
      guard text.count <= Self.longestText else {
        throw JSONSyntaxError(
          kind: .tooLarge, position: start, found: "a longer text",
          expected: "a text has at most \(Self.longestText) bytes")
      }
    }
  }

  private mutating func escape() throws(JSONSyntaxError) -> Unicode.Scalar {
    let start = index
    index += 1
    guard let byte = peek else {
      throw error(.syntax, found: "the end of the file", expected: "a character is expected after \\")
    }
    index += 1
    switch byte {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape(from: start)
    default:
      index = start
      throw error(
        .escape, found: shown(), expected: "after \\ stands one of \" \\ / b f n r t u",
        suggestion: "write \\\\ for a backslash")
    }
  }

  /// Two escapes in a row may spell one character above U+FFFF (surrogates).
  private mutating func unicodeEscape(from start: Int) throws(JSONSyntaxError) -> Unicode.Scalar {
    let first = try hexadecimal(from: start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    if first < 0xDC00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) {
      let second = try hexadecimal(from: start)
      if (0xDC00...0xDFFF).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
      {
        return scalar
      }
    }
    index = start
    throw error(.escape, found: shown(), expected: "half of a surrogate pair is no character")
  }

  private mutating func hexadecimal(from start: Int) throws(JSONSyntaxError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        index = start
        throw error(.escape, found: shown(), expected: "four hexadecimal digits are expected after \\u")
      }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    return value
  }

  /// Reads a number and keeps it as written.
  mutating func number() throws(JSONSyntaxError) -> String {
    let start = index
    var isRight = true
    _ = take(UInt8(ascii: "-"))
    let leading = peek
    let whole = digits()
    isRight = whole > 0 && (whole == 1 || leading != UInt8(ascii: "0"))
    if take(UInt8(ascii: ".")) { isRight = digits() > 0 && isRight }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "-")) { _ = take(UInt8(ascii: "+")) }
      isRight = digits() > 0 && isRight
    }
    guard isRight, index - start <= Self.longestNumber else {
      let end = index
      index = start
      throw error(
        .number, found: end - start > Self.longestNumber ? "a number of \(end - start) characters" : shown(),
        expected: "a number is written like 42, -7 or 2.5, without leading zeros")
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func digits() -> Int {
    let start = index
    while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { index += 1 }
    return index - start
  }
}
