import CareModel

/// Reads one of `travelMatrices`.
enum MatrixReader {
  static let keys = ["mode", "size", "seconds", "metres"]

  /// All of a document's matrices, one for a mode; problems are those of the whole document.
  static func list(_ root: RecordReader) -> [TravelMatrix] {
    let readers = root.objects("travelMatrices", keys: keys, atMost: TravelMode.allCases.count)
    var matrices: [TravelMatrix] = []
    for (index, reader) in readers.enumerated() {
      guard let matrix = read(reader) else { continue }
      if matrices.contains(where: { $0.mode == matrix.mode }) {
        root.report(
          "travelMatrices", code: "matrix.repeated", found: "\(matrix.mode.rawValue) again, as entry \(index)",
          expected: "one matrix for each mode is expected")
      }
      matrices.append(matrix)
    }
    return matrices
  }

  static func read(_ record: RecordReader) -> TravelMatrix? {
    let mode = record.word("mode", of: TravelMode.self)
    let size = record.integer("size", in: CaseloadLimits.matrixSize)
    let entries = size.map { $0 * $0 }
    if record.value("seconds") == nil { _ = record.required("seconds", "a list of seconds is expected") }
    let seconds = numbers(record, "seconds", in: CaseloadLimits.legSeconds, unit: "seconds", count: entries)
    let metres = numbers(record, "metres", in: CaseloadLimits.legMetres, unit: "metres", count: entries)
    guard let mode, let size, let seconds, let metres else { return nil }
    return TravelMatrix(mode: mode, size: size, seconds: seconds, metres: metres)
  }

  /// All entries of a table, none where it is absent; nil as soon as one is wrong, since matrices go wrong wholesale.
  private static func numbers(
    _ record: RecordReader, _ key: String, in range: ClosedRange<Int>, unit: String, count: Int?
  ) -> [Int32]? {
    guard record.value(key) != nil else { return [] }
    let items = record.items(key, atMost: Int.max)
    if let count, items.count != count, case .array = record.value(key)?.content {
      record.report(
        key, code: "matrix.size", found: "\(items.count) entries",
        expected: "size x size entries are expected, row by row: \(count)")
      return nil
    }
    let expected = RecordReader.wholeNumber(range, unit)
    var numbers: [Int32] = []
    numbers.reserveCapacity(items.count)
    for (index, item) in items.enumerated() {
      guard let number = record.integer(item, "\(key)[\(index)]", in: range, expected) else { return nil }
      numbers.append(Int32(clamping: number))
    }
    return numbers
  }
}
