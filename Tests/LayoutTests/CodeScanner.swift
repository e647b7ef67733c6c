/// Blanks out the comments and the letters of string literals in Swift source text, so that what remains is code.
///
/// Every line and every byte keeps its place; code inside an interpolation remains.
struct CodeScanner {
  private let bytes: [UInt8]
  private var code: [UInt8]
  private var position = 0

  /// The code of `source`, with blanks for the rest.
  static func code(of source: String) -> String {
    var scanner = CodeScanner(source)
    while scanner.position < scanner.bytes.count { scanner.scanCode() }
    return String(decoding: scanner.code, as: UTF8.self)
  }

  private init(_ source: String) {
    bytes = Array(source.utf8)
    code = bytes.map { $0 == Self.newline ? Self.newline : Self.blank }
  }

  private static let newline = UInt8(ascii: "\n")
  private static let blank = UInt8(ascii: " ")
  private static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")

  private func at(_ index: Int) -> UInt8? {
    index < bytes.count ? bytes[index] : nil
  }

  private func has(_ text: StaticString, at start: Int) -> Bool {
    text.withUTF8Buffer { wanted in
      wanted.indices.allSatisfy { at(start + $0) == wanted[$0] }
    }
  }

  private func hashes(at start: Int) -> Int {
    var count = 0
    while at(start + count) == UInt8(ascii: "#") { count += 1 }
    return count
  }

  /// Scans to the end of the text, or to the parenthesis that closes an interpolation.
  private mutating func scanCode() {
    var depth = 0
    while let byte = at(position) {
      if has("//", at: position) {
        while let next = at(position), next != Self.newline { position += 1 }
        continue
      }
      if has("/*", at: position) {
        skipBlockComment()
        continue
      }
      let hashes = hashes(at: position)
      if at(position + hashes) == Self.quote {
        position += hashes
        scanString(hashes: hashes)
        continue
      }
      code[position] = byte
      position += 1
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") {
        if depth == 0 { return }
        depth -= 1
      }
    }
  }

  private mutating func skipBlockComment() {
    var depth = 0
    while position < bytes.count {
      if has("/*", at: position) {
        depth += 1
        position += 2
      } else if has("*/", at: position) {
        depth -= 1
        position += 2
        if depth == 0 { return }
      } else {
        position += 1
      }
    }
  }

  /// Scans a string literal from its opening quote. A literal on one line ends with the line, closed or not.
  private mutating func scanString(hashes: Int) {
    let quotes = has("\"\"\"", at: position) ? 3 : 1
    position += quotes
    while let byte = at(position) {
      if byte == Self.newline && quotes == 1 { return }
      if closes(at: position, quotes: quotes, hashes: hashes) {
        position += quotes + hashes
        return
      }
      guard byte == Self.backslash, self.hashes(at: position + 1) >= hashes else {
        position += 1
        continue
      }
      position += 1 + hashes
      if at(position) == UInt8(ascii: "(") {
        position += 1
        scanCode()
      } else if at(position) != Self.newline {
        position += 1
      }
    }
  }

  private func closes(at start: Int, quotes: Int, hashes wanted: Int) -> Bool {
    (0..<quotes).allSatisfy { at(start + $0) == Self.quote } && hashes(at: start + quotes) >= wanted
  }
}
