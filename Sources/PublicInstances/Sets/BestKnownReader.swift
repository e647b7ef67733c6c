package import CareModel
import Interchange

/// Reads a set's `best_known.csv`.
///
/// Columns: `instance, convention, vehicles, value, lower_bound, proven, evidence, source`; `vehicles` is filled in for
/// conventions that count them before the value. Where a set has several values in order of importance, they stand as they are printed:
/// `20 / 1 / 4210`.
package enum BestKnownReader {
  private static let columns = [
    "instance", "convention", "vehicles", "value", "lower_bound", "proven", "evidence", "source",
  ]

  /// Reads the bytes of a table: whole or not at all.
  package static func read(_ bytes: [UInt8], file: String) -> (table: BestKnownTable?, problems: [InputProblem]) {
    let reading = CSVParser.read(bytes, file: file)
    var problems = reading.fileProblems + reading.rowProblems.map(\.problem)
    let header = reading.table.header.map(\.text)
    guard problems.isEmpty, header == columns else {
      if problems.isEmpty {
        problems.append(
          InputProblem(
            code: "header.unknown", location: "\(file):1:1", found: header.joined(separator: ","),
            expected: columns.joined(separator: ",")))
      }
      return (nil, problems)
    }
    let rows = reading.table.rows.compactMap { row($0, &problems) }
    return problems.isEmpty ? (BestKnownTable(rows: rows), []) : (nil, problems)
  }

  private static func row(_ row: CSVTable.Row, _ problems: inout [InputProblem]) -> BestKnown? {
    func report(_ column: Int, _ expected: String) {
      problems.append(
        InputProblem(
          code: "cell.unreadable", location: "\(row.cells[column].position)", found: row.cells[column].text,
          expected: expected))
    }
    func word<Word: RawRepresentable<String> & CaseIterable>(_ column: Int, _: Word.Type) -> Word? {
      let word = Word(rawValue: row.cells[column].text)
      if word == nil { report(column, "one of \(Word.allCases.map(\.rawValue).joined(separator: ", "))") }
      return word
    }
    func number(_ column: Int) -> ExactValue? {
      if row.cells[column].text.isEmpty { return nil }
      let value = ExactValue(decimal: row.cells[column].text)
      if value == nil { report(column, "a decimal number like 218.199") }
      return value
    }
    let convention = word(1, BestKnown.Convention.self)
    let vehicles = number(2)
    let parts = row.cells[3].text.split(separator: " / ", omittingEmptySubsequences: false)
    let values = parts.compactMap { ExactValue(decimal: String($0)) }
    if values.count < parts.count, !row.cells[3].text.isEmpty { report(3, "a decimal number like 218.199") }
    let bound = number(4)
    let isProven = ["yes": true, "no": false][row.cells[5].text]
    let evidence = word(6, BestKnown.Evidence.self)
    if row.cells[3].text.isEmpty { report(3, "a value") }
    if isProven == nil { report(5, "yes or no") }
    if row.cells[0].text.isEmpty { report(0, "the name of an instance") }
    guard let convention, values.count == parts.count, !values.isEmpty, let isProven, let evidence else { return nil }
    guard (vehicles != nil) == (convention == .hierarchical) else {
      report(2, "a number of vehicles under the convention hierarchical, nothing elsewhere")
      return nil
    }
    return BestKnown(
      instance: row.cells[0].text, convention: convention, value: SetObjective((vehicles.map { [$0] } ?? []) + values),
      lowerBound: bound, isProven: isProven, evidence: evidence, source: row.cells[7].text,
      decimals: parts.last?.split(separator: ".").dropFirst().first?.count ?? 0)
  }
}
