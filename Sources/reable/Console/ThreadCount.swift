import ArgumentParser
import Foundation

/// How many threads a command may use.
enum ThreadCount {
  private static let allowed = 1...64
  /// More have not been measured, and each takes memory.
  private static let mostUnasked = 4

  /// As many as there are cores, within reason.
  static var usual: Int { min(max(1, ProcessInfo.processInfo.activeProcessorCount), mostUnasked) }

  /// - Throws: `ValidationError`.
  static func validate(_ threads: Int?) throws {
    guard let threads, !allowed.contains(threads) else { return }
    throw ValidationError("--threads \(threads): take a number from \(allowed.lowerBound) to \(allowed.upperBound)")
  }
}
