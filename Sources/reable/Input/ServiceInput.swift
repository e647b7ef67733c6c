import ArgumentParser
import CareModel
import Foundation
import Interchange

/// Reads a whole service for commands that look at more than a day.
enum ServiceInput {
  /// The service of a file, of a folder with `service.json`, or of a folder of CSV files; what was left out of it is said on
  /// standard error.
  ///
  /// - Parameters:
  ///   - asOf: a moment of the service's today, in place of its own.
  ///   - columns: what a folder's columns are called here.
  /// - Throws: `ExitCode` after saying what is wrong.
  static func read(
    _ path: String, asOf: String? = nil, columns: ColumnsOption, refusingBadRecords: Bool
  ) throws -> Service {
    let reading: ServiceReading
    do {
      reading = try self.reading(path, asOf: asOf, columns: columns)
    } catch let error as FileError {
      throw Refusal.file(error)
    }
    let document = document(path) ?? path
    guard let service = reading.service, !refusingBadRecords || reading.problems.isEmpty else {
      throw Refusal.input(reading.problems, of: document)
    }
    Refusal.listLeftOut(
      CaseloadReading(caseload: nil, problems: reading.problems, warnings: reading.warnings), of: document)
    return service
  }

  private static func reading(_ path: String, asOf: String?, columns: ColumnsOption) throws -> ServiceReading {
    if let document = document(path) {
      try columns.refuse(for: document)
      return ServiceReader.read(json: try InputFile.bytes(of: document), file: document, asOf: asOf)
    }
    let mapping = try columns.mapping()
    let isDayDocument = FileManager.default.fileExists(atPath: path + "/day.json")
    guard !isDayDocument, TableFolder.isOne(directory: path, mapping: mapping) else {
      if isDayDocument { throw refusal(path) }
      Console.writeNote("no service.json and no CSV files in \(path)\n")
      throw ExitReason.inputOutput.code
    }
    let folder = try TableFolder.read(directory: path, mapping: mapping)
    guard folder.kind == .wholeService else { throw refusal(path) }
    return TableReader.service(folder, asOf: asOf)
  }

  private static func refusal(_ path: String) -> ExitCode {
    Refusal.input(
      "\(path) is a day; a whole service is needed (reable generate --service and reable template --service make one)")
  }

  /// The document that is read for a path: itself, or a folder's `service.json`; nil for a folder without one.
  private static func document(_ path: String) -> String? {
    guard isFolder(path) else { return path }
    let document = path + "/service.json"
    return FileManager.default.fileExists(atPath: document) ? document : nil
  }

  private static func isFolder(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
  }

  /// Whether writing to a path would overwrite what is read.
  static func isSameFile(_ out: String, _ path: String) -> Bool {
    func resolved(_ path: String) -> String { URL(filePath: path).resolvingSymlinksInPath().standardizedFileURL.path }
    let read = document(path).map { [$0] } ?? TableFolder.Kind.wholeService.schemas.map { "\(path)/\($0.file)" }
    return read.contains { resolved(out) == resolved($0) }
  }

  /// Who is meant by an id, of a person, a referral or an episode, or by a name.
  ///
  /// - Throws: `ExitCode` after saying that nobody is meant, or who may be.
  static func person(_ text: String, in service: Service, names: NameBook) throws -> PersonID {
    let id =
      service.referral(ReferralID(text))?.referral.person ?? service.episode(EpisodeID(text))?.episode.person
      ?? setAside(text, in: service) ?? PersonID(text)
    if service.person(id) != nil { return id }
    if service.quarantine.contains(where: { $0.person == id || $0.kind == RecordKind.person.rawValue && $0.id == text })
    {
      throw Refusal.input("--person \(text): left out of the plan, for what is told above")
    }
    func named(wholly: Bool) -> [PersonID] {
      service.people.map(\.id).filter { names.hasName($0, text, wholly: wholly) }
    }
    let exact = named(wholly: true)
    let found = exact.isEmpty ? named(wholly: false) : exact
    if found.count == 1 { return found[0] }
    guard !found.isEmpty else {
      throw Refusal.input(
        "--person \(text): the service knows nobody of this id\(names.isEmpty ? " (a name needs --names)" : " or name")"
      )
    }
    let shown = found.prefix(10).map { "\n  \($0) \(names.name($0))" }.joined()
    let rest = found.count > 10 ? "\n  and \(found.count - 10) more" : ""
    throw Refusal.input("--person \(text): \(found.count) people may be meant; say which by id\(shown)\(rest)")
  }

  /// Whose a referral or an episode is that was left out.
  private static func setAside(_ id: String, in service: Service) -> PersonID? {
    let kinds = [RecordKind.referral, .episode].map(\.rawValue)
    return service.quarantine.first { $0.id == id && kinds.contains($0.kind) }?.person
  }
}
