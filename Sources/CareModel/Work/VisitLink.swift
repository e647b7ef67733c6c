package import Quantities

/// What two calls owe each other. Unless it says otherwise it binds only where both are covered.
package struct VisitLink: Hashable, Sendable {
  package let first: VisitID
  package let second: VisitID
  package let relation: Relation

  package init(first: VisitID, second: VisitID, relation: Relation) {
    self.first = first
    self.second = second
    self.relation = relation
  }

  package enum Relation: Hashable, Sendable {
    /// Both start in the same second.
    case sameStart
    /// From the start of the first to the start of the second; a nil maximum sets no limit.
    case gap(minimum: Minutes, maximum: Minutes?)
    /// The second starts when the first (its longest demand) has ended, or later.
    case order
    /// Every worker of the call with fewer workers also does the other one.
    case sameWorker
    /// No worker does both.
    case differentWorker
    /// The second is covered only if the first is.
    case requires
  }
}
