import Foundation
import Testing

/// `.ci/bench accept` in a folder of its own, with the guard as it is and stand-ins for what takes minutes.
@Suite("The benchmark guard's script")
struct GuardScriptTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Runs the script on one measured record.
  ///
  /// - Returns: the exit code, and the committed record afterwards.
  private func accept(measured: String, committed: String?) throws -> (code: Int32, committed: String?) {
    let guarding = try Guard()
    defer { guarding.remove() }
    for path in [".ci/bench", "Benchmarks/Guard"] {
      let copy = guarding.folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: Self.root.appendingPathComponent(path), to: copy)
    }
    try guarding.write(measured, to: "record.json")
    if let committed { try guarding.write(committed, to: "Benchmarks/Thresholds/day-x.json") }
    let measuring = """
      #!/bin/sh
      [ "$1" = package ] || exit 0
      mkdir -p "$REABLE_BENCH_COUNTED"
      echo day-x >"$REABLE_BENCH_COUNTED/gate.expected"
      cp "\(guarding.folder.path)/record.json" "$REABLE_BENCH_COUNTED/day-x.json"

      """
    for (name, text) in [("swift", measuring), ("strip", "#!/bin/sh\n"), ("valgrind", "#!/bin/sh\n")] {
      try guarding.write(text, to: "bin/\(name)")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: guarding.folder.appendingPathComponent("bin/\(name)").path)
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [guarding.folder.appendingPathComponent(".ci/bench").path, "accept"]
    let path = "\(guarding.folder.path)/bin:\(ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")"
    process.environment = ["PATH": path, "SWIFT": "swift", "REASON": "a test's"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return (process.terminationStatus, try? guarding.read("Benchmarks/Thresholds/day-x.json"))
  }

  private func record(_ labels: Int) -> String {
    """
    {"case": "day-x", "summary": "a day", "counters": [
    {"name": "work.labels", "words": "labels", "kind": "work", "value": \(labels)}]}
    """
  }

  @Test("what is worse, better or new is accepted")
  func accepted() throws {
    for committed in [record(4), record(6), nil] {
      let outcome = try accept(measured: record(5), committed: committed)
      #expect(outcome.code == 0)
      #expect(outcome.committed?.contains("a test's") == true)
    }
  }

  @Test("a file that can't be read ends with 65, and what is committed stays")
  func unreadable() throws {
    let measured = try accept(measured: "{\"case\": ", committed: record(4))
    #expect(measured.code == 65 && measured.committed == record(4))
    let committed = try accept(measured: record(5), committed: "[]")
    #expect(committed.code == 65 && committed.committed == "[]")
  }
}
