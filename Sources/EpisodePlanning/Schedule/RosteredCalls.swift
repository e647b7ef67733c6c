package import CareModel
package import Quantities

/// What the rotas of the first days have made of the calls that a plan has there.
package struct RosteredCalls: Sendable {
  /// Of calls that have a place.
  private(set) var starts: [VisitID: Instant]
  /// Calls that have none.
  private(set) var uncovered: Set<VisitID>

  package init(starts: [VisitID: Instant] = [:], uncovered: Set<VisitID> = []) {
    self.starts = starts
    self.uncovered = uncovered
  }

  /// Adds those of another day.
  package mutating func add(_ rota: Rota) {
    for stop in rota.runs.flatMap(\.stops) { starts[stop.visit] = min(starts[stop.visit] ?? stop.start, stop.start) }
    uncovered.formUnion(rota.uncovered)
  }
}
