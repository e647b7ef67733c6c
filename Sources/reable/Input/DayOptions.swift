import ArgumentParser
import CareModel
import Foundation
import Interchange
import PublicInstances
import Quantities
import ReproducibleNumbers
import TravelTimes

/// Which day is meant: a document of a day or of a whole service, a scenario's folder, a folder of CSV files of either, or a
/// public instance.
struct DayOptions: ParsableArguments {
  @Argument(
    help:
      "A day: a JSON document of a day or a whole service, a folder with one or with CSV files, or a UHHC instance."
  )
  var day: String

  @Option(
    help: ArgumentHelp(
      "Plan this service day instead of the document's (of a whole service: any day), written 24/11/2026 or 2026-11-24.",
      valueName: "day"))
  var date: String?

  @Option(
    help: ArgumentHelp(
      "Take this moment for now instead of the document's: 10:00, or with day and zone 2026-11-24T10:00Z.",
      valueName: "hh:mm"))
  var asOf: String?

  @OptionGroup var columns: ColumnsOption

  @Flag(help: "Stop where a record is wrong, instead of leaving it out and saying so.")
  var refuseBadRecords = false

  func validate() throws {
    if let date, LocalClock.date(date) == nil {
      throw ValidationError("--date \(date) is no date; write it like 24/11/2026 or 2026-11-24")
    }
    try MomentOption.validate(asOf)
  }

  /// Reads the day, and says on standard error what of it was left out.
  ///
  /// - Throws: `ExitCode` after saying what is wrong.
  func read(isQuiet: Bool) throws -> (caseload: Caseload, digest: String) {
    let result = try reading()
    guard let caseload = result.caseload else { throw Refusal.input(result.problems, of: day) }
    if refuseBadRecords, !result.problems.isEmpty { throw Refusal.input(result.problems, of: day) }
    if !isQuiet { Refusal.listLeftOut(result, of: day) }
    return (caseload, result.inputDigest ?? "")
  }

  /// The ways of a day.
  ///
  /// - Throws: `ExitCode` after naming the place whose distance nobody knows.
  static func travel(of day: Caseload) throws -> TravelModel {
    do {
      return try TravelModel(day)
    } catch {
      throw Refusal.input("\(error)")
    }
  }

  /// The reading itself, problems and all.
  func reading() throws -> CaseloadReading {
    do {
      return try reading(of: day)
    } catch let error as FileError {
      throw Refusal.file(error)
    }
  }

  private func reading(of path: String) throws -> CaseloadReading {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw FileError.unreadable(path: path)
    }
    guard isDirectory.boolValue else { return try reading(ofFile: path) }
    for name in ["day.json", "service.json", "instance.json"] {
      let document = path + "/" + name
      if FileManager.default.fileExists(atPath: document) { return try reading(ofFile: document) }
    }
    let folder = try TableFolder.read(directory: path, mapping: columns.mapping())
    return switch folder.kind {
    case .day: TableReader.read(folder, asOf: asOf, serviceDate: date)
    case .wholeService: try ServiceDay.read(TableReader.service(folder), asOf: asOf, date: date)
    }
  }

  private func reading(ofFile path: String) throws -> CaseloadReading {
    try columns.refuse(for: path)
    let bytes = try InputFile.bytes(of: path)
    guard let root = try? JSONParser.parse(bytes, file: path) else {
      // Not JSON: the reader says where and why.
      return DayReader.read(json: bytes, file: path, asOf: asOf, serviceDate: date)
    }
    let reading =
      if UHHCReader.looksLikeUHHC(root) {
        UHHCReader.read(root)
      } else if ServiceDay.isService(root) {
        try ServiceDay.read(ServiceReader.read(root), asOf: asOf, date: date)
      } else {
        DayReader.read(root, asOf: asOf, serviceDate: date)
      }
    return CaseloadReading(
      caseload: reading.caseload, problems: reading.problems, warnings: reading.warnings,
      inputDigest: SHA256.hexadecimal(of: bytes))
  }
}

/// The option `--as-of`.
enum MomentOption {
  /// - Throws: where it is no moment in any of the ways in which one may be written.
  static func validate(_ asOf: String?) throws {
    guard let asOf, ZonedReading(iso: asOf) == nil, !LocalClock.hasForm(asOf) else { return }
    throw ValidationError(
      "--as-of \(asOf) is no time; write a clock time of the service day like 10:00, or a moment like"
        + " 2026-11-24T07:00+00:00")
  }
}
