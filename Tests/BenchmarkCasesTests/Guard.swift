import BenchmarkCases
import Foundation
import Testing

/// Runs the benchmark guard on folders of its own.
struct Guard {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  let folder: URL

  struct Answer {
    let code: Int32
    let text: String
  }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("reable-guard-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Takes the folders away again.
  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// Writes a file below the guard's folder.
  func write(_ text: String, to path: String) throws {
    let file = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func read(_ path: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
  }

  /// Writes what a case has counted, as the benchmarks do.
  func measure(_ outcome: BenchmarkOutcome, as entry: BenchmarkCase, memory: Int = 20_000) throws {
    try write(outcome.json(of: entry, peakMemoryKilobytes: memory), to: "measured/counted/\(entry.name).json")
  }

  func compare() throws -> Answer { try run(["compare"] + folders) }

  func accept(_ reason: String) throws -> Answer { try run(["accept", "--reason", reason] + folders) }

  /// Keeps what was measured, as after a long run.
  func keep() throws -> Answer {
    try run([
      "keep", "--compiler", "a compiler", "--measured", folder.appendingPathComponent("measured").path, "--results",
      folder.appendingPathComponent("results").path,
    ])
  }

  /// Writes the report of what is kept to `page/Benchmarks.md`.
  func report() throws -> Answer {
    try run([
      "report", "--results", folder.appendingPathComponent("results").path, "--out",
      folder.appendingPathComponent("page/Benchmarks.md").path,
    ])
  }

  private var folders: [String] {
    [
      "--measured", folder.appendingPathComponent("measured").path, "--committed",
      folder.appendingPathComponent("committed").path,
    ]
  }

  private func run(_ arguments: [String]) throws -> Answer {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-B", Self.root.appendingPathComponent("Benchmarks/Guard").path] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Answer(code: process.terminationStatus, text: String(decoding: data, as: UTF8.self))
  }
}
