import CareModel
import Quantities
import ReproducibleNumbers

/// Reads a day of the service, or a whole service, from a folder of CSV files.
///
/// The folder becomes the same tree as a native document and goes through the same reader, so that there is one
/// validation: only what a cell means is decided here. Problems name file, line and column.
/// ```swift
/// let reading = TableReader.read(try TableFolder.read(directory: "myday"))
/// ```
package enum TableReader {
  /// Reads a folder.
  ///
  /// - Parameters:
  ///   - asOf: ISO 8601 with zone, as given on the command line; replaces the folder's.
  ///   - serviceDate: `2026-11-24`, as given on the command line; clock times are then that day's.
  package static func read(
    _ folder: TableFolder, asOf: String? = nil, serviceDate: String? = nil
  ) -> CaseloadReading {
    let document = TableDocument(
      ofDay: folder, serviceDate: serviceDate.flatMap { LocalClock.date($0) }, hasAsOf: asOf != nil)
    let digest = digest(of: folder)
    guard document.fileProblems.isEmpty else {
      return CaseloadReading(
        caseload: nil, problems: document.fileProblems + distinct(document.recordProblems.map(\.problem)),
        inputDigest: digest)
    }
    let reading = DayReader.read(document.root, asOf: asOf, serviceDate: serviceDate)
    let merged = ProblemMerge(document.recordProblems)
    return CaseloadReading(
      caseload: reading.caseload.map(merged.caseload), problems: merged.problems(reading.problems),
      warnings: reading.warnings.map(ProblemMerge.relocated) + document.workersWithoutShift, inputDigest: digest)
  }

  /// The tree that a folder becomes; for writing it out as a native document.
  package static func tree(_ folder: TableFolder, serviceDate: String? = nil) -> DocumentValue {
    TableDocument(ofDay: folder, serviceDate: serviceDate.flatMap { LocalClock.date($0) }).root
  }

  /// Reads a whole service.
  ///
  /// - Parameter asOf: a moment of its today, as given on the command line; replaces the folder's.
  package static func service(_ folder: TableFolder, asOf: String? = nil) -> ServiceReading {
    let document = TableDocument(ofWholeService: folder)
    let digest = digest(of: folder)
    let own = document.recordProblems.map(\.problem)
    let unexpected = folder.unexpected
    guard document.fileProblems.isEmpty, unexpected.isEmpty else {
      return ServiceReading(
        service: nil, problems: unexpected + document.fileProblems + distinct(own), inputDigest: digest)
    }
    let reading = ServiceReader.read(document.root, asOf: asOf)
    let merged = ProblemMerge(document.recordProblems)
    return ServiceReading(
      service: reading.service.map(merged.service), problems: merged.problems(reading.problems),
      warnings: reading.warnings.map(ProblemMerge.relocated), inputDigest: digest)
  }

  /// Of all files, by name, and of what their columns are called, so that any change of any of them shows.
  private static func digest(of folder: TableFolder) -> String {
    var hash = SHA256()
    for (name, bytes) in folder.files.sorted(by: { $0.key < $1.key }) {
      hash.update("\(name) \(bytes.count)\n")
      hash.update(bytes: bytes)
    }
    if !folder.mapping.bytes.isEmpty {
      hash.update("mapping \(folder.mapping.bytes.count)\n")
      hash.update(bytes: folder.mapping.bytes)
    }
    return hash.hexadecimal
  }

  static func distinct(_ problems: [InputProblem]) -> [InputProblem] {
    var seen: Set<InputProblem> = []
    return problems.filter { seen.insert($0).inserted }
  }
}
