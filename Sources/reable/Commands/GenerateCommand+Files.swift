import ArgumentParser
import Foundation

/// The names of the files that are written.
extension GenerateCommand {
  /// The page's name follows from the document's, so that a document named like a page would have none.
  func validatePage() throws {
    guard describe, let out, out.lowercased().hasSuffix(".html") else { return }
    let stem = out.dropLast(5)
    throw ValidationError(
      "--out \(out) is the document's name, and the page stands beside it: take --out \(stem).json for \(stem).json and"
        + " \(stem).html, or leave --out away for the page alone, on standard output")
  }

  /// One file would be written over another.
  func validateFiles() throws {
    let page = describe ? out.map(GenerateCommand.pagePath) : nil
    let files = [("--out", out), ("the page of --describe", page), ("--map", map), ("--names-out", namesOut)]
    var named: [String: String] = [:]
    for case (let option, let path?) in files where !GenerateCommand.isStream(path) {
      let file = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
      if let other = named[file] {
        throw ValidationError("\(other) and \(option) name the same file, \(path); give each its own")
      }
      named[file] = option
    }
  }

  /// `service.html` for `service.json`.
  static func pagePath(beside path: String) -> String {
    (path.hasSuffix(".json") ? String(path.dropLast(5)) : path) + ".html"
  }

  /// Whether it is a device or a pipe, which takes one text after the other.
  private static func isStream(_ path: String) -> Bool {
    let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    return type == .typeCharacterSpecial || type == .typeUnknown
  }
}
