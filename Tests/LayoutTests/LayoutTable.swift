/// What each target may import, read from the table in `Documentation/layout.md`.
struct LayoutTable {
  /// One line of the table.
  struct Row {
    var target: String
    /// Targets of ours, besides those open to all.
    var imports: [String]
    /// Modules that are not ours.
    var outside: [String]
  }

  /// The table cannot be read.
  enum Flaw: Error, Equatable {
    case noTable
    case noLineOfTargetsOpenToAll
    case twoRows(target: String)
    case unknownTarget(String, inRow: String)
  }

  private(set) var rows: [Row]
  private(set) var openToAll: [String]

  /// Reads the line "Open to all: …" and the table that has the columns "target" and "may import".
  init(markdown: String) throws(Flaw) {
    let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
    guard let open = lines.first(where: { $0.hasPrefix("Open to all:") }) else { throw .noLineOfTargetsOpenToAll }
    openToAll = Self.quotedNames(in: open)

    guard let heading = lines.firstIndex(where: { Self.cells(of: $0).starts(with: ["target", "its one job"]) }) else {
      throw .noTable
    }
    rows = lines[(heading + 1)...].prefix { $0.hasPrefix("|") }.compactMap { line in
      let cells = Self.cells(of: line)
      guard cells.count == 4, let target = Self.quotedNames(in: cells[0]).first else { return nil }
      return Row(target: target, imports: Self.quotedNames(in: cells[2]), outside: Self.quotedNames(in: cells[3]))
    }
    guard !rows.isEmpty else { throw .noTable }

    var known: Set<String> = []
    for row in rows where !known.insert(row.target).inserted { throw .twoRows(target: row.target) }
    for row in rows {
      for name in row.imports + openToAll where !known.contains(name) {
        throw .unknownTarget(name, inRow: row.target)
      }
    }
  }

  /// The line of a target, if it has one.
  func row(of target: String) -> Row? {
    rows.first { $0.target == target }
  }

  /// Whether a file of `target` may import `module`.
  func allows(_ module: String, in target: String) -> Bool {
    guard let row = row(of: target) else { return false }
    if openToAll.contains(module) { return !openToAll.contains(target) }
    let essentials = module == "FoundationEssentials" && row.outside.contains("Foundation")
    return essentials || row.imports.contains(module) || row.outside.contains(module)
  }

  /// The targets on a way that leads from a target back to itself, or nothing where there is none.
  func circle() -> [String] {
    var finished: Set<String> = []
    var way: [String] = []
    func visit(_ target: String) -> [String] {
      if let start = way.firstIndex(of: target) { return way[start...] + [target] }
      guard !finished.contains(target), let row = row(of: target) else { return [] }
      way.append(target)
      for next in row.imports {
        let found = visit(next)
        if !found.isEmpty { return found }
      }
      way.removeLast()
      finished.insert(target)
      return []
    }
    for row in rows {
      let found = visit(row.target)
      if !found.isEmpty { return found }
    }
    return []
  }

  private static func cells(of line: Substring) -> [Substring] {
    line.split(separator: "|").map { cell in
      let inner = cell.drop { $0 == " " }
      let blanks = inner.reversed().prefix { $0 == " " }.count
      return inner.dropLast(blanks)
    }
  }

  /// What stands between backquotes.
  private static func quotedNames(in text: Substring) -> [String] {
    text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { !$0.offset.isMultiple(of: 2) }
      .map { String($0.element) }
  }
}
