import CareModel
import Testing

@Suite("Documentation/Hazards.md")
struct HazardsDocumentTests {
  /// A test that a row names.
  private struct NamedTest {
    let file: String
    let name: String
  }

  private static let columns = [
    "hazard", "how it could hurt somebody", "what guards against it", "tests, and what is open",
  ]

  private func rows() throws -> [[String: String]] {
    let table = try ProjectDocument("Documentation/Hazards.md").table(under: "The hazards")
    #expect(table.columns == Self.columns)
    return table.rows
  }

  private func cell(_ row: [String: String], _ column: Int) -> String { row[Self.columns[column]] ?? "" }

  /// The parts of a row's last cell: tests by file and name, and what is said to be open.
  private func guarding(_ row: [String: String]) throws -> (tests: [NamedTest], open: [String]) {
    var (tests, open): ([NamedTest], [String]) = ([], [])
    for part in Self.parts(of: cell(row, 3)) {
      if part.hasPrefix("**open**") {
        open.append(String(try #require(part.split(separator: ":").last).drop { $0 == " " }))
        continue
      }
      let pieces = part.split(separator: "`", omittingEmptySubsequences: false)
      let isTest = pieces.count == 3 && pieces[0].isEmpty && pieces[2].hasPrefix(" \"") && pieces[2].hasSuffix("\"")
      try #require(isTest, "neither a test nor open: \(part)")
      tests.append(NamedTest(file: String(pieces[1]), name: String(pieces[2].dropFirst(2).dropLast())))
    }
    return (tests, open)
  }

  /// Splits at each semicolon outside quotation marks and brackets.
  private static func parts(of text: String) -> [String] {
    var parts = [""]
    var isQuoted = false
    var depth = 0
    for character in text {
      if character == "\"" { isQuoted.toggle() }
      if character == "(" || character == ")", !isQuoted { depth += character == "(" ? 1 : -1 }
      if character == ";", !isQuoted, depth == 0 { parts.append("") } else { parts[parts.count - 1].append(character) }
    }
    return parts.map { String($0.drop { $0 == " " }) }.filter { !$0.isEmpty }
  }

  /// The sentences behind `@Test(` in a Swift file, on its line or the next.
  private static func namesOfTests(in text: String) -> [String] {
    var names: [String] = []
    var rest = text[...]
    while let found = rest.firstRange(of: "@Test(") {
      rest = rest[found.upperBound...]
      let argument = rest.drop(while: \.isWhitespace)
      guard argument.first == "\"" else { continue }
      names.append(String(argument.dropFirst().prefix { $0 != "\"" }))
    }
    return names
  }

  @Test("each test that a hazard names exists, in its file and with its name")
  func namedTestsExist() throws {
    for row in try rows() {
      for test in try guarding(row).tests {
        guard ProjectDocument.exists(test.file) else {
          Issue.record("\(cell(row, 0)): there is no \(test.file)")
          continue
        }
        let names = Self.namesOfTests(in: try ProjectDocument(test.file).text)
        #expect(names.contains(test.name), "\(cell(row, 0)): \(test.file) has no test \"\(test.name)\"")
      }
    }
  }

  @Test("each hazard has a guard, and a test or a word on what is open, with a topic that is explained")
  func noEmptyRow() throws {
    let text = try ProjectDocument("Documentation/Hazards.md").text
    for row in try rows() {
      for column in 0..<3 { #expect(!cell(row, column).isEmpty, "\(row)") }
      let (tests, open) = try guarding(row)
      #expect(!tests.isEmpty || !open.isEmpty, "\(cell(row, 0))")
      for topic in open { #expect(text.contains("- **\(topic)**: "), "\(topic) is not explained") }
    }
  }

  @Test("hazards are numbered through, so that a number stays one hazard's")
  func numbered() throws {
    for (index, row) in try rows().enumerated() { #expect(cell(row, 0).hasPrefix("**H\(index + 1)** ")) }
  }

  @Test("each rule, level and setting that guards a hazard exists by that name")
  func guardsExist() throws {
    let rules = try ProjectDocument("Documentation/score.md").text
    for row in try rows() {
      let words = cell(row, 2).split(separator: "`", omittingEmptySubsequences: false)
      for (index, word) in words.enumerated() where index % 2 == 1 {
        let isRule = rules.contains("\n| \(word) |") || rules.contains("(rule **\(word)**)")
        let isKnown = isRule || PolicySetting.named(String(word)) != nil || Level.Kind(rawValue: String(word)) != nil
        #expect(isKnown, "\(cell(row, 0)): \(word) is no rule, level or setting")
      }
    }
  }
}
