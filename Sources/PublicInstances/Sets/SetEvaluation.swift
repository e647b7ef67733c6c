/// What a solution is worth under a set's own rules, computed from instance and solution alone.
package protocol SetEvaluation: Sendable {
  /// The components by the names that the set gives them, in its order.
  var parts: [SetComponent] { get }
  /// Broken hard rules; with any of them the objective says nothing.
  var violations: [SetViolation] { get }
  /// To be minimised.
  var objective: SetObjective { get }
}

extension SetEvaluation {
  /// No hard rule is broken.
  package var isFeasible: Bool { violations.isEmpty }
}

/// One component of an objective.
package struct SetComponent: Hashable, Sendable {
  package let name: String
  package let value: ExactValue

  package init(_ name: String, _ value: ExactValue) {
    self.name = name
    self.value = value
  }
}

/// Values in order of importance: the first that differs decides. Most sets have one.
package struct SetObjective: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let values: [ExactValue]

  package init(_ values: [ExactValue]) { self.values = values }

  package init(_ value: ExactValue) { values = [value] }

  /// The value that gaps are measured on: the last.
  package var last: ExactValue { values.last ?? ExactValue(0) }

  package static func < (left: SetObjective, right: SetObjective) -> Bool {
    left.values.lexicographicallyPrecedes(right.values)
  }

  /// `218.199`, or `10 / 828.94` where vehicles come first.
  package var description: String { values.map(\.description).joined(separator: " / ") }
}

/// A hard rule that a solution breaks.
package struct SetViolation: Hashable, Sendable, CustomStringConvertible {
  package let rule: SetRule
  /// Who, what and by how much.
  package let words: String

  package init(_ rule: SetRule, _ words: String) {
    self.rule = rule
    self.words = words
  }

  package var description: String { "\(words) [\(rule.rawValue)]" }
}

/// The hard rules of the sets; each set has some of them.
package enum SetRule: String, CaseIterable, Hashable, Sendable {
  /// A number in the solution names nothing of the instance.
  case unknown
  /// One caregiver or vehicle has two routes, or there are more routes than vehicles.
  case routes
  case notServed
  case servedTwice
  /// Not all services of a patient, or not all workers of a call.
  case partlyServed
  case sameCaregiverTwice
  case ability
  /// A start before the one before it is done and travelled from.
  case travel
  case tooShort
  case tooEarly
  case tooLate
  /// Services that must start together don't.
  case simultaneous
  case sequential
  case shiftStart
  case shiftEnd
  case restBreak
  case capacity
  /// Calls for two wait for each other in a circle.
  case deadlock
  /// A component that the instance calls hard is not zero.
  case hardComponent
}
