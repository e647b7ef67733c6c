import CareModel

/// Holds the first line of a file against the columns that the file may have.
enum TableHeader {
  private static let mostColumns = 300

  /// The index of each known column; the first of two with the same name.
  ///
  /// A misspelt column stands for the one that was meant: the folder is refused because of it, but what is wrong in its
  /// cells is found in the same pass.
  static func columns(of table: CSVTable, schema: TableSchema) -> [String: Int] {
    let names = table.header.map { name(of: $0, schema: schema) }
    let known = names.enumerated().compactMap { index, name in name.map { ($0, index) } }
    let meant = table.header.enumerated().compactMap { index, cell -> (String, Int)? in
      guard names[index] == nil, !isNote(cell.text) else { return nil }
      return NearestWord.to(cell.text, among: schema.columns.map(\.name)).map { ($0, index) }
    }
    return Dictionary(known + meant, uniquingKeysWith: { first, _ in first })
  }

  /// Columns that are unknown, missing or there twice: a misspelt one would be lost for every row.
  static func problems(of table: CSVTable, schema: TableSchema) -> [InputProblem] {
    guard table.header.count <= mostColumns else {
      return [
        InputProblem(
          code: "column.tooMany", location: "\(SourcePosition(file: table.file, line: 1, column: 1))",
          found: "\(table.header.count) columns", expected: "at most \(mostColumns) columns in the first line")
      ]
    }
    var problems: [InputProblem] = []
    var seen: [String] = []
    for cell in table.header {
      guard let name = name(of: cell, schema: schema) else {
        if isNote(cell.text) { continue }
        problems.append(
          InputProblem(
            code: "column.unknown", location: "\(cell.position)",
            found: cell.text.isEmpty ? "no name" : cell.text.shortened,
            expected: "a column of \(schema.file); your own columns begin with \"note\"",
            suggestion: NearestWord.to(cell.text, among: schema.columns.map(\.name)).map { "\($0) was meant" }))
        continue
      }
      if seen.contains(name) {
        problems.append(
          InputProblem(
            code: "column.repeated", location: "\(cell.position)", found: cell.text.shortened,
            expected: "each column once"))
      }
      seen.append(name)
    }
    for column in schema.columns where column.isRequired && !seen.contains(column.name) {
      problems.append(
        InputProblem(
          code: "column.missing", location: "\(SourcePosition(file: table.file, line: 1, column: 1))", found: "",
          expected: "a column \(column.name) (\(column.meaning))"))
    }
    return problems
  }

  /// The column that a cell of the first line names, whatever its capitals and spaces.
  private static func name(of cell: CSVTable.Cell, schema: TableSchema) -> String? {
    let plain = TableChoices.plain(cell.text)
    return schema.columns.first { TableChoices.plain($0.name) == plain }?.name
  }

  private static func isNote(_ text: String) -> Bool {
    let plain = TableChoices.plain(text)
    return TableSchema.noteMarks.contains { plain.hasPrefix($0) }
  }
}
