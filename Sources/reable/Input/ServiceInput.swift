import ArgumentParser
import CareModel
import Foundation
import Interchange

/// Reads a whole service for commands that look at more than a day.
enum ServiceInput {
  /// The service of a file, or of a folder with `service.json`; what was left out of it is said on standard error.
  ///
  /// - Throws: `ExitCode` after saying what is wrong.
  static func read(_ path: String, refusingBadRecords: Bool) throws -> Service {
    var isDirectory: ObjCBool = false
    let isFolder = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
    let file = isFolder ? path + "/service.json" : path
    let reading: ServiceReading
    do {
      reading = ServiceReader.read(json: try InputFile.bytes(of: file), file: file)
    } catch let error as FileError {
      throw Refusal.file(error)
    }
    guard let service = reading.service, !refusingBadRecords || reading.problems.isEmpty else {
      throw Refusal.input(reading.problems, of: file)
    }
    Refusal.listLeftOut(
      CaseloadReading(caseload: nil, problems: reading.problems, warnings: reading.warnings), of: file)
    return service
  }
}
