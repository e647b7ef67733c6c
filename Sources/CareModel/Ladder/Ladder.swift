/// The levels in their strict order; data, so that a service can read and change it.
package struct Ladder: Hashable, Sendable {
  /// First is weightiest.
  package let levels: [Level]

  /// Nil unless it holds each level of the scope exactly once and ends with cost.
  package init?(levels: [Level], scope: CareHomeRiskScope) {
    guard Set(levels) == Set(Ladder.standard(scope: scope).levels), Set(levels).count == levels.count,
      levels.last?.kind == .cost
    else { return nil }
    self.levels = levels
  }

  private init(_ levels: [Level]) { self.levels = levels }

  /// The order of `design.md` section 4.
  package static func standard(scope: CareHomeRiskScope) -> Ladder {
    var levels = [Level(.timeCritical), Level(.essentialHigh), Level(.timeCriticalLate), Level(.essentialMedium)]
    let ranks = scope.ranks
    let lastOfClassOne = ranks.lastIndex { $0.referralClass == .hospitalDischarge }
    for (index, rank) in ranks.enumerated() {
      for kind in [Level.Kind.response, .responseAvoidable, .responseLateness, .firstDay] {
        levels.append(Level(kind, rank: rank))
      }
      if index == lastOfClassOne { levels.append(Level(.clocks)) }
    }
    levels += ranks.map { Level(.deferred, rank: $0) }
    levels += [Level(.clocksEarly), Level(.stability)]
    levels += ranks.map { Level(.other, rank: $0) }
    levels.append(Level(.cost))
    return Ladder(levels)
  }

  /// Place of a level, 0 first; nil for a level of another scope.
  package func index(of level: Level) -> Int? { levels.firstIndex(of: level) }
}
