import Foundation
import Testing

/// The Python that Debian's packages install for, for holding what we write against libraries that we did not write.
struct SystemPython {
  private static let path = "/usr/bin/python3"

  /// Nil where it lacks the module; where continuous integration promises it, that is a failure.
  ///
  /// - Parameter package: Debian's.
  init?(with module: String, from package: String) throws {
    let isThere =
      try FileManager.default.isExecutableFile(atPath: SystemPython.path)
      && SystemPython.run("import \(module)", []) != nil
    if !isThere {
      let isPromised = ProcessInfo.processInfo.environment["CI"] != nil
      #expect(!isPromised, "\(package) is missing. Maybe: apt-get install \(package)")
      return nil
    }
  }

  /// What a script prints with texts as files; nil where it fails.
  func output(of script: String, on texts: [String]) throws -> String? {
    let folder = FileManager.default.temporaryDirectory.appending(path: "reable-python-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = texts.indices.map { folder.appending(path: "\($0)") }
    for (file, text) in zip(files, texts) { try Data(text.utf8).write(to: file) }
    return try SystemPython.run(script, files.map(\.path))
  }

  private static func run(_ script: String, _ arguments: [String]) throws -> String? {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: path)
    process.arguments = ["-c", script] + arguments
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
  }
}
