/// The parts of a tight day's cost, as counted.
package struct DaysComponents: Hashable, Sendable {
  /// Uncovered visits by tier, 1 to 4 at index 1 to 4.
  package var uncovered: [Int] = []
  /// Minutes.
  package var travel = 0
  /// Minutes that visits start after their preferred time.
  package var late = 0
  /// Visits and workers who are not one of the person's continuity staff.
  package var discontinuity = 0
  /// Minutes past the ends of shifts.
  package var overtime = 0

  package init() {}

  /// Weight times part, part by part, in the order of ``DaysEvaluation/parts``.
  func costs(_ weights: DaysInstance.Weights) -> [Int] {
    zip(uncovered, weights.tiers).map { $0 * $1 } + [
      travel * weights.travel, late * weights.late, discontinuity * weights.discontinuity, overtime * weights.overtime,
    ]
  }
}

/// What a solution of a tight day is worth.
package struct DaysEvaluation: Hashable, SetEvaluation {
  package let components: DaysComponents
  package let violations: [SetViolation]
  /// When each visit starts; nil for those uncovered or never begun because calls for two wait for each other.
  package let starts: [Int?]
  /// What each part costs, in the order of ``parts``.
  package let costs: [Int]

  package var objective: SetObjective { SetObjective(ExactValue(costs.reduce(0, +))) }

  package var parts: [SetComponent] {
    let names = components.uncovered.indices.map { "uncovered_tier_\($0)" }
    let amounts = [components.travel, components.late, components.discontinuity, components.overtime]
    return zip(names + ["travel", "late", "discontinuity", "overtime"], components.uncovered + amounts)
      .map { SetComponent($0, ExactValue($1)) }
  }
}
