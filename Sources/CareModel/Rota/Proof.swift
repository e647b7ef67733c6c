/// What is proven about a rota, level by level, ending with the first that is not (`design.md` section 5).
package struct Proof: Hashable, Sendable {
  package let levels: [LevelProof]
  package init(levels: [LevelProof] = []) { self.levels = levels }

  /// Nothing is proven for the whole problem.
  package static let none = Proof()

  /// No rota can have a lower number at this level, given the values of the levels before it.
  package struct LevelProof: Hashable, Sendable {
    package let level: Level
    package let bound: Int
    package let value: Int
    package let method: Method
    /// More work would not make the bound better, but for a thousandth.
    package let isSolved: Bool
    /// What the bound leaves out of account that this day has, by the names of `Documentation/optimiser.md`; empty where it is the value.
    package let relaxations: [String]

    package init(
      level: Level, bound: Int, value: Int, by method: Method = .calls, isSolved: Bool = true,
      relaxations: [String] = []
    ) {
      self.level = level
      self.bound = bound
      self.value = value
      self.method = method
      self.isSolved = isSolved
      self.relaxations = relaxations
    }
    package var isProven: Bool { bound == value }
  }

  /// By what a level is bounded.
  package enum Method: String, CaseIterable, Hashable, Sendable {
    /// Each call by itself: who may do it, and how soon anybody can be there.
    case calls
    /// A linear program over whole runs, by column generation.
    case columns
  }
}
