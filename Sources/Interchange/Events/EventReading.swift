package import CareModel

/// What came of reading events, from a document or from the command line.
package struct EventReading: Sendable {
  /// Those that could be read; use them only where there are no problems.
  package var events: [DayEvent] = []
  package var problems: [InputProblem] = []
  /// Where each event stands, in their order.
  var sources: [Source] = []

  package init() {}

  /// Where an event was written.
  enum Source: Sendable {
    /// The way to it in a document, and its tree.
    case document(path: String, value: DocumentValue)
    /// As it was typed: `--off W12@09:40`.
    case option(String)
  }

  /// Both, one after the other.
  package static func + (left: EventReading, right: EventReading) -> EventReading {
    var both = left
    both.events += right.events
    both.problems += right.problems
    both.sources += right.sources
    return both
  }

  /// A problem that the rules found, with the place where its event stands.
  package func located(_ problem: EventProblem) -> InputProblem {
    let field = problem.field.description
    let location =
      switch sources.indices.contains(problem.event) ? sources[problem.event] : .option("events[\(problem.event)]") {
      case .document(let path, let value):
        "\(path)\(field.isEmpty ? "" : ".")\(field) (\(value.position(of: problem.field)))"
      case .option(let text): text
      }
    return InputProblem(
      code: problem.code, location: location, found: problem.found, expected: problem.expected,
      suggestion: problem.suggestion)
  }
}
