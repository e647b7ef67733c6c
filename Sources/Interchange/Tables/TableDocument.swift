import CareModel
import Quantities

/// A folder of CSV files as the tree of a native document.
struct TableDocument {
  /// The whole day; its reader refuses what could not be turned.
  private(set) var root: DocumentValue
  /// What concerns whole files: nothing can be read then.
  private(set) var fileProblems: [InputProblem] = []
  /// What concerns single cells and rows, in words for people who fill in sheets.
  private(set) var recordProblems: [RecordProblem] = []

  /// A problem with the record it stands in.
  struct RecordProblem {
    /// As in quarantine: `visit`.
    let kind: String
    let id: String
    let problem: InputProblem
  }

  private var tables: [String: CSVTable] = [:]
  private var clock: LocalClock

  init(_ folder: TableFolder, serviceDate: CivilDate? = nil, hasAsOf: Bool = false) {
    let head = SourcePosition(file: "service.csv", line: 1, column: 1)
    root = DocumentValue(.null, at: head)
    clock = LocalClock(
      calendar: ServiceCalendar(zone: "UTC", initialOffset: .zero, changes: []),
      serviceDate: CivilDate(daysSinceEpoch: 0))
    var headerProblems: [InputProblem] = []
    var ragged: [(schema: TableSchema, problem: CSVReading.RowProblem)] = []
    for schema in TableSchema.all {
      guard let bytes = folder.files[schema.file] else {
        if schema.isRequired { reportMissing(schema, in: folder) }
        continue
      }
      let reading = CSVParser.read(bytes, file: schema.file)
      tables[schema.file] = reading.table
      fileProblems += reading.fileProblems
      if reading.fileProblems.isEmpty { headerProblems += TableHeader.problems(of: reading.table, schema: schema) }
      // A setting that is lost could change any rota: that concerns the whole document.
      if schema.file == "service.csv" {
        fileProblems += reading.rowProblems.map(\.problem)
      } else {
        ragged += reading.rowProblems.map { (schema, $0) }
      }
    }
    let isReadable = fileProblems.isEmpty && !headerProblems.contains { $0.code == "column.tooMany" }
    fileProblems += headerProblems
    guard isReadable, let service = tables["service.csv"] else { return }
    let settings = ServiceSettings(service, serviceDate: serviceDate, hasAsOf: hasAsOf)
    fileProblems += settings.problems
    clock = settings.clock
    root = DocumentValue(.object(document(settings, stubs(for: ragged), at: head)), at: head)
  }

  private mutating func reportMissing(_ schema: TableSchema, in folder: TableFolder) {
    fileProblems.append(
      InputProblem(
        code: "file.missing", location: "\(folder.name)/\(schema.file)", found: "",
        expected: "a file with \(schema.meaning) in each row", suggestion: "reable template makes an empty one"))
  }

  /// Each row of a file as an object, by a reader of its cells.
  mutating func records(
    _ schema: TableSchema, _ make: (inout CellReader) -> DocumentValue
  ) -> [DocumentValue] {
    guard let table = tables[schema.file] else { return [] }
    let columns = TableHeader.columns(of: table, schema: schema)
    var objects: [DocumentValue] = []
    for row in table.rows {
      var cells = CellReader(row: row, schema: schema, columns: columns, clock: clock)
      objects.append(make(&cells))
      keep(cells.problems, kind: schema.recordKind, id: TableDocument.id(of: cells, schema))
    }
    return objects
  }

  /// What stands in a row's first column; where the row stands if that is empty.
  static func id(of cells: CellReader, _ schema: TableSchema) -> String {
    schema.columns.first.flatMap { cells.text($0.name) } ?? "\(cells.row.position)"
  }

  mutating func keep(_ problems: [InputProblem], kind: String, id: String) {
    recordProblems += problems.map { RecordProblem(kind: kind, id: id, problem: $0) }
  }

  /// The rows of a file, for questions asked before its turn comes.
  func rows(_ schema: TableSchema) -> [CellReader] {
    guard let table = tables[schema.file] else { return [] }
    let columns = TableHeader.columns(of: table, schema: schema)
    return table.rows.map { CellReader(row: $0, schema: schema, columns: columns, clock: clock) }
  }

  /// A record with its id alone for each row that has too few or too many cells: its reader sets it aside, and with it
  /// what names it.
  private mutating func stubs(
    for ragged: [(schema: TableSchema, problem: CSVReading.RowProblem)]
  ) -> [String: [DocumentValue]] {
    var stubs: [String: [DocumentValue]] = [:]
    for (schema, row) in ragged {
      keep([row.problem], kind: schema.recordKind, id: row.id.isEmpty ? row.problem.location : row.id)
      guard !row.id.isEmpty else { continue }
      let position = SourcePosition(row.problem.location, else: schema.file)
      let id = DocumentValue.Member(
        key: schema.file == "links.csv" ? "first" : "id", keyPosition: position,
        value: DocumentValue(.text(row.id), at: position))
      stubs[schema.file, default: []].append(DocumentValue(.object([id]), at: position))
    }
    return stubs
  }
}

extension SourcePosition {
  /// Reads `visits.csv:14:6`; the file's first line where the text is none.
  fileprivate init(_ text: String, else file: String) {
    let parts = text.split(separator: ":")
    let numbers = parts.suffix(2).compactMap { Int($0) }
    self.init(file: file, line: numbers.first ?? 1, column: numbers.last ?? 1)
  }
}
