/// Bounds that one solve of the integer program has proven, and what its choice reached.
///
/// Each level was bounded with the levels before held at what they had reached or better, so a bound says nothing about a choice that
/// is worse at one of those, and holds for every other.
package struct ScheduleProof {
  /// By level; nil where nothing was proven.
  package let bounds: [Int?]
  /// By level.
  package let reached: [Int]

  package init(bounds: [Int?], reached: [Int]) {
    self.bounds = bounds
    self.reached = reached
  }

  /// By level, the best bound that holds for a choice.
  ///
  /// - Parameters:
  ///   - values: what the choice reaches.
  ///   - least: what holds in any case.
  /// - Returns: Nil everywhere without a proof.
  package static func best(of proofs: [ScheduleProof], for values: [Int], least: [Int]) -> [Int?] {
    values.indices.map { level in
      proofs.isEmpty
        ? nil
        : proofs.filter { $0.holds(at: level, for: values) }.compactMap { $0.bounds[level] }
          // A bound above what was reached is one of arithmetic, not of the program.
          .filter { $0 <= values[level] }.max().map { max($0, least[level]) } ?? least[level]
    }
  }

  private func holds(at level: Int, for values: [Int]) -> Bool {
    zip(values, reached).prefix(level).allSatisfy { $0 <= $1 }
  }
}
