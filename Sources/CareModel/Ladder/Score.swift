/// What a rota is worth: one number per level of its ladder, compared level by level.
package struct Score: Hashable, Sendable, Comparable {
  package let ladder: Ladder
  /// One for each level, in the ladder's order; none is negative.
  package var values: [Int]

  /// Zero at each level.
  package init(ladder: Ladder) {
    self.ladder = ladder
    values = Array(repeating: 0, count: ladder.levels.count)
  }

  /// The number at a level; zero where the ladder doesn't know it.
  package subscript(level: Level) -> Int {
    get { ladder.index(of: level).map { values[$0] } ?? 0 }
    set { if let index = ladder.index(of: level) { values[index] = newValue } }
  }

  /// All ranks of a kind together.
  package func total(_ kind: Level.Kind) -> Int {
    zip(ladder.levels, values).reduce(0) { $0 + ($1.0.kind == kind ? $1.1 : 0) }
  }

  /// Lexicographic: the first level that differs decides; lower is better.
  package static func < (left: Score, right: Score) -> Bool { left.values.lexicographicallyPrecedes(right.values) }

  /// The levels that are not zero, with their values.
  package var nonZero: [(level: Level, value: Int)] {
    zip(ladder.levels, values).filter { $0.1 != 0 }.map { (level: $0.0, value: $0.1) }
  }
}
