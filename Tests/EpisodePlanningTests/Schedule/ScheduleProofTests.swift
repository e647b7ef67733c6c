import EpisodePlanning
import Testing

@Suite("Which bounds of several solves hold for the choice that stands")
struct ScheduleProofTests {
  private static let least = [0, 0, 0]

  private func best(_ proofs: [([Int?], [Int])], for values: [Int]) -> [Int?] {
    ScheduleProof.best(
      of: proofs.map { ScheduleProof(bounds: $0.0, reached: $0.1) }, for: values, least: Self.least)
  }

  @Test("of two that hold the better one, also where the later solve had no work left")
  func both() {
    #expect(best([([2, 5, 7], [2, 6, 9]), ([2, 0, nil], [2, 6, 9])], for: [2, 6, 9]) == [2, 5, 7])
  }

  @Test("a choice that is better before keeps the bounds behind, one that is worse loses them")
  func levelsBefore() {
    #expect(best([([1, 5, 7], [3, 6, 9])], for: [2, 6, 9]) == [1, 5, 7])
    #expect(best([([1, 5, 7], [3, 6, 9])], for: [3, 7, 9]) == [1, 5, 0])
    #expect(best([([1, 5, 7], [3, 6, 9])], for: [4, 6, 9]) == [1, 0, 0])
  }

  @Test("a bound is never above what was reached, nor below what holds in any case; without a solve there is none")
  func limits() {
    #expect(best([([1, 8, 7], [3, 9, 9])], for: [3, 6, 9]) == [1, 0, 7])
    #expect(
      ScheduleProof.best(of: [ScheduleProof(bounds: [1], reached: [3])], for: [3], least: [2]) == [2])
    #expect(best([], for: [3, 6, 9]) == [nil, nil, nil])
  }
}
