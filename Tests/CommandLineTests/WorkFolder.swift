import Foundation

/// A folder for one test, gone afterwards.
final class WorkFolder {
  let url: URL
  private let root: URL

  init() throws {
    root = FileManager.default.temporaryDirectory.appendingPathComponent("reable-\(UUID().uuidString)")
    url = root.appendingPathComponent("work")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  /// A place that the program under test doesn't see.
  func outside(_ name: String) -> URL { root.appendingPathComponent(name) }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: url.appendingPathComponent(name))
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appendingPathComponent(name)), as: UTF8.self)
  }

  /// Every file below, hidden ones too, by path.
  var files: [String] {
    (FileManager.default.subpaths(atPath: url.path) ?? []).filter { path in
      var isDirectory: ObjCBool = false
      let full = url.appendingPathComponent(path).path
      return FileManager.default.fileExists(atPath: full, isDirectory: &isDirectory) && !isDirectory.boolValue
    }.sorted()
  }

  func run(_ arguments: String...) throws -> Program.Outcome { try Program.run(arguments, in: self) }
}

/// The project's own folder.
let projectFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()
