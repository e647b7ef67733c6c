import CareModel
import Interchange

/// Reads the tree of a UHHC file; whatever is wrong with it is noted, and the instance is then not used at all.
struct UHHCParser {
  let log = ProblemLog()

  /// No number of minutes in an instance is larger: our day ends there.
  static let minutes = 0...1440
  /// What one unit of a component may cost.
  static let weights = 0...1_000_000

  private static let keys = [
    "metadata", "distances", "terminal_points", "caregivers", "patients", "services", "lunch_breaks",
  ]
  private static let metadataKeys = [
    "time_window_met", "cost_components", "name", "origin", "horizon", "generator_info",
  ]
  private static let terminalKeys = ["id", "distance_matrix_index", "location"]
  private static let caregiverKeys = [
    "id", "abilities", "departing_point", "arrival_point", "working_shift", "lunch_break",
  ]

  /// Nil where something is wrong; then ``log`` says what.
  func instance(_ root: DocumentValue) -> UHHCInstance? {
    guard let record = RecordReader(root, path: "", keys: UHHCParser.keys, log: log) else { return nil }
    var instance = UHHCInstance()
    instance.distances = distances(record)
    if let metadata = record.object("metadata", keys: UHHCParser.metadataKeys) { read(metadata, into: &instance) }
    let rows = instance.distances.count
    instance.lunch = record.optionalObject("lunch_breaks", keys: ["start", "end", "min_duration"]).flatMap(lunch)
    instance.terminals = record.objects("terminal_points", keys: UHHCParser.terminalKeys).compactMap {
      terminal($0, rows: rows)
    }
    instance.caregivers = record.objects("caregivers", keys: UHHCParser.caregiverKeys).compactMap(caregiver)
    instance.patients = record.objects("patients", keys: UHHCParser.patientKeys).compactMap { patient($0, rows: rows) }
    return log.isEmpty ? instance : nil
  }

  private func read(_ metadata: RecordReader, into instance: inout UHHCInstance) {
    instance.name = metadata.optionalText("name") ?? "unnamed"
    instance.origin = metadata.optionalText("origin") ?? ""
    instance.horizon = whole(metadata, "horizon", in: 1...1440) ?? 0
    switch metadata.text("time_window_met") {
    case "at_service_end": instance.isOnTimeByEnd = true
    case "at_service_start", nil: break
    case .some(let other):
      metadata.report(
        "time_window_met", code: "word.unknown", found: other,
        expected: "at_service_start or at_service_end is expected")
    }
    instance.costs = costs(metadata)
  }

  /// Any component may stand there: those that are unknown change nothing in how a day is read.
  private func costs(_ metadata: RecordReader) -> [String: UHHCInstance.Cost] {
    guard case .object(let members)? = metadata.value("cost_components")?.content else { return [:] }
    var costs: [String: UHHCInstance.Cost] = [:]
    for member in members {
      switch member.value.content {
      case .text("HARD"): costs[member.key] = .hard
      case .number:
        if let weight = UHHCParser.whole(member.value), UHHCParser.weights.contains(weight) {
          costs[member.key] = .weighted(weight)
        } else {
          metadata.report(
            "cost_components", code: "number.range", found: "\(member.key): \(member.value.shown)",
            expected: "a whole number from 0 to \(UHHCParser.weights.upperBound)")
        }
      default:
        metadata.report(
          "cost_components", code: "value.kind", found: "\(member.key): \(member.value.shown)",
          expected: "a weight or \"HARD\" is expected")
      }
    }
    return costs
  }

  private func distances(_ record: RecordReader) -> [[Int]] {
    guard let value = record.required("distances", "a square table of minutes") else { return [] }
    guard case .array(let rows) = value.content, CaseloadLimits.matrixSize.contains(rows.count) else {
      record.report("distances", code: "value.kind", found: value.shown, expected: "a square table of minutes")
      return []
    }
    var table: [[Int]] = []
    for (index, row) in rows.enumerated() {
      var numbers: [Int] = []
      if case .array(let cells) = row.content {
        numbers = cells.compactMap { UHHCParser.whole($0).flatMap { UHHCParser.minutes.contains($0) ? $0 : nil } }
      }
      guard case .array(let cells) = row.content, numbers.count == cells.count, numbers.count == rows.count else {
        record.report(
          "distances", code: "matrix.row", found: "row \(index) (\(row.position))",
          expected: "\(rows.count) whole numbers of minutes from 0 to \(UHHCParser.minutes.upperBound)")
        continue
      }
      table.append(numbers)
    }
    return table
  }

  private func terminal(_ record: RecordReader, rows: Int) -> UHHCInstance.Terminal? {
    let id = record.text("id")
    let row = self.row(record, of: rows)
    guard let id, let row else { return nil }
    return UHHCInstance.Terminal(id: id, row: row, location: location(record))
  }

  private func caregiver(_ record: RecordReader) -> UHHCInstance.Caregiver? {
    let id = record.text("id")
    let abilities = record.identifiers("abilities", of: String.self).map(\.text)
    let departing = record.text("departing_point")
    let arrival = record.text("arrival_point")
    let shift = record.optionalObject("working_shift", keys: ["start", "end"]).flatMap(window)
    let hasLunch = record.truth("lunch_break", default: false)
    guard let id, let departing, let arrival else { return nil }
    return UHHCInstance.Caregiver(
      id: id, abilities: abilities, departingPoint: departing, arrivalPoint: arrival, shift: shift, hasLunch: hasLunch)
  }

  private func lunch(_ record: RecordReader) -> UHHCInstance.Lunch? {
    let length = whole(record, "min_duration", in: CaseloadLimits.breakMinutes)
    guard let window = window(record), let length else { return nil }
    return UHHCInstance.Lunch(window: window, length: length)
  }

  /// `start` and `end` of a record, the end not before the start.
  func window(_ record: RecordReader) -> UHHCInstance.Window? {
    let start = whole(record, "start", in: UHHCParser.minutes)
    let end = whole(record, "end", in: UHHCParser.minutes)
    guard let start, let end else { return nil }
    guard start <= end else {
      record.report(
        "end", code: "interval.backwards", found: String(end), expected: "an end not before the start, \(start)")
      return nil
    }
    return UHHCInstance.Window(start: start, end: end)
  }

  /// The row of the table of distances that a record names.
  func row(_ record: RecordReader, of rows: Int) -> Int? {
    guard rows > 0 else { return nil }
    return whole(record, "distance_matrix_index", in: 0...(rows - 1))
  }

  /// A whole number that must be there; the set writes some of them as `207.0`.
  func whole(_ record: RecordReader, _ key: String, in range: ClosedRange<Int>) -> Int? {
    let expected = "a whole number from \(range.lowerBound) to \(range.upperBound)"
    guard let value = record.required(key, expected) else { return nil }
    if let number = UHHCParser.whole(value), range.contains(number) { return number }
    record.report(key, code: "number.range", found: value.shown, expected: expected)
    return nil
  }

  private static func whole(_ value: DocumentValue) -> Int? {
    guard case .number(let text) = value.content else { return nil }
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 1 || parts.count == 2 && parts[1].utf8.allSatisfy({ $0 == UInt8(ascii: "0") }) else {
      return nil
    }
    return Int(parts[0])
  }
}
