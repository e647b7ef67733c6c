import RotaOptimiser
import Testing

@Suite("Days that fall apart")
struct ComponentProofTests {
  private func pieces(_ number: Int) -> [RotaProblem] {
    (0..<2 + number % 2).map { TinyProblems.problem(seed: UInt64(3 * number + $0), isPlain: number % 3 == 0) }
  }

  private func best(_ pieces: [RotaProblem]) -> [Int] {
    pieces.map { EveryRota(problem: $0).best() }.reduce([Int](repeating: 0, count: TinyProblems.levels)) {
      zip($0, $1).map(+)
    }
  }

  @Test("no call of a piece lies with the shifts of another, and each piece falls apart no less than by itself")
  func found() throws {
    for number in 0..<30 {
      let pieces = pieces(number)
      let components = try ColumnProbe(ApartDays.joined(pieces)).components
      let alone = try pieces.map { try ColumnProbe($0).components.count }
      #expect(components.count == alone.reduce(0, +), "day \(number)")
      let ends = pieces.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.calls.count) }
      for calls in components {
        let piece = ends.lastIndex { $0 <= calls[0] }
        #expect(calls.allSatisfy { call in ends.lastIndex { $0 <= call } == piece }, "day \(number)")
      }
    }
  }

  @Test("the runs of a part are those of the day, and what its parts come to is what the day comes to")
  func parts() throws {
    for number in 0..<30 {
      let pieces = pieces(number).map { piece in
        // With a shift for every call and a call for every shift nothing stands outside the parts.
        var piece = piece
        for call in piece.calls.indices {
          for demand in piece.calls[call].demands.indices {
            piece.calls[call].demands[demand].placements = piece.shifts.map { _ in [] }
          }
        }
        return piece
      }
      let probe = try ColumnProbe(ApartDays.joined(pieces))
      guard probe.components.joined().count == pieces.reduce(0, { $0 + $1.calls.count }) else { continue }
      let levels = try #require(try probe.levelsByComponent(), "day \(number)")
      let sums = levels.reduce([Int](repeating: 0, count: TinyProblems.levels)) { zip($0, $1).map(+) }
      let proof = try probe.proof(of: .greedy)
      #expect(Array(sums.prefix(proof.count)) == proof.map(\.value), "day \(number)")
    }
  }

  @Test(
    "the sum of the pieces' bounds is no more than the optimum, level by level, whichever way they are found",
    arguments: [false, true])
  func bounds(climbing: Bool) throws {
    var proven = 0
    for number in 0..<60 {
      let pieces = pieces(number)
      let best = best(pieces)
      let proof = try ColumnProbe(ApartDays.joined(pieces)).proof(
        of: .greedy, budget: 200_000, climbing: climbing)
      for (level, entry) in proof.enumerated() {
        #expect(entry.bound <= best[level] && entry.bound <= entry.value, "day \(number), level \(level)")
      }
      if proof.map(\.bound) == best { proven += 1 }
    }
    if !climbing { #expect(proven >= 15, "\(proven)") }
  }
}
