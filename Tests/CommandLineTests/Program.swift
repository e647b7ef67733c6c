import Foundation

/// The built `reable`, run as its users run it.
struct Program {
  /// What a run came to.
  struct Outcome {
    let code: Int32
    let output: String
    let notes: String
    /// The test stopped it because it took too long.
    let isStuck: Bool
  }

  enum Problem: Error { case notBuilt(String) }

  /// Runs it to its end, in a folder of its own.
  ///
  /// The limit is only there so that a test ends; no test measures time.
  static func run(_ arguments: [String], in folder: WorkFolder, secondsLimit: Double = 240) throws -> Outcome {
    let process = Process()
    process.executableURL = try executable()
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.standardInput = FileHandle.nullDevice
    // Files, not pipes: a full pipe would hold the program up.
    let name = UUID().uuidString
    let (output, notes) = (folder.outside("\(name).out"), folder.outside("\(name).err"))
    for file in [output, notes] { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: notes)
    try process.run()
    let deadline = Date().addingTimeInterval(secondsLimit)
    while process.isRunning, Date() < deadline { Thread.sleep(forTimeInterval: 0.002) }
    let isStuck = process.isRunning
    if isStuck { process.terminate() }
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      notes: String(decoding: try Data(contentsOf: notes), as: UTF8.self), isStuck: isStuck)
  }

  /// It lies beside the test's own executable, whatever the build is called.
  private static func executable() throws -> URL {
    let own = (Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])).resolvingSymlinksInPath()
    var folder = own.deletingLastPathComponent()
    for _ in 0..<4 {
      let candidate = folder.appendingPathComponent("reable")
      if FileManager.default.isExecutableFile(atPath: candidate.path),
        (try? candidate.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory != true
      {
        return candidate
      }
      folder = folder.deletingLastPathComponent()
    }
    throw Problem.notBuilt("no reable beside \(own.path)")
  }
}
