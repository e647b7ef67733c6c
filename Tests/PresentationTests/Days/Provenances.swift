import CareModel

/// Provenance as the engine would give it.
enum Provenances {
  static func score(cost: Int, uncovered: Int) -> Score {
    var score = Score(ladder: Ladder.standard(scope: .withinClass))
    score[Level(.cost)] = cost
    score[Level(.essentialHigh)] = uncovered
    return score
  }

  /// Greedy and search ran, GLPK failed, the clock cut the work.
  static var failed: Provenance {
    let first = score(cost: 61_240, uncovered: 3)
    let better = score(cost: 55_120, uncovered: 0)
    return Provenance(
      inputDigest: "9f2c1a0b", engineVersion: "0.1.0", glpkVersion: "5.0", seed: 7, budget: 60_000_000,
      workUsed: 41_220_000,
      stages: [
        StageReport(
          name: "greedy", outcome: .improved, workUsed: 200_000, counts: [.init("insertions", 4100)], score: first),
        StageReport(
          name: "search", outcome: .improved, workUsed: 40_000_000, counts: [.init("moves", 3_900_100)], score: better),
        StageReport(name: "glpk", outcome: .failed("out of memory"), workUsed: 1_020_000, counts: [], score: better),
      ], stoppedBy: .deadline, proof: .none)
  }
}
