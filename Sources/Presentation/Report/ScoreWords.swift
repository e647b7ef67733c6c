package import CareModel
import Quantities

/// Says what a rota is worth at a level, in the words of that level.
package enum ScoreWords {
  /// `3 not covered`, `25 min`, `£210.40`.
  package static func value(_ value: Int, at level: Level) -> String {
    switch level.kind {
    case .timeCriticalLate: value == 0 ? "none" : Minutes(value).spoken
    case .responseAvoidable: value == 0 ? "none" : Count.of(value, "first visit")
    case .responseLateness:
      value == 0 ? "none" : "\(Count.grouped(value.magnitude)) (quarter-hours, squared and added)"
    case .stability: value == 0 ? "none" : "\(Count.grouped(value.magnitude)) (weighted)"
    case .cost: Pence(value).spoken
    case .deferred: value == 0 ? "none" : "\(Count.grouped(value.magnitude)) left for another day"
    default: value == 0 ? "none uncovered" : "\(Count.grouped(value.magnitude)) not covered"
    }
  }

  /// The first levels that are not zero, weightiest first, and always the cost: a score on one line.
  package static func brief(_ score: Score, levels limit: Int = 2) -> String {
    var parts = score.nonZero.filter { $0.level.kind != .cost }.prefix(limit)
      .map { "\($0.level.printedName): \(value($0.value, at: $0.level))" }
    if parts.isEmpty { parts = ["nothing uncovered or late"] }
    parts.append("cost \(Pence(score[Level(.cost)]).spoken)")
    return parts.joined(separator: "; ")
  }

  /// What changed from one score to the next: `first visits: hospital discharge 1 → 0; cost £210.00 → £198.40`.
  package static func difference(from before: Score?, to after: Score) -> String {
    guard let before, before.ladder == after.ladder else { return brief(after) }
    let changes = zip(after.ladder.levels, zip(before.values, after.values)).filter { $0.1.0 != $0.1.1 }
    if changes.isEmpty { return "no change" }
    return changes.map { level, values in
      level.kind == .cost
        ? "cost \(Pence(values.0).spoken) → \(Pence(values.1).spoken)"
        : "\(level.printedName) \(values.0) → \(values.1)"
    }.joined(separator: "; ")
  }
}
