import Quantities
import RotaOptimiser
import Testing

@Suite("A call for two starts when both can, which need not be when both are there first")
struct PairStartTests {
  @Test("it waits for the break of one of them")
  func behindBreak() throws {
    var day = HandDay()
    // Both could be there after ten minutes, but the first one's break would then come too late.
    day.shifts = [HandDay.Shift(breaks: [(30, 0, 45)]), HandDay.Shift()]
    day.breakRequiredAfter = 0
    day.calls = [HandDay.Call(minutes: [30, 30], windows: [(0, 120)])]
    let result = try day.solve()
    #expect(result.start(of: 0) == 40)
    #expect(result.shifts(of: 0) == [0, 1])
    #expect(result.solution.levels == EveryRota(problem: day.problem).best())
    #expect(try day.solve(solver: .greedy).solution.levels == result.solution.levels)
  }

  @Test("it waits where one of them must set out later to be short enough without a break")
  func compressed() throws {
    var day = HandDay()
    day.shifts = [HandDay.Shift(breaks: [(30, 0, 20)]), HandDay.Shift()]
    day.breakRequiredAfter = 100
    day.calls = [
      HandDay.Call(minutes: [30, 30], windows: [(0, 90)]), HandDay.Call(windows: [(100, 100)], shifts: [0]),
    ]
    let result = try day.solve()
    #expect(result.start(of: 0).map { 50...70 ~= $0 } == true)
    #expect(result.solution.levels == EveryRota(problem: day.problem).best())
  }
}
