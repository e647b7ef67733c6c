import Interchange

extension RecordReader {
  /// A decimal number that must be there, in units of its last decimal.
  func decimal(_ key: String, decimals: Int, in range: ClosedRange<Int>) -> Int? {
    let expected = RecordReader.expected(decimals, range)
    guard let value = required(key, expected) else { return nil }
    if let number = RecordReader.number(value, decimals: decimals), range.contains(number) { return number }
    report(key, code: "number.range", found: value.shown, expected: expected)
    return nil
  }

  /// A list of so many numbers that must be there.
  func numbers(_ key: String, count: ClosedRange<Int>, decimals: Int = 0, in range: ClosedRange<Int>) -> [Int]? {
    let size = count.lowerBound == count.upperBound ? "\(count.lowerBound)" : "at most \(count.upperBound)"
    let expected = "a list of \(size) numbers, each \(RecordReader.expected(decimals, range))"
    guard let value = required(key, expected) else { return nil }
    if case .array(let items) = value.content, count.contains(items.count) {
      let numbers = items.compactMap { RecordReader.number($0, decimals: decimals) }
      if numbers.count == items.count, numbers.allSatisfy(range.contains) { return numbers }
    }
    report(key, code: "number.list", found: value.shown, expected: expected)
    return nil
  }

  /// A square table of numbers that must be there, row by row.
  func squareTable(_ key: String, atMost limit: Int, decimals: Int, in range: ClosedRange<Int>) -> [[Int]] {
    let cell = RecordReader.expected(decimals, range)
    guard let value = required(key, "a square table, each entry \(cell)") else { return [] }
    guard case .array(let rows) = value.content, rows.count <= limit else {
      report(
        key, code: "value.kind", found: value.shown, expected: "a square table of at most \(limit) rows is expected")
      return []
    }
    var table: [[Int]] = []
    for (index, row) in rows.enumerated() {
      var numbers: [Int] = []
      var count = -1
      if case .array(let cells) = row.content {
        count = cells.count
        numbers = cells.compactMap { RecordReader.number($0, decimals: decimals) }.filter(range.contains)
      }
      if numbers.count == rows.count, count == rows.count {
        table.append(numbers)
      } else {
        report(
          key, code: "matrix.row", found: "row \(index) (\(row.position))",
          expected: "\(rows.count) entries, each \(cell)")
      }
    }
    return table
  }

  /// Reads an object of somebody else's format, whose other keys say nothing to us.
  static func open(_ value: DocumentValue, path: String, log: ProblemLog) -> RecordReader? {
    var keys: [String] = []
    if case .object(let members) = value.content { keys = members.map(\.key) }
    return RecordReader(value, path: path, keys: keys, log: log)
  }

  /// The objects of a list of somebody else's format; none, with a problem, where it is missing.
  func openObjects(_ key: String) -> [RecordReader] {
    guard let value = required(key, "a list is expected") else { return [] }
    guard case .array(let items) = value.content else {
      report(key, code: "value.kind", found: value.shown, expected: "a list [ … ] is expected")
      return []
    }
    return items.enumerated().compactMap {
      RecordReader.open($1, path: "\(path.isEmpty ? "" : "\(path).")\(key)[\($0)]", log: log)
    }
  }

  private static func number(_ value: DocumentValue, decimals: Int) -> Int? {
    guard case .number(let text) = value.content else { return nil }
    return FixedPoint.number(text, decimals: decimals)
  }

  private static func expected(_ decimals: Int, _ range: ClosedRange<Int>) -> String {
    let ends = [range.lowerBound, range.upperBound].map {
      ExactValue($0, over: (0..<decimals).reduce(1) { power, _ in power * 10 }).description
    }
    return "a number from \(ends[0]) to \(ends[1]) with at most \(decimals) decimals"
  }
}
