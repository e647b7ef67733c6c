package import CareModel

/// What came of reading a day: a caseload where one can be made, and everything that was wrong.
package struct CaseloadReading: Sendable {
  /// Nil when something is wrong that concerns the whole document; then `problems` says what (exit 65).
  /// Otherwise records that could not be used are in its `quarantine`.
  package let caseload: Caseload?
  /// Every problem, those of the document first, then record by record in the order of the format.
  package let problems: [InputProblem]
  /// What was left out of a record without setting the record aside: mentions of workers who are not in the document.
  package let warnings: [InputProblem]
  /// SHA-256 of the input's bytes as hexadecimal digits; nil where a tree was read, or the bytes are no JSON.
  package let inputDigest: String?

  package init(
    caseload: Caseload?, problems: [InputProblem], warnings: [InputProblem] = [], inputDigest: String? = nil
  ) {
    self.caseload = caseload
    self.problems = problems
    self.warnings = warnings
    self.inputDigest = inputDigest
  }
}
