/// The way to a field within a record: `windows[0].safe.end`.
package struct FieldPath: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  package enum Step: Hashable, Sendable {
    case key(String)
    /// From 0.
    case item(Int)
  }

  package let steps: [Step]

  /// Empty for the record itself.
  package init(_ steps: [Step] = []) { self.steps = steps }

  /// A single key.
  package init(stringLiteral key: String) { self.init([.key(key)]) }

  package func key(_ key: String) -> FieldPath { FieldPath(steps + [.key(key)]) }
  package func item(_ index: Int) -> FieldPath { FieldPath(steps + [.item(index)]) }

  /// Without a dot in front; empty for the record itself.
  package var description: String {
    steps.reduce(into: "") { text, step in
      switch step {
      case .key(let key): text += text.isEmpty ? key : ".\(key)"
      case .item(let index): text += "[\(index)]"
      }
    }
  }
}
