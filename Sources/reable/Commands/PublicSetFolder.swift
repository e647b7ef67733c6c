import ArgumentParser
import CareModel
import Foundation
import Interchange
import PublicInstances

/// Where the instances of public sets lie, and what of them can't be read; whatever can't is told and the others go on.
struct PublicSetFolder {
  let folder: String
  /// What the names of instances must begin with.
  let only: String?
  /// Whether the folder itself may be that of the set.
  let mayBeOfSet: Bool
  /// The exit code that the first file asks for which could not be read; nil so far.
  private(set) var trouble: ExitCode?
  /// How many files could not be read.
  private(set) var troubles = 0
  /// Folders that were looked into, and how many instances lay there, whatever their names.
  private var looked: [(folder: String, ending: String, found: Int)] = []

  init(folder: String, only: String?, mayBeOfSet: Bool) {
    self.folder = folder
    self.only = only
    self.mayBeOfSet = mayBeOfSet
  }

  private func base(of set: PublicSet) -> String {
    let below = "\(folder)/\(set.folder)"
    return FileManager.default.fileExists(atPath: below) || !mayBeOfSet ? below : folder
  }

  /// The names of the set's instances that are wanted, short ones first.
  mutating func names(of set: PublicSet) -> [String] {
    let ending = ".\(set.fileExtension)"
    let instances = "\(base(of: set))/instances"
    let all = ((try? FileManager.default.contentsOfDirectory(atPath: instances)) ?? []).filter { $0.hasSuffix(ending) }
    looked.append((instances, ending, all.count))
    return all.filter { $0.hasPrefix(only ?? "") }.map { String($0.dropLast(ending.count)) }
      .sorted { ($0.count, $0) < ($1.count, $1) }
  }

  /// An instance; nil where it can't be read.
  mutating func instance(_ name: String, of set: PublicSet) -> PublicInstance? {
    let path = "\(base(of: set))/instances/\(name).\(set.fileExtension)"
    guard let bytes = bytes(of: path) else { return nil }
    let reading = PublicInstance.read(bytes, file: path, of: set)
    if reading.instance == nil { note(Refusal.input(reading.problems, of: path)) }
    return reading.instance
  }

  /// The set's published values; nil where there are none, or where they can't be read.
  mutating func published(of set: PublicSet) -> BestKnownTable? {
    let path = "\(base(of: set))/best_known.csv"
    guard FileManager.default.fileExists(atPath: path), let bytes = bytes(of: path) else { return nil }
    let (table, problems) = BestKnownReader.read(bytes, file: path)
    if table == nil { note(Refusal.input(problems, of: path)) }
    return table
  }

  private mutating func bytes(of path: String) -> [UInt8]? {
    if let bytes = try? InputFile.bytes(of: path) { return bytes }
    note(Refusal.file(.unreadable(path: path)))
    return nil
  }

  private mutating func note(_ code: ExitCode) {
    trouble = trouble ?? code
    troubles += 1
  }

  /// Why there is nothing to run.
  var nothingFound: String {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
      return "No instance was found: there is no folder \(folder)."
    }
    let found = looked.reduce(0) { $0 + $1.found }
    if let only, found > 0 {
      return "No instance was found: of \(found) in \(folder) none has a name that begins with \(only), as --only asks."
    }
    let places = looked.map { "\($0.folder)/*\($0.ending)" }.joined(separator: ", ")
    return "No instance was found in \(folder): there is nothing like \(places)."
  }
}
