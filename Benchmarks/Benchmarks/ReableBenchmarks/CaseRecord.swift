import BenchmarkCases
import Foundation

/// What the repetitions of one case have counted so far.
///
/// `@unchecked Sendable`: the tool runs a case's setup, repetitions and teardown one after another.
final class CaseRecord: @unchecked Sendable {
  private let entry: BenchmarkCase
  private var preparedBody: BenchmarkCase.Body?
  private var outcome: BenchmarkOutcome?
  /// A case in trouble leaves no file, and that is how it is found.
  private var isInTrouble = false
  /// The kernel was made to forget what preparing took.
  private var peakIsOfRuns = false

  init(_ entry: BenchmarkCase) { self.entry = entry }

  /// Does what is not measured; the high-water mark of memory begins anew after it, at what is resident then.
  func prepare() throws {
    preparedBody = try entry.prepare()
    peakIsOfRuns = (try? "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8)) != nil
    guard !peakIsOfRuns else { return }
    FileHandle.standardError.write(
      Data(
        "\(entry.name): no peak memory: /proc/self/clear_refs can't be written, so that preparing would count\n".utf8))
  }

  func run() throws -> BenchmarkOutcome {
    do {
      guard let preparedBody else { throw NotPrepared() }
      return try preparedBody()
    } catch {
      isInTrouble = true
      throw error
    }
  }

  /// Keeps a repetition's outcome; says what is wrong where it counted other than the one before.
  func take(_ next: BenchmarkOutcome) -> String? {
    guard var known = outcome else {
      outcome = next
      return nil
    }
    guard known.counters == next.counters else {
      isInTrouble = true
      return "\(entry.name): two repetitions counted differently, so that something in it is not determined"
    }
    known.keepShorterSpans(of: next)
    outcome = known
    return nil
  }

  /// Writes what was counted, and the process's highest resident memory since it was prepared, where that is known.
  func write(to folder: String) throws {
    guard let outcome, !isInTrouble else { return }
    let text = outcome.json(of: entry, peakMemoryKilobytes: peakIsOfRuns ? Self.peakMemoryKilobytes : nil)
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder).appendingPathComponent(entry.name + ".json"))
  }

  /// The kernel's own high-water mark: the tool asks only every five milliseconds, and short cases fall between.
  private static var peakMemoryKilobytes: Int? {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return nil }
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { Int($0.filter(\.isNumber)) }
  }

  private struct NotPrepared: Error {}
}
