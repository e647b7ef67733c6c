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
    let file = ServiceInput.document(path)
    if file != path, !FileManager.default.fileExists(atPath: file),
      FileManager.default.fileExists(atPath: path + "/day.json")
    {
      throw Refusal.input("\(path) is a day; a whole service is needed (reable generate --service makes one)")
    }
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

  /// The file that is read for a path: itself, or a folder's `service.json`.
  private static func document(_ path: String) -> String {
    var isDirectory: ObjCBool = false
    let isFolder = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
    return isFolder ? path + "/service.json" : path
  }

  /// Whether writing to a path would overwrite the document that is read.
  static func isSameFile(_ out: String, _ path: String) -> Bool {
    func resolved(_ path: String) -> String { URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL.path }
    return resolved(out) == resolved(document(path))
  }

  /// Who is meant by an id: a person, or the person of a referral or an episode.
  static func person(_ id: String, in service: Service) -> PersonID {
    service.referral(ReferralID(id))?.referral.person ?? service.episode(EpisodeID(id))?.episode.person ?? PersonID(id)
  }
}
