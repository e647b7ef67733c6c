/// What is known of each level's bound: its value, what it rests on, and what the last program's prices say.
package struct LevelBounds: Hashable, Sendable {
  /// By level.
  package private(set) var values: [Int]
  package private(set) var origins: [BoundOrigin]
  /// Of the last level that a program bounded.
  package private(set) var prices: LevelPrices?

  /// - Parameter alone: by level, a bound that holds whatever the other levels are.
  init(alone: [Int]) {
    values = alone
    origins = alone.map { _ in BoundOrigin() }
  }

  /// Takes in what a level's program has shown.
  mutating func add(_ program: LevelProgram, at level: Int, relaxations: [Relaxation]) {
    guard let bound = program.bound else { return }
    prices = program.prices
    guard bound >= values[level] else { return }
    values[level] = bound
    origins[level] = BoundOrigin(method: .columns, isSolved: program.isSolved, relaxations: relaxations)
  }
}

/// What a level's bound rests on.
package struct BoundOrigin: Hashable, Sendable {
  package enum Method: String, Sendable {
    /// Each call by itself.
    case calls
    /// Column generation.
    case columns
  }

  package var method = Method.calls
  /// More work would not make the bound better, but for a thousandth; true of calls alone.
  package var isSolved = true
  /// What the program leaves out of account that this problem has.
  package var relaxations: [Relaxation] = []
}

/// What one more of each call, and each shift, is worth at one level, by the prices of its best bound. Whole numbers on a grid.
package struct LevelPrices: Hashable, Sendable {
  package var level: Int
  /// So many make one unit of the level.
  package var grid: Int
  /// The bound that they give, in whole units of the level.
  package var bound: Int
  /// By call: what its having to be done or left out adds to the bound, at the margin. Never negative.
  package var calls: [Int]
  /// By shift: without it, if it costs nothing idle, the bound is higher by at least this, the levels before being as they are. Never negative.
  package var shifts: [Int]
}
