/// Something wrong with one event, as the rules see it; the edge adds where the event stands.
package struct EventProblem: Hashable, Sendable {
  /// Place of the event in the list, from 0.
  package let event: Int
  package let field: FieldPath
  /// As in `Documentation/input-errors.md`.
  package let code: String
  package let found: String
  package let expected: String
  package let suggestion: String?

  package init(
    _ event: Int, _ field: FieldPath = FieldPath(), code: String, found: String, expected: String,
    suggestion: String? = nil
  ) {
    self.event = event
    self.field = field
    self.code = code
    self.found = found
    self.expected = expected
    self.suggestion = suggestion
  }
}
