/// How a rota came about; enough to make it again, and nothing of the machine it was made on.
package struct Provenance: Hashable, Sendable {
  /// SHA-256 of the input document's bytes, in hexadecimal.
  package var inputDigest: String
  package var engineVersion: String
  /// Empty where GLPK had no part in it.
  package var glpkVersion: String
  package var seed: UInt64
  /// Work units allowed.
  package var budget: Int
  /// Work units used.
  package var workUsed: Int
  package var stages: [StageReport]
  package var stoppedBy: StopCause
  package var proof: Proof
  /// Nil where no linear program bounded a level.
  package var prices: Prices?
  /// Nil for a rota that was made from nothing.
  package var start: StartReport?

  package init(
    inputDigest: String, engineVersion: String, glpkVersion: String, seed: UInt64, budget: Int, workUsed: Int,
    stages: [StageReport], stoppedBy: StopCause, proof: Proof, prices: Prices? = nil, start: StartReport? = nil
  ) {
    self.inputDigest = inputDigest
    self.engineVersion = engineVersion
    self.glpkVersion = glpkVersion
    self.seed = seed
    self.budget = budget
    self.workUsed = workUsed
    self.stages = stages
    self.stoppedBy = stoppedBy
    self.proof = proof
    self.prices = prices
    self.start = start
  }

  package enum StopCause: String, CaseIterable, Hashable, Sendable {
    /// Nothing left to try.
    case finished
    /// The budget of work units is used up.
    case work
    /// The clock cut it: the same command may give another rota.
    case deadline
  }
}

/// One stage of the optimiser: what it did and what came of it.
package struct StageReport: Hashable, Sendable {
  /// `greedy`, `search`, `glpk`, …
  package var name: String
  package var outcome: Outcome
  package var workUsed: Int
  /// Counted things in a fixed order: moves, pivots, nodes, columns.
  package var counts: [Count]
  /// The rota in hand when the stage ended.
  package var score: Score

  package init(name: String, outcome: Outcome, workUsed: Int, counts: [Count], score: Score) {
    self.name = name
    self.outcome = outcome
    self.workUsed = workUsed
    self.counts = counts
    self.score = score
  }

  package enum Outcome: Hashable, Sendable {
    /// It made the rota in hand better.
    case improved
    /// It ran and found nothing better.
    case unchanged
    /// It did not run, for a reason.
    case skipped(String)
    /// It failed; the rota in hand before it was kept.
    case failed(String)
  }

  package struct Count: Hashable, Sendable {
    package let name: String
    package let value: Int
    package init(_ name: String, _ value: Int) {
      self.name = name
      self.value = value
    }
  }
}
