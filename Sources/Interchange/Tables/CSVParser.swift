import CareModel

/// Reads comma-separated values as RFC 4180 describes them and as spreadsheets write them.
///
/// Tolerated: a byte-order mark, any line ends, blank lines, rows of separators only, empty cells after the last column;
/// semicolons or tabs instead of commas (whichever the first line has most of). Not tolerated, because a value could be
/// lost or shifted unseen: other encodings, rows that are too short or too long, text after a closing quote,
/// a quote that never closes.
///
/// - Complexity: linear in the number of bytes.
package struct CSVParser {
  /// No larger file is read.
  package static let maximumBytes = 50_000_000

  private static let quoteOpen = "cell.quoteOpen"

  private let file: String
  private let bytes: [UInt8]
  private let separator: UInt8
  private var index = 0
  private var line = 1
  private var column = 1

  /// Reads a whole file.
  package static func read(_ bytes: [UInt8], file: String) -> CSVReading {
    let start = SourcePosition(file: file, line: 1, column: 1)
    func refused(_ problem: InputProblem) -> CSVReading {
      CSVReading(table: CSVTable(file: file, header: [], rows: []), fileProblems: [problem], rowProblems: [])
    }
    guard bytes.count <= maximumBytes else {
      return refused(
        InputProblem(
          code: "file.tooLarge", location: "\(start)", found: "\(bytes.count) bytes",
          expected: "a file of at most \(maximumBytes) bytes"))
    }
    var parser = CSVParser(bytes: bytes, file: file)
    if let position = parser.firstUnreadableCharacter() {
      return refused(
        InputProblem(
          code: "file.notUTF8", location: "\(position)", found: "a character in another encoding",
          expected: "text in UTF-8", suggestion: "save the sheet again as \"CSV UTF-8\""))
    }
    return parser.readTable()
  }

  private init(bytes: [UInt8], file: String) {
    self.file = file
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    self.bytes = hasMark ? Array(bytes.dropFirst(3)) : bytes
    separator = CSVParser.separator(of: self.bytes)
  }

  private var position: SourcePosition { SourcePosition(file: file, line: line, column: column) }

  /// The separator that the first line has most of, outside quotes; a comma where it has none.
  private static func separator(of bytes: [UInt8]) -> UInt8 {
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
      if let candidate = candidates.firstIndex(of: byte) { counts[candidate] += 1 }
    }
    let most = counts.max() ?? 0
    return candidates[counts.firstIndex(of: most) ?? 0]
  }

  /// Where the bytes stop being UTF-8, or hold a zero byte as UTF-16 text does.
  private func firstUnreadableCharacter() -> SourcePosition? {
    let isSound = String(validating: bytes, as: UTF8.self) != nil && !bytes.contains(0)
    if isSound { return nil }
    var line = 1
    var column = 1
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue("\n"):
        line += 1
        column = 1
      case .scalarValue("\0"), .error, .emptyInput:
        return SourcePosition(file: file, line: line, column: column)
      case .scalarValue:
        column += 1
      }
    }
  }

  private mutating func readTable() -> CSVReading {
    var header: [CSVTable.Cell]?
    var rows: [CSVTable.Row] = []
    var fileProblems: [InputProblem] = []
    var rowProblems: [CSVReading.RowProblem] = []
    while index < bytes.count {
      let start = position
      let record = readRecord()
      if record.cells.allSatisfy({ $0.text.isEmpty }), record.problem == nil { continue }
      guard let columns = header else {
        if let problem = record.problem { fileProblems.append(problem) }
        header = CSVParser.trimmed(record.cells)
        continue
      }
      let cells = CSVParser.cut(record.cells, to: columns.count)
      if let problem = record.problem, problem.code == CSVParser.quoteOpen {
        // All rows behind it are inside the quote: none of them may go missing unsaid.
        fileProblems.append(problem)
      } else if let problem = record.problem ?? raggedness(of: cells, columns: columns, at: start) {
        rowProblems.append(CSVReading.RowProblem(cells: cells, problem: problem))
      } else {
        rows.append(CSVTable.Row(cells: cells, position: start))
      }
    }
    if header == nil {
      fileProblems.append(
        InputProblem(
          code: "file.empty", location: "\(SourcePosition(file: file, line: 1, column: 1))", found: "",
          expected: "a first line with the names of the columns"))
    }
    return CSVReading(
      table: CSVTable(file: file, header: header ?? [], rows: rows), fileProblems: fileProblems,
      rowProblems: rowProblems)
  }

  private func raggedness(
    of cells: [CSVTable.Cell], columns: [CSVTable.Cell], at start: SourcePosition
  ) -> InputProblem? {
    guard cells.count != columns.count else { return nil }
    let isLong = cells.count > columns.count
    let place = isLong ? cells[columns.count].position : start
    return InputProblem(
      code: isLong ? "row.tooLong" : "row.tooShort", location: "\(place)", found: "\(cells.count) cells",
      expected: "\(columns.count) cells, one for each column of the first line",
      suggestion: isLong
        ? "a text that holds the separator needs quotes around it"
        : "a separator is missing, also for columns left empty")
  }

  /// Columns without name at the end of the header are the spreadsheet's, not ours.
  private static func trimmed(_ cells: [CSVTable.Cell]) -> [CSVTable.Cell] {
    let last = cells.lastIndex { !$0.text.isEmpty }
    return Array(cells.prefix((last ?? -1) + 1))
  }

  /// Without the empty cells past the last column.
  private static func cut(_ cells: [CSVTable.Cell], to count: Int) -> [CSVTable.Cell] {
    guard cells.count > count, cells.dropFirst(count).allSatisfy({ $0.text.isEmpty }) else { return cells }
    return Array(cells.prefix(count))
  }

  private mutating func readRecord() -> (cells: [CSVTable.Cell], problem: InputProblem?) {
    var cells: [CSVTable.Cell] = []
    var problem: InputProblem?
    while true {
      let (cell, found) = readCell()
      cells.append(cell)
      problem = problem ?? found
      guard index < bytes.count, bytes[index] == separator else { break }
      advance()
    }
    readLineEnd()
    return (cells, problem)
  }

  private mutating func readCell() -> (CSVTable.Cell, InputProblem?) {
    while index < bytes.count, bytes[index] == UInt8(ascii: " ") { advance() }
    let start = position
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
      let text = readPlain()
      return (CSVTable.Cell(text: text, position: start), nil)
    }
    advance()
    var content: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      advance()
      if byte == UInt8(ascii: "\"") {
        guard index < bytes.count, bytes[index] == byte else {
          return (cell(content, at: start), afterQuote())
        }
        advance()
      }
      content.append(isLineEnd(byte) ? UInt8(ascii: "\n") : byte)
    }
    let problem = InputProblem(
      code: CSVParser.quoteOpen, location: "\(start)", found: "a quote that never closes",
      expected: "a second quote at the end of the text")
    return (cell(content, at: start), problem)
  }

  /// Skips to the next separator; anything but spaces on the way is a problem.
  private mutating func afterQuote() -> InputProblem? {
    let start = position
    let rest = readPlain()
    guard !rest.isEmpty else { return nil }
    return InputProblem(
      code: "cell.afterQuote", location: "\(start)", found: rest.shortened,
      expected: "a separator after the closing quote", suggestion: "a quote inside a text is written twice")
  }

  private mutating func readPlain() -> String {
    let first = index
    while index < bytes.count, bytes[index] != separator, !isLineEnd(bytes[index]) { advance() }
    return CSVParser.text(bytes[first..<index])
  }

  private func cell(_ content: [UInt8], at start: SourcePosition) -> CSVTable.Cell {
    CSVTable.Cell(text: CSVParser.text(content[...]), position: start)
  }

  /// Without spaces at both ends; spreadsheets leave no-break spaces behind as well.
  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[first...last])
    return String(view)
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

  private mutating func readLineEnd() {
    guard index < bytes.count else { return }
    advance()
  }

  /// One byte on; a line ends at LF, CR or both, and a column is a character, not a byte.
  private mutating func advance() {
    let byte = bytes[index]
    index += 1
    if byte == UInt8(ascii: "\r"), index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
    if isLineEnd(byte) {
      line += 1
      column = 1
    } else if byte & 0xC0 != 0x80 {
      column += 1
    }
  }
}
