/// Something wrong with one record, as the rules of the model see it; the edge adds where it stands in a file.
package struct RecordProblem: Hashable, Sendable {
  package let record: RecordKey
  package let field: FieldPath
  /// As in `Documentation/input-errors.md`.
  package let code: String
  package let found: String
  package let expected: String
  package let suggestion: String?

  package init(
    _ record: RecordKey, _ field: FieldPath = FieldPath(), code: String, found: String, expected: String,
    suggestion: String? = nil
  ) {
    self.record = record
    self.field = field
    self.code = code
    self.found = found
    self.expected = expected
    self.suggestion = suggestion
  }
}
