import CareModel
import Testing

@Suite("Scores")
struct ScoreTests {
  private let ladder = Ladder.standard(scope: .withinClass)

  private func score(_ values: [(Level, Int)]) -> Score {
    var score = Score(ladder: ladder)
    for (level, value) in values { score[level] = value }
    return score
  }

  @Test("one at a level outweighs any number at all the later ones")
  func lexicographic() {
    for (index, level) in ladder.levels.enumerated() {
      var better = Score(ladder: ladder)
      for later in ladder.levels[(index + 1)...] { better[later] = 1_000_000 }
      #expect(better < score([(level, 1)]), "\(level.name)")
      #expect(!(score([(level, 1)]) < better))
    }
  }

  @Test("lower is better, and equal scores are neither way better")
  func lowerIsBetter() {
    let cheap = score([(Level(.cost), 100)])
    #expect(cheap < score([(Level(.cost), 101)]))
    #expect(!(cheap < cheap))
    #expect(Score(ladder: ladder) < cheap)
  }

  @Test("a level that the ladder doesn't know is zero and stays so")
  func unknownLevel() {
    var score = Score(ladder: Ladder.standard(scope: .off))
    let flagged = Level(.response, rank: Rank(.hospitalDischarge, isFlagged: true))
    score[flagged] = 5
    #expect(score[flagged] == 0)
    #expect(score == Score(ladder: Ladder.standard(scope: .off)))
  }

  @Test("a kind's total is over all its ranks, and the levels that are not zero are listed in order")
  func totals() {
    let first = Level(.response, rank: Rank(.hospitalDischarge, isFlagged: false))
    let second = Level(.response, rank: Rank(.newCommunity, isFlagged: true))
    let score = score([(second, 3), (first, 2), (Level(.cost), 900)])
    #expect(score.total(.response) == 5)
    #expect(score.total(.deferred) == 0)
    #expect(score.nonZero.map(\.level) == [first, second, Level(.cost)])
    #expect(score.nonZero.map(\.value) == [2, 3, 900])
  }

  @Test("the values stand in the ladder's order")
  func orderOfValues() {
    let score = score([(Level(.essentialHigh), 7)])
    #expect(score.values.count == ladder.levels.count)
    #expect(score.values[1] == 7)
    #expect(score.values.reduce(0, +) == 7)
  }
}
