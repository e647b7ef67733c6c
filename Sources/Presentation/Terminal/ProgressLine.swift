package import CareModel

/// One moment of the work: which stage is at it, and the best rota so far.
package struct ProgressEvent: Hashable, Sendable {
  /// `greedy`, `search`, `glpk`, …
  package let stage: String
  /// Nil before the first rota.
  package let best: Score?

  package init(stage: String, best: Score?) {
    self.stage = stage
    self.best = best
  }
}

/// Turns events into what is to be written to standard error: one live line on a terminal, else a plain line for each
/// stage and each change that counts.
package struct ProgressLine: Sendable {
  private let isTerminal: Bool
  private let columns: Int
  private var last: ProgressEvent?
  private var isLineOpen = false

  package init(isTerminal: Bool, columns: Int = 80) {
    self.isTerminal = isTerminal
    self.columns = max(20, columns)
  }

  /// The text to write for an event; empty where there is nothing new to say.
  ///
  /// Off a terminal only a call covered or lost is news; minutes and pence would fill a log.
  package mutating func text(for event: ProgressEvent) -> String {
    guard event != last else { return "" }
    defer { last = event }
    let words = "\(StageReport.words(for: event.stage)): \(event.best.map { ScoreWords.brief($0) } ?? "at work")"
    if isTerminal {
      isLineOpen = true
      return "\r\u{1B}[2K" + DisplayWidth.cut(words, to: columns - 1)
    }
    if let last, last.stage == event.stage, placed(last.best) == placed(event.best) { return "" }
    return words + "\n"
  }

  /// What to write when the work is over, before anything else is.
  package mutating func end() -> String {
    defer { isLineOpen = false }
    return isLineOpen ? "\r\u{1B}[2K" : ""
  }

  /// The levels that count calls.
  private func placed(_ score: Score?) -> [Int]? {
    score.map { score in
      zip(score.ladder.levels, score.values).filter { $0.0.kind.countsUncovered }.map { $0.1 }
    }
  }
}
