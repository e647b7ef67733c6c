/// How a solve is to go.
package struct OptimiserSettings: Sendable {
  package var seed: UInt64
  /// Work units; nil takes `OptimiserSettings.usualBudget`.
  package var budget: Int?
  package var solver: Solver
  /// Most columns of the set partitioning program.
  package var poolCapacity = 1000
  /// Left out, for measuring what they are worth.
  package var without: Set<SearchOperator> = []
  /// After each change that stands everything is worked out again and compared: `OptimiserResult.auditFindings`. Slow.
  package var audits = false
  /// Runs are priced, and blocks searched, on so many threads; the rota is the same with any number. Less than one counts as one.
  package var threads = 1

  package init(seed: UInt64 = 1, budget: Int? = nil, solver: Solver = .auto) {
    self.seed = seed
    self.budget = budget
    self.solver = solver
  }

  package enum Solver: String, CaseIterable, Sendable {
    /// Every stage.
    case auto
    /// Every stage; the caller treats GLPK's failure as an error.
    case glpk
    /// The greedy fallback alone.
    case greedy
  }

  /// Follows from the size of the day, never from time: about a second for each two dozen calls, at most forty.
  package static func usualBudget(calls: Int) -> Int { min(40_000_000, 500_000 + 40_000 * calls) }

  /// A larger budget counts as this one: some 30 years of work.
  package static let largestBudget = 1_000_000_000_000_000
}

/// What one stage did.
package struct OptimiserStage: Sendable {
  package var kind: Kind
  package var outcome: Outcome
  package var workUsed: Int
  package var counts: [(name: String, value: Int)]
  /// Labels of run evaluation made, and places looked at by insertion.
  package var labels = 0
  package var places = 0
  /// The rota in hand when it ended, by level.
  package var levels: [Int]

  /// It did its work: neither skipped nor failed.
  package var ran: Bool {
    switch outcome {
    case .improved, .unchanged: true
    case .skipped, .failed: false
    }
  }

  package enum Kind: String, CaseIterable, Sendable {
    case start, greedy, search, blocks, columns, glpk, polish
  }

  package enum Outcome: Sendable {
    case improved, unchanged
    case skipped(String)
    case failed(String)
  }
}

/// The optimiser's whole answer.
package struct OptimiserResult: Sendable {
  package var solution: RotaSolution
  /// What of the rota to start from was kept, before anything was added to it; nil without one.
  package var mended: RotaSolution?
  package var stages: [OptimiserStage]
  /// A proven lower bound at each level, where the bounds of all levels before it are their values; of a level behind the first unproven
  /// one it holds whatever the others are.
  package var bounds: [Int]
  /// By level: what its bound rests on.
  package var boundOrigins: [BoundOrigin]
  /// Of the last level that column generation bounded; nil where it bounded none.
  package var prices: LevelPrices?
  /// The levels when nothing is planned.
  package var levelsOfEmptyRota: [Int]
  /// GLPK's version.
  package var solverVersion: String
  package var budget: Int
  package var workUsed: Int
  package var isCutByDeadline: Bool
  package var isCutByWork: Bool
  /// Where the state's own account was wrong; always empty without `OptimiserSettings.audits`.
  package var auditFindings: [String] = []
}
