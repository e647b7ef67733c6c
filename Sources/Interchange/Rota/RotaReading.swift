package import CareModel

/// What came of reading a rota.
package struct RotaReading: Hashable, Sendable {
  /// Nil when something is wrong with the file; then `problems` says what (exit 65).
  package let rota: Rota?
  package let problems: [InputProblem]

  package init(rota: Rota?, problems: [InputProblem]) {
    self.rota = rota
    self.problems = problems
  }
}
