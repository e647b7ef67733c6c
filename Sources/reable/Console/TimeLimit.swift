/// The clock as a safety net: it counts from when the command began, and keeps back for checking, explaining and writing as much time as
/// reading took.
struct TimeLimit {
  private let limit: Duration?
  private let begin = ContinuousClock.now
  private var keptBack = Duration.zero

  /// - Parameter seconds: nil sets no limit.
  init(seconds: Double?) { limit = seconds.map { .seconds($0) } }

  mutating func inputIsRead() { keptBack = begin.duration(to: .now) }

  var isReached: Bool { limit.map { begin.duration(to: .now) + keptBack >= $0 } ?? false }
}
