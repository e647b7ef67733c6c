import Quantities
import RotaOptimiser
import Testing

@Suite("Calls that need others")
struct NeededCallsTests {
  /// The second call of the circle can be placed, the first can't; tiny day 1282 had such a circle, of a bundle's and a document's links.
  @Test("two calls that need one another by links alone are covered both or neither")
  func circle() throws {
    var day = HandDay()
    day.calls = [HandDay.Call(windows: []), HandDay.Call(node: 2)]
    day.links = [
      RotaProblem.Link(first: 0, second: 1, relation: .requires),
      RotaProblem.Link(first: 1, second: 0, relation: .requires),
    ]
    for solver in OptimiserSettings.Solver.allCases {
      #expect(try day.solve(solver: solver).solution.uncovered == [0, 1])
    }
    day.calls[0].windows = [(0, 100)]
    for solver in OptimiserSettings.Solver.allCases {
      #expect(try day.solve(solver: solver).solution.uncovered.isEmpty)
    }
  }

  @Test("a circle of three, one of them in two overlapping bundles, is whole or not at all", arguments: [0, 1, 2, 3])
  func largerCircle(closed: Int) throws {
    var day = HandDay()
    day.calls = (1...4).map { HandDay.Call(node: $0, level: 1) }
    day.bundles = [[3, 0], [0, 2]]
    day.links = [
      RotaProblem.Link(first: 2, second: 1, relation: .requires),
      RotaProblem.Link(first: 1, second: 3, relation: .requires),
    ]
    #expect(try day.solve().solution.uncovered.isEmpty)
    day.calls[closed].windows = []
    #expect(try day.solve().solution.uncovered == [0, 1, 2, 3])
  }

  @Test("a chain of needs goes as far as it can, in whatever order the calls stand")
  func chain() throws {
    var day = HandDay()
    day.calls = (1...4).map { HandDay.Call(node: $0, level: 1) }
    day.links = (0..<3).map { RotaProblem.Link(first: $0 + 1, second: $0, relation: .requires) }
    #expect(try day.solve().solution.uncovered.isEmpty)
    day.calls[2].windows = []
    #expect(try day.solve().solution.uncovered == [0, 1, 2])
  }

  @Test("a call never needs itself")
  func itself() throws {
    var day = HandDay()
    day.calls = [HandDay.Call()]
    day.links = [RotaProblem.Link(first: 0, second: 0, relation: .requires)]
    day.bundles = [[0, 0]]
    #expect(try day.solve().solution.uncovered.isEmpty)
  }

  @Test("a bundle stays out where its last call finds no place, and its place goes to others")
  func wholeBundle() throws {
    var day = HandDay()
    day.shifts[0].until = 110
    // Each takes 30 minutes at node 1, 10 from the start: three fit into the shift.
    day.calls = [
      HandDay.Call(level: 0, person: 1), HandDay.Call(level: 1, person: 1), HandDay.Call(level: 1, person: 1),
      HandDay.Call(level: 1, person: 1), HandDay.Call(level: 3, person: 2),
    ]
    day.bundles = [[0, 1, 2, 3]]
    #expect(try day.solve().solution.uncovered == [0, 1, 2, 3])
    day.bundles = [[0, 1, 2]]
    #expect(try day.solve().solution.uncovered == [3, 4])
  }

  /// The first call would best start at once, and then the person's second one finds no room: tiny day 2042, with its workers locked.
  @Test("a call of a set gives way to another call of the same person")
  func givesWay() throws {
    var day = HandDay(shifts: [HandDay.Shift(), HandDay.Shift()])
    day.calls = [
      HandDay.Call(windows: [(0, 100)], person: 1, shifts: [0]),
      HandDay.Call(windows: [(10, 25)], person: 1, shifts: [1]),
    ]
    day.calls[0].terms = [
      RotaProblem.TimingTerm(.after, .zero, .perUnit(Seconds(60)), amount: 1, level: 1)
    ]
    day.bundles = [[0, 1]]
    for solver in OptimiserSettings.Solver.allCases {
      let result = try day.solve(solver: solver)
      #expect(result.start(of: 1) == 10)
      #expect(result.start(of: 0) == 40)
    }
  }
}
