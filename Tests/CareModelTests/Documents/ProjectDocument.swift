import Foundation

/// A page of the project's documentation, found from the place of this file, with its tables.
struct ProjectDocument {
  /// A file that is not there, or is not text.
  struct Unreadable: Error, CustomStringConvertible {
    let path: String
    var description: String { "cannot read \(path)" }
  }

  /// A table of Markdown: the cells of each line by the heading of their column.
  struct Table {
    let columns: [String]
    let rows: [[String: String]]
  }

  /// A line that doesn't fit its table, or a table that isn't there.
  struct Malformed: Error, CustomStringConvertible {
    let description: String
  }

  /// The package's root: four levels above this file.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  let path: String
  let text: String

  init(_ path: String) throws {
    let url = Self.root.appendingPathComponent(path)
    guard let data = FileManager.default.contents(atPath: url.path), let text = String(data: data, encoding: .utf8)
    else { throw Unreadable(path: path) }
    self.path = path
    self.text = text
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appendingPathComponent(path).path)
  }

  /// The first table under a heading.
  func table(under heading: String) throws -> Table {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(of: "## " + heading) else {
      throw Malformed(description: "\(path) has no heading \(heading)")
    }
    let section = lines[(start + 1)...].prefix { !$0.hasPrefix("## ") }
    let table = Array(section.drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") })
    guard table.count > 2 else { throw Malformed(description: "\(path) has no table under \(heading)") }
    let columns = Self.cells(table[0])
    let rows = try table.dropFirst(2).map { line in
      let cells = Self.cells(line)
      guard cells.count == columns.count else {
        throw Malformed(description: "\(path): \(cells.count) cells for \(columns.count) columns in \(line)")
      }
      return Dictionary(zip(columns, cells)) { first, _ in first }
    }
    return Table(columns: columns, rows: rows)
  }

  private static func cells(_ line: Substring) -> [String] {
    line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }
}

extension [String: String] {
  /// The cell's words, separated by commas; all that are offered where it holds a dash or `any`.
  func values(_ column: String, of all: [String]) throws -> [String] {
    guard let cell = self[column] else { throw ProjectDocument.Malformed(description: "no column \(column)") }
    if cell == "-" || cell == "any" { return all }
    let words = cell.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    guard !words.isEmpty, words.allSatisfy(all.contains) else {
      throw ProjectDocument.Malformed(description: "\(cell) is none of \(all.joined(separator: ", ")) (\(column))")
    }
    return words
  }
}
