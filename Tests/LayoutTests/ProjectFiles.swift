import Foundation

/// The project's own files, found from the place of this one.
enum ProjectFiles {
  /// A file that is not there, or is not text.
  struct Unreadable: Error, CustomStringConvertible {
    var path: String
    var description: String { "cannot read \(path)" }
  }

  /// The package's root: three levels above this file.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The text of a file, from the root.
  static func text(of path: String) throws -> String {
    try text(at: root.appendingPathComponent(path))
  }

  /// Every source file under `Sources` and `Tests` (Swift, C and module maps), in order of path.
  static func sources() throws -> [SourceFile] {
    var files: [SourceFile] = []
    for name in ["Sources", "Tests"] {
      let directory = root.appendingPathComponent(name).resolvingSymlinksInPath()
      let paths = try FileManager.default.subpathsOfDirectory(atPath: directory.path)
      for path in paths.sorted() where isSource(path) {
        let file = directory.appendingPathComponent(path)
        files.append(SourceFile(path: "\(name)/\(path)", text: try text(at: file)))
      }
    }
    return files
  }

  private static func text(at url: URL) throws -> String {
    guard let data = FileManager.default.contents(atPath: url.path), let text = String(data: data, encoding: .utf8)
    else { throw Unreadable(path: url.path) }
    return text
  }

  private static func isSource(_ path: String) -> Bool {
    [".swift", ".c", ".h", ".modulemap"].contains { path.hasSuffix($0) }
  }
}
