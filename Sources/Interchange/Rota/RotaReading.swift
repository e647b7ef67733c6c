package import CareModel

/// What came of reading a rota.
package struct RotaReading: Hashable, Sendable {
  /// Nil when something is wrong with the file; then `problems` says what (exit 65).
  package let rota: Rota?
  package let problems: [InputProblem]
  /// The digest of the document from which the rota was made; nil where it doesn't say, as by hand and in a sheet.
  package let inputDigest: String?

  package init(rota: Rota?, problems: [InputProblem], inputDigest: String? = nil) {
    self.rota = rota
    self.problems = problems
    self.inputDigest = inputDigest
  }
}
