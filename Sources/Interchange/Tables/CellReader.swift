import CareModel
import Quantities

/// Turns the cells of one row into values of the document's tree, by the kind of their column.
///
/// What can't be turned stays in the tree as it was written, so that whoever reads the tree refuses the record and
/// everything that depends on it; the better-worded problem is kept here.
struct CellReader {
  let row: CSVTable.Row
  private let schema: TableSchema
  private let columns: [String: Int]
  private var clock: LocalClock
  private(set) var problems: [InputProblem] = []

  init(row: CSVTable.Row, schema: TableSchema, columns: [String: Int], clock: LocalClock) {
    self.row = row
    self.schema = schema
    self.columns = columns
    self.clock = clock
  }

  /// The cell of a column; nil where the column is missing or the cell empty.
  func cell(_ column: String) -> CSVTable.Cell? {
    guard let index = columns[column], row.cells.indices.contains(index), !row.cells[index].text.isEmpty
    else { return nil }
    return row.cells[index]
  }

  func text(_ column: String) -> String? { cell(column)?.text }

  /// Yes or no; nil where empty or neither, which ``value(_:)`` reports.
  func truth(_ column: String) -> Bool? { cell(column).flatMap { CellReader.truth($0.text) } }

  /// Any of these columns has something in it.
  func hasAny(_ names: String...) -> Bool { names.contains { cell($0) != nil } }

  /// The column's value, read as its kind asks; nil where it is empty.
  mutating func value(_ name: String) -> DocumentValue? {
    guard let column = schema.column(name) else { return nil }
    guard let cell = cell(name) else {
      // A column that is missing altogether is one problem of the file, not one of each row.
      if column.isRequired, columns[name] != nil { reportMissing(column) }
      return nil
    }
    switch column.kind {
    case .text: return DocumentValue(.text(cell.text), at: cell.position)
    case .textList:
      return DocumentValue(
        .array(items(of: cell).map { DocumentValue(.text($0), at: cell.position) }), at: cell.position)
    case .wholeNumber: return scalar(cell, column, CellReader.wholeNumber(cell.text).map { .number($0) })
    case .yesNo: return scalar(cell, column, CellReader.truth(cell.text).map { .truth($0) })
    case .date: return scalar(cell, column, LocalClock.date(cell.text).map { .text($0.description) })
    case .moment: return moment(cell, column, isEnd: false)
    case .endMoment: return moment(cell, column, isEnd: true)
    case .degrees:
      return scalar(cell, column, DecimalDegrees.microdegrees(cell.text).map { .number(String($0)) })
    case .choice(let choices): return choice(cell.text, of: choices, cell, column)
    case .choiceList(let choices):
      let values = items(of: cell).map { choice($0, of: choices, cell, column) }
      return DocumentValue(.array(values), at: cell.position)
    case .workerCounts:
      return DocumentValue(.array(items(of: cell).map { count($0, cell, column) }), at: cell.position)
    case .workerWeeks:
      return DocumentValue(.array(items(of: cell).map { weeks($0, cell, column) }), at: cell.position)
    case .clock: return scalar(cell, column, LocalClock.time(cell.text).map { .text($0.description) })
    case .dateList:
      return DocumentValue(.array(items(of: cell).map { day($0, cell, column) }), at: cell.position)
    case .datedDays:
      return DocumentValue(.array(items(of: cell).map { datedDay($0, cell, column) }), at: cell.position)
    }
  }

  /// A key of the document with a column's value; nil where it is empty.
  mutating func member(_ key: String, _ column: String) -> DocumentValue.Member? {
    value(column).map { DocumentValue.Member(key: key, keyPosition: $0.position, value: $0) }
  }

  /// A key with a value made here.
  func member(_ key: String, _ content: DocumentValue.Content) -> DocumentValue.Member {
    DocumentValue.Member(key: key, keyPosition: row.position, value: DocumentValue(content, at: row.position))
  }

  /// A key with an object of its own; nil where none of its members is there.
  func nested(_ key: String, _ members: [DocumentValue.Member?]) -> DocumentValue.Member? {
    let present = members.compactMap { $0 }
    guard let first = present.first else { return nil }
    return DocumentValue.Member(
      key: key, keyPosition: first.keyPosition, value: DocumentValue(.object(present), at: first.value.position))
  }

  /// The row as an object of the document.
  func object(_ members: [DocumentValue.Member?]) -> DocumentValue {
    DocumentValue(.object(members.compactMap { $0 }), at: row.position)
  }

  mutating func report(_ problem: InputProblem) { problems.append(problem) }

  /// Where a column's cell stands, also where it is empty.
  func position(_ column: String) -> SourcePosition {
    guard let index = columns[column], row.cells.indices.contains(index) else { return row.position }
    return row.cells[index].position
  }

  /// Reports those of the columns that are empty in this row, which the sheet itself doesn't ask of every row.
  mutating func require(_ names: String...) {
    for column in names.compactMap(schema.column) where cell(column.name) == nil { reportMissing(column) }
  }

  /// The service day whose clock times the row has, unless it says another.
  var today: CivilDate { clock.serviceDate }

  /// Clock times of the row are those of this service day from now on.
  mutating func readTimes(onServiceDay date: CivilDate) {
    clock = LocalClock(calendar: clock.calendar, serviceDate: date)
  }

  private mutating func reportMissing(_ column: TableColumn) {
    report(
      InputProblem(
        code: "cell.missing", location: "\(position(column.name))", found: "",
        expected: "\(column.name): \(column.form)"))
  }

  private mutating func scalar(
    _ cell: CSVTable.Cell, _ column: TableColumn, _ content: DocumentValue.Content?
  ) -> DocumentValue {
    if let content { return DocumentValue(content, at: cell.position) }
    return refuse(cell, column, code: "cell.malformed", found: cell.text)
  }

  private mutating func refuse(
    _ cell: CSVTable.Cell, _ column: TableColumn, code: String, found: String, suggestion: String? = nil
  ) -> DocumentValue {
    report(
      InputProblem(
        code: code, location: "\(cell.position)", found: found.shortened, expected: "\(column.name): \(column.form)",
        suggestion: suggestion))
    return DocumentValue(.text(found), at: cell.position)
  }

  private mutating func moment(_ cell: CSVTable.Cell, _ column: TableColumn, isEnd: Bool) -> DocumentValue {
    switch clock.moment(cell.text, isEnd: isEnd) {
    case .at(let instant): return DocumentValue(.text(clock.calendar.iso(instant)), at: cell.position)
    case .skipped:
      report(
        InputProblem(
          code: "time.missing", location: "\(cell.position)", found: cell.text.shortened,
          expected: "\(column.name): a time that the clocks show; they go forward that night and skip this one"))
      return DocumentValue(.text(cell.text), at: cell.position)
    case .malformed: return refuse(cell, column, code: "cell.malformed", found: cell.text)
    }
  }

  private mutating func choice(
    _ written: String, of choices: TableChoices, _ cell: CSVTable.Cell, _ column: TableColumn
  ) -> DocumentValue {
    if let name = choices.name(for: written) { return DocumentValue(.text(name), at: cell.position) }
    let near = NearestWord.to(written, among: choices.words)
    return refuse(
      cell, column, code: "choice.unknown", found: written, suggestion: near.map { "\"\($0)\" was meant" })
  }

  private mutating func count(_ item: String, _ cell: CSVTable.Cell, _ column: TableColumn) -> DocumentValue {
    let parts = CellReader.halves(item)
    guard parts.count == 2, !parts[0].isEmpty, let number = CellReader.wholeNumber(parts[1]) else {
      return refuse(cell, column, code: "cell.malformed", found: item)
    }
    return object([
      CellReader.member("worker", .text(parts[0]), of: cell), CellReader.member("visits", .number(number), of: cell),
    ])
  }

  private mutating func weeks(_ item: String, _ cell: CSVTable.Cell, _ column: TableColumn) -> DocumentValue {
    let parts = CellReader.halves(item)
    let weeks = parts.last?.split(separator: ",").map { CellReader.wholeNumber(CellReader.stripped($0)) } ?? []
    guard parts.count == 2, !parts[0].isEmpty, !weeks.isEmpty, !weeks.contains(nil) else {
      return refuse(cell, column, code: "cell.malformed", found: item)
    }
    return object([
      CellReader.member("worker", .text(parts[0]), of: cell),
      CellReader.member(
        "weeks", .array(weeks.compactMap { $0 }.map { DocumentValue(.number($0), at: cell.position) }), of: cell),
    ])
  }

  private mutating func day(_ item: String, _ cell: CSVTable.Cell, _ column: TableColumn) -> DocumentValue {
    guard let date = LocalClock.date(item) else {
      return refuse(cell, column, code: "cell.malformed", found: item)
    }
    return DocumentValue(.text(date.description), at: cell.position)
  }

  private mutating func datedDay(_ item: String, _ cell: CSVTable.Cell, _ column: TableColumn) -> DocumentValue {
    let days = CellReader.halves(item).map { LocalClock.date($0) }
    guard days.count == 2, let madeOn = days[0], let end = days[1] else {
      return refuse(cell, column, code: "cell.malformed", found: item)
    }
    return object([
      CellReader.member("madeOn", .text(madeOn.description), of: cell),
      CellReader.member("end", .text(end.description), of: cell),
    ])
  }

  private static func member(
    _ key: String, _ content: DocumentValue.Content, of cell: CSVTable.Cell
  ) -> DocumentValue.Member {
    DocumentValue.Member(
      key: key, keyPosition: cell.position, value: DocumentValue(content, at: cell.position))
  }

  /// What stands either side of a colon.
  private static func halves(_ item: String) -> [String] {
    item.split(separator: ":", omittingEmptySubsequences: false).map(stripped)
  }

  private func items(of cell: CSVTable.Cell) -> [String] {
    cell.text.split(separator: ";").map(CellReader.stripped).filter { !$0.isEmpty }
  }

  static func stripped(_ text: some StringProtocol) -> String {
    let end = text.lastIndex { !$0.isWhitespace }
    guard let start = text.firstIndex(where: { !$0.isWhitespace }), let end else { return "" }
    return String(text[start...end])
  }

  static func truth(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "yes", "y", "true", "1": true
    case "no", "n", "false", "0": false
    default: nil
    }
  }

  /// The digits without leading zeros, as JSON writes a number; nil for anything but a whole number.
  static func wholeNumber(_ text: String) -> String? {
    let isNegative = text.hasPrefix("-")
    let digits = isNegative ? text.dropFirst() : text[...]
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    let significant = digits.drop { $0 == "0" }
    return significant.isEmpty ? "0" : (isNegative ? "-" : "") + significant
  }
}
