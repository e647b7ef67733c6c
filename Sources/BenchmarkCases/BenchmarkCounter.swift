/// One thing that a benchmark counted: a whole number that is the same on every machine.
public struct BenchmarkCounter: Hashable, Sendable {
  /// Its key in files, such as `work.units` or `level.cost`.
  public let name: String
  /// As people read it, such as `first visits: hospital discharge`.
  public let words: String
  /// What more of it means.
  public let kind: Kind
  /// How many.
  public let value: Int

  /// What more of a counter means.
  public enum Kind: String, CaseIterable, Sendable {
    /// Steps taken: fewer is better.
    case work
    /// How far it came with the same work: more is better.
    case reach
    /// A level of the ladder: less is better, and an earlier one comes before all later ones.
    case level
    /// A proven lower bound of a level: more is better.
    case bound
    /// How large the thing measured is: neither better nor worse, but then something else was measured.
    case size
  }

  init(_ kind: Kind, _ name: String, _ words: String, _ value: Int) {
    self.name = name
    self.words = words
    self.kind = kind
    self.value = value
  }
}
