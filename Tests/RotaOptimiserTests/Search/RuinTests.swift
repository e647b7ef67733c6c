import Quantities
import RotaOptimiser
import Testing

@Suite("Ruins take out what stands around a seed")
struct RuinTests {
  /// Three runs of six calls, one an hour, each at a place of its own; a nineteenth call is done by nobody.
  private func probe() throws -> SearchProbe {
    var day = HandDay()
    day.shifts = (0..<3).map { _ in HandDay.Shift(until: 600) }
    day.calls = (0..<19).map { number in
      let hour = 60 * (number % 6) + 60
      return HandDay.Call(node: 1 + number / 6 * 2, minutes: [20], windows: [(hour, hour + 15)])
    }
    return try SearchProbe(day.problem, runs: [Array(0..<6), Array(6..<12), Array(12..<18)])
  }

  @Test("only calls that are placed, near the seed, about as many as asked for", arguments: 0..<20)
  func placed(seed: UInt64) throws {
    let probe = try probe()
    for ruin in [SearchOperator.related, .strings, .wholeRuns] {
      for start in [0, 8, 18] {
        let chosen = probe.ruined(by: ruin, around: start, count: 5, seed: seed)
        #expect(!chosen.isEmpty)
        #expect(!chosen.contains(18))
        #expect(chosen == probe.ruined(by: ruin, around: start, count: 5, seed: seed))
        if ruin == .related { #expect(chosen.count == 5 && Set(chosen).count == 5) }
        if ruin == .related, start != 18 { #expect(chosen.contains(start)) }
      }
    }
  }

  @Test("a string is of neighbouring stops, near the seed in time", arguments: 0..<20)
  func strings(seed: UInt64) throws {
    let chosen = try probe().ruined(by: .strings, around: 9, count: 1, seed: seed).sorted()
    #expect(chosen == Array((chosen.first ?? 0)..<(chosen.last ?? 0) + 1))
    #expect(chosen.allSatisfy { (6..<12).contains($0) })
    #expect(chosen.contains(9))
  }

  @Test("whole runs are whole", arguments: 0..<20)
  func wholeRuns(seed: UInt64) throws {
    let chosen = try Set(probe().ruined(by: .wholeRuns, around: 9, count: 1, seed: seed))
    #expect(chosen.isSuperset(of: 6..<12))
    #expect([6, 12].contains(chosen.count))
  }

  @Test("no operator is both a move and a ruin, and each but the stages is one")
  func kinds() throws {
    let probe = try probe()
    for kind in SearchOperator.allCases {
      let ruins = !probe.ruined(by: kind, around: 0, count: 4).isEmpty
      #expect(ruins == [.related, .strings, .wholeRuns].contains(kind))
      if ruins { #expect(!probe.improve(by: kind, around: 0)) }
    }
  }
}
