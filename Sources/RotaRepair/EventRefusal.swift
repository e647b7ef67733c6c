package import CareModel

/// Events that can't be taken, with everything that is wrong with any of them.
package struct EventRefusal: Error, Hashable, Sendable {
  /// In order of the events.
  package let problems: [EventProblem]

  package init(_ problems: [EventProblem]) {
    self.problems = problems.enumerated().sorted { ($0.element.event, $0.offset) < ($1.element.event, $1.offset) }
      .map(\.element)
  }
}
