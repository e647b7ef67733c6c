package import CareModel

/// Collects what is wrong while a record, or the head of a document, is read.
///
/// A class, so that the readers of a record's parts add to the same list; it lives on one thread for the time of a record.
package final class ProblemLog {
  /// In the order of reading.
  package private(set) var problems: [InputProblem] = []
  /// Mentions of other records, for a record that turns out unreadable.
  package private(set) var mentions: [Mention] = []

  /// Another record that this one names.
  package struct Mention: Hashable, Sendable {
    package let kind: RecordKind
    package let id: String
    /// Where it is named, path and position.
    package let location: String
  }

  package init() {}

  package var isEmpty: Bool { problems.isEmpty }

  package func add(_ problem: InputProblem) { problems.append(problem) }

  func add(_ mention: Mention) { mentions.append(mention) }
}
