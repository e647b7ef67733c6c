import CareModel
import ReproducibleNumbers

/// Reads a day of the service from the native document, or from any tree of the same shape.
///
/// Every problem is found in one pass. A bad record is set aside and what depends on it with it; the rest goes on.
/// ```swift
/// let reading = DayReader.read(json: bytes, file: "day.json")
/// if let caseload = reading.caseload { … } else { reading.problems.forEach { print($0) } }
/// ```
package enum DayReader {
  /// The value of the key `format`.
  package static let format = "reable-day"
  /// The value of the key `version`.
  package static let version = 1

  /// Reads the bytes of a JSON file.
  ///
  /// - Parameters:
  ///   - file: the name that stands in messages.
  ///   - asOf: ISO 8601 with zone, as given on the command line; replaces the document's.
  ///   - serviceDate: `2026-11-24`, as given on the command line; replaces the document's.
  package static func read(
    json bytes: [UInt8], file: String, asOf: String? = nil, serviceDate: String? = nil
  ) -> CaseloadReading {
    do {
      let root = try JSONParser.parse(bytes, file: file)
      let reading = read(root, asOf: asOf, serviceDate: serviceDate)
      return CaseloadReading(
        caseload: reading.caseload, problems: reading.problems, warnings: reading.warnings,
        inputDigest: SHA256.hexadecimal(of: bytes))
    } catch {
      return CaseloadReading(caseload: nil, problems: [error.problem])
    }
  }

  /// Reads a tree with the keys of the native document; each value's position is named in messages.
  ///
  /// Whole numbers must be `.number`, times ISO 8601 `.text` with zone, flags `.truth`; `.null` counts as absent.
  package static func read(
    _ root: DocumentValue, asOf: String? = nil, serviceDate: String? = nil
  ) -> CaseloadReading {
    let log = ProblemLog()
    guard DocumentFormat(name: format, version: version).isSaid(by: root, log),
      let reader = RecordReader(root, path: "", keys: DayHeadReader.keys, log: log),
      let head = DayHeadReader.read(reader, .init(asOf: asOf, serviceDate: serviceDate))
    else { return CaseloadReading(caseload: nil, problems: log.problems) }
    var reading = DayReading(root: reader, head: head)
    return reading.read()
  }
}
