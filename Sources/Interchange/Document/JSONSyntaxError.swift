package import CareModel

/// Why a file is not a JSON document that can be read.
package struct JSONSyntaxError: Error, Hashable, Sendable {
  /// What sort of mistake; its raw value is the code of the problem.
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case empty = "json.empty"
    case notJSON = "json.notJSON"
    case syntax = "json.syntax"
    case encoding = "json.encoding"
    case escape = "json.escape"
    case number = "json.number"
    case tooDeep = "json.tooDeep"
    case tooLarge = "json.tooLarge"
  }

  package let kind: Kind
  package let position: SourcePosition
  /// As it stands there.
  package let found: String
  /// What would be right.
  package let expected: String
  package let suggestion: String?

  package init(kind: Kind, position: SourcePosition, found: String, expected: String, suggestion: String? = nil) {
    self.kind = kind
    self.position = position
    self.found = found
    self.expected = expected
    self.suggestion = suggestion
  }

  /// The same as a problem of the input.
  package var problem: InputProblem {
    InputProblem(
      code: kind.rawValue, location: position.description, found: found, expected: expected, suggestion: suggestion)
  }
}
