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
  /// Rows with too few or too many cells, by file.
  private var ragged: [String: [CSVReading.RowProblem]] = [:]

  private static let head = SourcePosition(file: TableSchema.service.file, line: 1, column: 1)

  /// A day's folder.
  init(ofDay folder: TableFolder, serviceDate: CivilDate? = nil, hasAsOf: Bool = false) {
    self.init(folder, schemas: TableSchema.day)
    guard let table = tables[TableSchema.service.file], isReadable else { return }
    let settings = ServiceSettings(ofDay: table, serviceDate: serviceDate, hasAsOf: hasAsOf)
    take(settings)
    let stubs = stubs(TableSchema.day.filter { $0.file != TableSchema.shifts.file })
    root = DocumentValue(.object(document(settings, stubs, at: TableDocument.head)), at: TableDocument.head)
  }

  /// A whole service's folder.
  init(ofWholeService folder: TableFolder) {
    self.init(folder, schemas: TableSchema.wholeService)
    guard let table = tables[TableSchema.service.file], isReadable else { return }
    let settings = ServiceSettings(ofWholeService: table)
    take(settings)
    root = DocumentValue(.object(serviceDocument(settings, at: TableDocument.head)), at: TableDocument.head)
  }

  private mutating func take(_ settings: ServiceSettings) {
    fileProblems += settings.problems
    clock = settings.clock
  }

  /// Whether the records can be read, though what is wrong with a file refuses the whole folder.
  private var isReadable: Bool {
    !fileProblems.contains {
      !$0.code.hasPrefix("column.") && $0.code != "mapping.missing" || $0.code == "column.tooMany"
    }
  }

  private init(_ folder: TableFolder, schemas: [TableSchema]) {
    root = DocumentValue(.null, at: TableDocument.head)
    clock = LocalClock(
      calendar: ServiceCalendar(zone: "UTC", initialOffset: .zero, changes: []),
      serviceDate: CivilDate(daysSinceEpoch: 0))
    var headerProblems: [InputProblem] = []
    for schema in schemas {
      guard let bytes = folder.files[schema.file] else {
        if schema.isRequired { reportMissing(schema, in: folder) }
        continue
      }
      let mapping = folder.mapping
      let (reading, missing) = mapping.applied(
        to: CSVParser.read(bytes, file: mapping.fileName(of: schema.file)), schema)
      tables[schema.file] = reading.table
      fileProblems += reading.fileProblems
      if reading.fileProblems.isEmpty {
        headerProblems += missing + TableHeader.problems(of: reading.table, schema: schema).map(\.suggestingMapping)
      }
      // A setting that is lost could change any rota: that concerns the whole document.
      if schema.file == TableSchema.service.file {
        fileProblems += reading.rowProblems.map(\.problem)
      } else {
        ragged[schema.file] = reading.rowProblems
      }
    }
    fileProblems += headerProblems
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
  mutating func stubs(_ schemas: [TableSchema]) -> [String: [DocumentValue]] {
    var stubs: [String: [DocumentValue]] = [:]
    for schema in schemas {
      for row in ragged[schema.file] ?? [] {
        keep([row.problem], kind: schema.recordKind, id: row.id.isEmpty ? row.problem.location : row.id)
        guard !row.id.isEmpty else { continue }
        let position = SourcePosition(row.problem.location)
        let id = DocumentValue.Member(
          key: schema.file == TableSchema.links.file ? "first" : "id", keyPosition: position,
          value: DocumentValue(.text(row.id), at: position))
        stubs[schema.file, default: []].append(DocumentValue(.object([id]), at: position))
      }
    }
    return stubs
  }

  /// The rows of too few or too many cells in a file whose rows stand inside other records, each with what it has in the
  /// column that names that record.
  ///
  /// - Parameter other: taken where the column is empty.
  func ragged(
    _ schema: TableSchema, of column: String, else other: String? = nil
  ) -> [(owner: String, problem: InputProblem)] {
    guard let table = tables[schema.file], let rows = ragged[schema.file] else { return [] }
    let columns = TableHeader.columns(of: table, schema: schema)
    return rows.map { row in
      let texts = [column, other].compactMap { $0.flatMap { columns[$0] } }.compactMap { index in
        row.cells.indices.contains(index) && !row.cells[index].text.isEmpty ? row.cells[index].text : nil
      }
      return (texts.first ?? "", row.problem)
    }
  }
}

extension DocumentValue {
  /// What stands where something could not be read: whoever reads the tree refuses the record around it.
  static func unreadable(_ problem: InputProblem) -> DocumentValue {
    DocumentValue(.text(problem.found), at: SourcePosition(problem.location))
  }
}

extension InputProblem {
  /// A column that is nothing like one of ours may be one of another system's.
  fileprivate var suggestingMapping: InputProblem {
    guard code == "column.unknown", suggestion == nil else { return self }
    return InputProblem(
      code: code, location: location, found: found, expected: expected,
      suggestion: "it is another system's: --columns takes a file that says what its columns are here")
  }
}

extension SourcePosition {
  /// Reads `visits.csv:14:6`, as problems of sheets have it; the first line where the text is none.
  fileprivate init(_ text: String) {
    let parts = text.split(separator: ":")
    let numbers = parts.suffix(2).compactMap { Int($0) }
    self.init(file: String(parts.first ?? ""), line: numbers.first ?? 1, column: numbers.last ?? 1)
  }
}
