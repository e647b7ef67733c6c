import Interchange
import Testing

@Suite("Parsing JSON")
struct JSONParserTests {
  private func parse(_ text: String) throws(JSONSyntaxError) -> DocumentValue {
    try JSONParser.parse(Array(text.utf8), file: "f")
  }

  private func failure(_ bytes: some Sequence<UInt8>) -> JSONSyntaxError? {
    do {
      _ = try JSONParser.parse(Array(bytes), file: "f")
      return nil
    } catch { return error }
  }

  @Test("values come with line and column; columns count characters")
  func positions() throws {
    let root = try parse("{\n  \"é\": [1,\n true], \"ü\": null}")
    guard case .object(let members) = root.content, case .array(let items) = members[0].value.content else {
      Issue.record("no object")
      return
    }
    #expect(root.position.description == "f:1:1")
    #expect(members[0].keyPosition.description == "f:2:3")
    #expect(items.map(\.position.description) == ["f:2:9", "f:3:2"])
    #expect(items.map(\.content) == [.number("1"), .truth(true)])
    #expect(members[1].value.position.description == "f:3:14")
  }

  @Test("escapes and surrogate pairs become characters")
  func escapes() throws {
    let root = try parse(#""\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00\u0000""#)
    #expect(root.content == .text("\"\\/\u{8}\u{C}\n\r\té😀\u{0}"))
  }

  @Test("numbers keep every digit")
  func numbers() throws {
    for text in ["0", "-0", "12345678901234567890123", "1.50", "2e10", "-3.5E-7"] {
      #expect(try parse(text).content == .number(text))
    }
  }

  @Test("a byte order mark is tolerated")
  func mark() throws {
    let root = try JSONParser.parse([0xEF, 0xBB, 0xBF] + Array("[]".utf8), file: "f")
    #expect(root.content == .array([]))
    #expect(root.position.column == 1)
  }

  @Test(
    "what is no JSON is refused where it goes wrong",
    arguments: [
      ("", JSONSyntaxError.Kind.empty, 1), ("  \n ", .empty, 2), ("hello", .notJSON, 1), ("<html>", .notJSON, 1),
      ("id,name\n", .notJSON, 1), ("{\"a\": 1} x", .syntax, 10), ("[1, 2", .syntax, 6), ("[1 2]", .syntax, 4),
      ("[1,]", .syntax, 4), ("{\"a\" 1}", .syntax, 6), ("{a: 1}", .syntax, 2), ("{'a': 1}", .syntax, 2),
      ("[01]", .number, 2), ("[1.]", .number, 2), ("[-]", .number, 2), ("[.5]", .syntax, 2), ("[1e]", .number, 2),
      ("[+1]", .syntax, 2), ("[NaN]", .syntax, 2), ("\"abc", .syntax, 1), ("\"a\nb\"", .syntax, 3),
      ("\"\\x\"", .escape, 2), ("\"\\u12\"", .escape, 2), ("\"\\uD800\"", .escape, 2),
      ("\"\\uD800\\u0041\"", .escape, 2), ("\"\\uDC00\"", .escape, 2), ("tru", .notJSON, 1), ("]", .notJSON, 1),
      ("[// c\n1]", .syntax, 2),
    ])
  func refused(text: String, kind: JSONSyntaxError.Kind, column: Int) {
    let error = failure(text.utf8)
    #expect(error?.kind == kind)
    #expect(error?.position.column == column)
  }

  @Test("bytes that are not UTF-8 are refused")
  func encoding() {
    #expect(failure([0x22, 0xC3, 0x28, 0x22])?.kind == .encoding)
    #expect(failure([0x22, 0xED, 0xA0, 0x80, 0x22])?.kind == .encoding)
    #expect(failure([0xFF, 0xFE, 0x7B, 0x00])?.kind == .encoding)
    #expect(failure([0x00, 0x7B])?.kind == .encoding)
  }

  @Test("a hundred million brackets are refused, nested or side by side")
  func brackets() {
    let nested = [UInt8](repeating: UInt8(ascii: "["), count: 100_000_000)
    #expect(throws: JSONSyntaxError.self) { try JSONParser.parse(nested, file: "f") }
    var limits = JSONParser.Limits()
    limits.values = 1_000
    let beside = Array("[".utf8) + Array(repeating: Array("[],".utf8), count: 5_000).joined()
    #expect(throws: JSONSyntaxError.self) { try JSONParser.parse(beside, file: "f", limits: limits) }
    limits.bytes = 1_000
    #expect(throws: JSONSyntaxError.self) { try JSONParser.parse(beside, file: "f", limits: limits) }
  }

  @Test("values stand 64 deep and no deeper")
  func depth() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    _ = try parse(nested(64))
    #expect(failure(nested(65).utf8)?.kind == .tooDeep)
  }

  @Test("what is written is read back", arguments: ["", "a\"b\\c", "é😀\u{2028}\u{7F}\u{1}", "line\nend\t\r"])
  func written(text: String) throws {
    let value = JSONText.object([JSONMember(text, .array([.text(text), .integer(-5), .truth(false), .null]))])
    for written in [value.line, value.lines(depth: 2)] {
      let root = try parse(written)
      guard case .object(let members) = root.content, case .array(let items) = members[0].value.content else {
        Issue.record("no object")
        return
      }
      #expect(members[0].key == text)
      #expect(items.map(\.content) == [.text(text), .number("-5"), .truth(false), .null])
    }
  }
}
