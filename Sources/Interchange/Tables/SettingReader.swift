import CareModel
import Quantities

/// Reads the rows of `service.csv`: a setting and its value each.
struct SettingReader {
  private(set) var problems: [InputProblem] = []
  private let file: String
  private let settings: [TableColumn]
  /// By the setting's plain name: lower case, letters and digits alone.
  private var values: [String: CSVTable.Cell] = [:]
  private var policyRows: [(setting: PolicySetting, key: CSVTable.Cell, value: CSVTable.Cell)] = []

  /// - Parameter settings: those that the file may have besides the rules of the service.
  init(_ table: CSVTable, settings: [TableColumn]) {
    file = table.file
    self.settings = settings
    for row in table.rows where row.cells.count >= 2 { take(row.cells[0], row.cells[1]) }
  }

  private mutating func take(_ key: CSVTable.Cell, _ value: CSVTable.Cell) {
    let plain = TableChoices.plain(key.text)
    let own = settings.first { TableChoices.plain($0.name) == plain }
    let policy = PolicySetting.all.first { TableChoices.plain($0.key) == plain }
    guard own != nil || policy != nil else {
      let known = settings.map(\.name) + PolicySetting.all.map(\.key)
      problems.append(
        InputProblem(
          code: "setting.unknown", location: "\(key.position)", found: key.text.shortened,
          expected: "the name of a setting (README.txt lists them)",
          suggestion: NearestWord.to(key.text, among: known).map { "\($0) was meant" }))
      return
    }
    let isRepeated = values[plain] != nil || policyRows.contains { TableChoices.plain($0.key.text) == plain }
    if isRepeated {
      problems.append(
        InputProblem(
          code: "setting.repeated", location: "\(key.position)", found: key.text.shortened,
          expected: "each setting once"))
    } else if value.text.isEmpty {
      return
    } else if let policy {
      policyRows.append((policy, key, value))
    } else {
      values[plain] = value
    }
  }

  func cell(_ setting: String) -> CSVTable.Cell? { values[TableChoices.plain(setting)] }

  func text(_ setting: String) -> String? { cell(setting)?.text }

  /// A setting read in some way; nil, with a problem, where that can't be done, and nil where it is not set.
  mutating func take<Value>(_ setting: String, _ expected: String, _ read: (String) -> Value?) -> Value? {
    guard let cell = cell(setting) else { return nil }
    if let value = read(cell.text) { return value }
    report(setting, cell.text, expected)
    return nil
  }

  mutating func report(_ setting: String, _ found: String, _ expected: String) {
    let position = cell(setting)?.position ?? SourcePosition(file: file, line: 1, column: 1)
    problems.append(
      InputProblem(
        code: "setting.malformed", location: "\(position)", found: found.shortened, expected: "\(setting): \(expected)")
    )
  }

  /// The instant of a clock time of the service day, as ISO 8601.
  mutating func instant(_ setting: String, by clock: LocalClock) -> String? {
    guard let cell = cell(setting) else { return nil }
    if case .at(let instant) = clock.moment(cell.text, isEnd: false) { return clock.calendar.iso(instant) }
    report(setting, cell.text, "a time of the service day such as 07:00, which the clocks show")
    return nil
  }

  /// What every folder must say, but for what the command line gives.
  mutating func reportMissing(given: [String]) {
    for column in settings
    where column.isRequired && cell(column.name) == nil && !given.contains(column.name) {
      problems.append(
        InputProblem(
          code: "setting.missing", location: "\(SourcePosition(file: file, line: 1, column: 1))", found: "",
          expected: "a row \(column.name),… (\(column.meaning))"))
    }
  }

  /// The word that is meant, however it is written; the text itself where none is.
  private static func name(_ text: String, among names: [String]) -> String {
    names.first { TableChoices.plain($0) == TableChoices.plain(text) } ?? text
  }

  /// The rules of the service that are set, under their names in the document.
  func policy() -> [DocumentValue.Member] {
    policyRows.map { row in
      let content: DocumentValue.Content
      switch row.setting.field {
      case .integer:
        content = CellReader.wholeNumber(row.value.text).map { .number($0) } ?? .text(row.value.text)
      case .clock: content = .text(LocalClock.time(row.value.text)?.description ?? row.value.text)
      case .choice(let names, _, _): content = .text(SettingReader.name(row.value.text, among: names))
      case .choices(let names, _, _):
        content = .array(
          row.value.text.split(separator: ";").map { text in
            DocumentValue(
              .text(SettingReader.name(CellReader.stripped(text), among: names)), at: row.value.position)
          })
      }
      return DocumentValue.Member(
        key: row.setting.key, keyPosition: row.key.position,
        value: DocumentValue(content, at: row.value.position))
    }
  }
}
