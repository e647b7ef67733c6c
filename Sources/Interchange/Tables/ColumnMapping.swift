package import CareModel

/// What the files, columns and words of another system's export are called here (`--columns`; `Documentation/csv.md`).
package struct ColumnMapping: Hashable, Sendable {
  /// Everything is called as we call it.
  package static let none = ColumnMapping()

  /// What was read; part of what a folder's digest is made of.
  let bytes: [UInt8]
  private var columns: [String: [Column]] = [:]
  private var files: [String: String] = [:]

  /// One of their columns.
  fileprivate struct Column: Hashable {
    let theirs: String
    /// Nil where it is not to be read.
    let ours: String?
    /// Our words by theirs, in small letters.
    let words: [String: String]
    let position: SourcePosition
  }

  private init(bytes: [UInt8] = []) { self.bytes = bytes }

  /// Reads a file with the columns `file`, `theirs`, `ours` and `values`.
  ///
  /// - Parameter file: the name that stands in messages.
  package static func read(_ bytes: [UInt8], file: String) -> (mapping: ColumnMapping, problems: [InputProblem]) {
    let reading = CSVParser.read(bytes, file: file)
    var problems = reading.fileProblems + reading.rowProblems.map(\.problem)
    if reading.fileProblems.isEmpty { problems += TableHeader.problems(of: reading.table, schema: .columns) }
    var mapping = ColumnMapping(bytes: bytes)
    let indices = TableHeader.columns(of: reading.table, schema: .columns)
    for row in reading.table.rows {
      problems += mapping.add(MappingRow(row, indices)).map { [$0] } ?? []
    }
    return (mapping, problems)
  }

  /// Takes one row over, or says what is wrong with it.
  private mutating func add(_ row: MappingRow) -> InputProblem? {
    guard !row.file.text.isEmpty, !row.theirs.text.isEmpty else {
      let empty = row.file.text.isEmpty ? row.file : row.theirs
      return InputProblem(
        code: "cell.missing", location: "\(empty.position)", found: "",
        expected: "a file and a column of theirs in each row")
    }
    guard let schema = ColumnMapping.schemas.first(where: { $0.file == row.file.text.lowercased() }) else {
      return InputProblem(
        code: "mapping.file", location: "\(row.file.position)", found: row.file.text.shortened,
        expected: "one of our files, such as visits.csv",
        suggestion: NearestWord.to(row.file.text, among: ColumnMapping.schemas.map(\.file)).map { "\($0) was meant" })
    }
    if TableChoices.plain(row.ours.text) == "file" {
      guard files.updateValue(row.theirs.text, forKey: schema.file) == nil else { return repeated(row.theirs) }
      return nil
    }
    let ours = schema.columns.first { TableChoices.plain($0.name) == TableChoices.plain(row.ours.text) }?.name
    guard ours != nil || row.ours.text.isEmpty else {
      return InputProblem(
        code: "mapping.column", location: "\(row.ours.position)", found: row.ours.text.shortened,
        expected: "a column of \(schema.file), or nothing where theirs is not to be read",
        suggestion: NearestWord.to(row.ours.text, among: schema.columns.map(\.name)).map { "\($0) was meant" })
    }
    guard let words = row.words else {
      return InputProblem(
        code: "mapping.values", location: "\(row.values.position)", found: row.values.text.shortened,
        expected: "their word = ours, with ; between, such as PC = personal care; TH = therapy")
    }
    let known = columns[schema.file] ?? []
    let isRepeated = known.contains {
      ColumnMapping.isSame($0.theirs, row.theirs.text) || ours != nil && $0.ours == ours
    }
    if isRepeated { return repeated(row.theirs) }
    let column = Column(theirs: row.theirs.text, ours: ours, words: words, position: row.theirs.position)
    columns[schema.file] = known + [column]
    return nil
  }

  private func repeated(_ cell: CSVTable.Cell) -> InputProblem {
    InputProblem(
      code: "mapping.repeated", location: "\(cell.position)", found: cell.text.shortened,
      expected: "each of their columns, and each of ours, once in a file")
  }

  /// What one of our files is called over there.
  package func fileName(of file: String) -> String { files[file] ?? file }

  /// A file of theirs as if it were ours: columns by our names, words as ours; and columns of theirs that it lacks.
  func applied(to reading: CSVReading, _ schema: TableSchema) -> (reading: CSVReading, problems: [InputProblem]) {
    guard let mapped = columns[schema.file] else { return (reading, []) }
    let table = reading.table
    let places = table.header.map { cell in mapped.first { ColumnMapping.isSame($0.theirs, cell.text) } }
    let missing = mapped.filter { $0.ours != nil && !places.contains($0) }.map { column in
      InputProblem(
        code: "mapping.missing", location: "\(column.position)", found: column.theirs.shortened,
        expected: "a column of \(table.file)",
        suggestion: NearestWord.to(column.theirs, among: table.header.map(\.text)).map { "\($0) was meant" })
    }
    let header = zip(table.header, places).map { cell, place in
      guard let place else { return cell }
      return CSVTable.Cell(text: place.ours ?? "note: \(cell.text)", position: cell.position)
    }
    let rows = table.rows.map { row in
      let cells = zip(row.cells, places).map { cell, place in
        CSVTable.Cell(text: place.map { $0.ourWords(for: cell.text, in: schema) } ?? cell.text, position: cell.position)
      }
      return CSVTable.Row(cells: cells, position: row.position)
    }
    let ours = CSVReading(
      table: CSVTable(file: table.file, header: header, rows: rows), fileProblems: reading.fileProblems,
      rowProblems: reading.rowProblems)
    return (ours, missing)
  }

  private static let schemas = TableSchema.day + TableSchema.wholeService

  private static func isSame(_ left: String, _ right: String) -> Bool {
    TableChoices.plain(left) == TableChoices.plain(right) && !TableChoices.plain(left).isEmpty
  }
}

extension ColumnMapping.Column {
  /// A cell in our words; in a list each entry by itself. What has no word of ours stays as it is.
  fileprivate func ourWords(for text: String, in schema: TableSchema) -> String {
    if let word = words[text.lowercased()] { return word }
    guard !words.isEmpty, let ours, schema.column(ours)?.isList == true else { return text }
    return text.split(separator: ";").map { entry in
      let trimmed = entry.trimmed
      return words[trimmed.lowercased()] ?? trimmed
    }.joined(separator: "; ")
  }
}

/// A row of the mapping file.
private struct MappingRow {
  let file: CSVTable.Cell
  let theirs: CSVTable.Cell
  let ours: CSVTable.Cell
  let values: CSVTable.Cell

  init(_ row: CSVTable.Row, _ indices: [String: Int]) {
    func cell(_ column: String) -> CSVTable.Cell {
      indices[column].map { row.cells[$0] } ?? CSVTable.Cell(text: "", position: row.position)
    }
    (file, theirs, ours, values) = (cell("file"), cell("theirs"), cell("ours"), cell("values"))
  }

  /// Our words by theirs; nil where they can't be read.
  var words: [String: String]? {
    var words: [String: String] = [:]
    for entry in values.text.split(separator: ";") where !entry.trimmed.isEmpty {
      let sides = entry.split(separator: "=", omittingEmptySubsequences: false)
      guard sides.count == 2, !sides[0].trimmed.isEmpty else { return nil }
      words[sides[0].trimmed.lowercased()] = sides[1].trimmed
    }
    return words
  }
}

extension Substring {
  fileprivate var trimmed: String {
    let front = drop(while: \.isWhitespace)
    let back = front.reversed().prefix(while: \.isWhitespace).count
    return String(front.dropLast(back))
  }
}

extension TableColumn {
  fileprivate var isList: Bool {
    switch kind {
    case .textList, .choiceList: true
    default: false
    }
  }
}

extension TableSchema {
  /// The file of a mapping; not part of a folder.
  static let columns = TableSchema(
    file: "columns.csv", recordKind: "column", meaning: "what one column of another system's export is called here",
    columns: [
      TableColumn("file", .text, required: true, "our file, such as visits.csv"),
      TableColumn("theirs", .text, required: true, "the column as their file has it"),
      TableColumn(
        "ours", .text,
        "the column as ours has it; empty where theirs is not to be read; file where theirs is the name of their file"),
      TableColumn("values", .text, "their words for ours: PC = personal care; TH = therapy"),
    ])
}
