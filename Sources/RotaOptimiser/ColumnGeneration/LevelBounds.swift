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

  /// Takes in what has been shown of a level in each part of a day.
  ///
  /// - Parameter apart: the bound of what belongs to no part.
  mutating func add(_ parts: [PartProof], apart: Int, at level: Int, of problem: CompiledProblem) {
    let origins = parts.compactMap(\.origin)
    guard !origins.isEmpty else { return }
    prices = LevelPrices(of: parts, apart: apart, at: level, in: problem)
    let bound = parts.reduce(apart) { $0 + $1.bounds[level] }
    guard bound >= values[level] else { return }
    values[level] = bound
    let relaxations = Set(origins.flatMap(\.relaxations))
    self.origins[level] = BoundOrigin(
      method: .columns, isSolved: parts.allSatisfy { $0.isProven(level) || $0.origin?.isSolved ?? false },
      relaxations: Relaxation.allCases.filter(relaxations.contains))
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

extension LevelPrices {
  /// The prices of a whole day from those of its parts, on the coarsest of their grids; parts that have none are worth nothing more.
  init?(of parts: [PartProof], apart: Int, at level: Int, in problem: CompiledProblem) {
    guard let grid = parts.compactMap(\.prices?.grid).min() else { return nil }
    self.init(
      level: level, grid: grid, bound: apart, calls: Array(repeating: 0, count: problem.callCount),
      shifts: Array(repeating: 0, count: problem.shiftCount))
    for part in parts {
      guard let own = part.prices else {
        bound += part.bounds[level]
        continue
      }
      bound += own.bound
      for (call, price) in zip(part.calls, own.calls) { calls[call] = price / (own.grid / grid) }
      for (shift, price) in zip(part.shifts, own.shifts) { shifts[shift] = price / (own.grid / grid) }
    }
  }
}
