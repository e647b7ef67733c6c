import Quantities
import RotaOptimiser
import Testing

/// Nodes lie on a line, ten minutes from one to the next; shifts go from node 0 and back.
@Suite("Each move of descent finds what only it can find, and nothing where there is nothing")
struct MoveTests {
  private let moves: [SearchOperator] = [.cover, .eject, .relocate, .swapTails, .exchange, .moveString]

  private func others(than move: SearchOperator) -> [SearchOperator] { moves.filter { $0 != move } }

  @Test("cover places a call that fits, and not one that doesn't")
  func cover() throws {
    var day = HandDay()
    day.calls = [HandDay.Call(node: 1, windows: [(60, 60)]), HandDay.Call(node: 1, windows: [(90, 90)])]
    #expect(try SearchProbe(day.problem, runs: [[0]]).improve(by: .cover, around: 1))
    day.calls[1].windows = [(89, 89)]
    #expect(try !SearchProbe(day.problem, runs: [[0]]).improve(by: .cover, around: 1))
  }

  @Test("cover waits for what the call requires")
  func coverRequires() throws {
    var day = HandDay()
    day.calls = [HandDay.Call(), HandDay.Call()]
    day.links = [RotaProblem.Link(first: 0, second: 1, relation: .requires)]
    #expect(try !SearchProbe(day.problem, runs: [[]]).improve(by: .cover, around: 1))
    #expect(try SearchProbe(day.problem, runs: [[0]]).improve(by: .cover, around: 1))
  }

  @Test("eject puts a call in the place of one that counts less, which goes elsewhere where it can")
  func eject() throws {
    var day = HandDay()
    day.shifts = [HandDay.Shift(), HandDay.Shift()]
    // Both want nine o'clock; only the first shift may do the graver one.
    day.calls = [
      HandDay.Call(windows: [(60, 60)], level: 0, shifts: [0]), HandDay.Call(windows: [(60, 60)], level: 1),
    ]
    let probe = try SearchProbe(day.problem, runs: [[1], []])
    for move in others(than: .eject) { #expect(!probe.improve(by: move, around: 0)) }
    #expect(probe.improve(by: .eject, around: 0))
    #expect(probe.runs == [[0], [1]])
    #expect(!probe.improve(by: .eject, around: 0))

    day.calls[1].shifts = [0]
    let alone = try SearchProbe(day.problem, runs: [[1], []])
    #expect(alone.improve(by: .eject, around: 0))
    #expect(alone.runs == [[0], []])
    day.calls[0].level = 2
    #expect(try !SearchProbe(day.problem, runs: [[1], []]).improve(by: .eject, around: 0))
  }

  @Test("relocate takes a call to the run that passes by, and leaves alone what is best where it is")
  func relocate() throws {
    var day = HandDay()
    day.shifts = [HandDay.Shift(), HandDay.Shift()]
    day.calls = [
      HandDay.Call(node: 6, windows: [(60, 60)], shifts: [0]), HandDay.Call(node: 5, windows: [(120, 180)]),
    ]
    let probe = try SearchProbe(day.problem, runs: [[0], [1]])
    #expect(!probe.improve(by: .exchange, around: 1))
    #expect(!probe.improve(by: .swapTails, around: 1))
    #expect(probe.improve(by: .relocate, around: 1))
    #expect(probe.runs == [[0, 1], []])
    #expect(!probe.improve(by: .relocate, around: 1))
    #expect(!probe.improve(by: .relocate, around: 0))
  }

  @Test("exchange swaps two calls of full runs, each to its best place there")
  func exchange() throws {
    var day = HandDay()
    day.shifts = [HandDay.Shift(), HandDay.Shift()]
    // A morning and an afternoon call at either end of the line; each run has one of each end, and no room for a third.
    day.calls = [
      HandDay.Call(node: 7, minutes: [120], windows: [(70, 90)]),
      HandDay.Call(node: 1, minutes: [120], windows: [(260, 280)]),
      HandDay.Call(node: 1, minutes: [120], windows: [(70, 90)]),
      HandDay.Call(node: 7, minutes: [120], windows: [(260, 280)]),
    ]
    let probe = try SearchProbe(day.problem, runs: [[0, 1], [2, 3]])
    for call in 0..<4 { #expect(!probe.improve(by: .relocate, around: call)) }
    #expect(probe.improve(by: .exchange, around: 1))
    #expect(Set(probe.runs.map(Set.init)) == [[0, 3], [1, 2]])
    for call in 0..<4 { #expect(!probe.improve(by: .exchange, around: call)) }
  }

  @Test("swap tails exchanges the ends of two runs, several calls at once")
  func swapTails() throws {
    var day = HandDay()
    day.shifts = [HandDay.Shift(until: 600), HandDay.Shift(until: 600)]
    let times = [(80, 90), (200, 210), (300, 310)]
    day.calls = [7, 1, 1, 1, 7, 7].enumerated().map { number, node in
      HandDay.Call(node: node, minutes: [60], windows: [times[number % 3]])
    }
    let probe = try SearchProbe(day.problem, runs: [[0, 1, 2], [3, 4, 5]])
    for call in 0..<6 { #expect(!probe.improve(by: .relocate, around: call)) }
    #expect(probe.improve(by: .swapTails, around: 0))
    #expect(probe.runs == [[0, 4, 5], [3, 1, 2]])
    for call in 0..<6 { #expect(!probe.improve(by: .swapTails, around: call)) }
  }

  /// Two calls at the end of the line that the first run alone goes there for, and a second run that is there anyway.
  private var stringDay: HandDay {
    var day = HandDay()
    day.shifts = [HandDay.Shift(), HandDay.Shift()]
    day.calls = [
      HandDay.Call(windows: [(10, 30)], shifts: [0]), HandDay.Call(node: 7, windows: [(100, 250)]),
      HandDay.Call(node: 7, windows: [(100, 250)]), HandDay.Call(windows: [(300, 330)], shifts: [0]),
      HandDay.Call(node: 7, windows: [(70, 90)], shifts: [1]),
      HandDay.Call(node: 7, windows: [(250, 280)], shifts: [1]),
    ]
    return day
  }

  @Test("move string takes two calls at once where the other run passes, neither of which gains by going alone")
  func moveString() throws {
    let probe = try SearchProbe(stringDay.problem, runs: [[0, 1, 2, 3], [4, 5]])
    for move in others(than: .moveString) {
      for call in 0..<6 { #expect(!probe.improve(by: move, around: call)) }
    }
    for call in [0, 2, 3, 4, 5] { #expect(!probe.improve(by: .moveString, around: call)) }
    #expect(probe.improve(by: .moveString, around: 1))
    #expect(probe.runs == [[0, 3], [4, 1, 2, 5]])
    #expect(probe.audit() == [])
    for call in 0..<6 { #expect(!probe.improve(by: .moveString, around: call)) }
  }

  @Test(
    "move string turns a string round where that is the shorter way, and takes calls for one worker along with each other"
  )
  func moveStringTurned() throws {
    var day = stringDay
    day.calls[2].node = 4
    day.calls[4].windows = [(300, 330)]
    day.calls.removeLast()
    day.links = [RotaProblem.Link(first: 1, second: 2, relation: .sameWorker)]
    let probe = try SearchProbe(day.problem, runs: [[0, 1, 2, 3], [4]])
    for move in others(than: .moveString) {
      for call in 0..<5 { #expect(!probe.improve(by: move, around: call)) }
    }
    #expect(probe.improve(by: .moveString, around: 1))
    #expect(probe.runs == [[0, 3], [2, 1, 4]])
    #expect(probe.audit() == [])
  }

  @Test("move string takes a string to the beginning of its own run, in the window that is best there")
  func moveStringHome() throws {
    var day = HandDay()
    day.calls = [
      HandDay.Call(node: 7, windows: [(0, 300)]), HandDay.Call(windows: [(200, 300), (0, 60)]),
      HandDay.Call(windows: [(200, 300), (0, 60)]), HandDay.Call(node: 7, windows: [(330, 400)]),
    ]
    let probe = try SearchProbe(day.problem, runs: [[0, 1, 2, 3]])
    for move in others(than: .moveString) {
      for call in 0..<4 { #expect(!probe.improve(by: move, around: call)) }
    }
    #expect(probe.improve(by: .moveString, around: 1))
    #expect(probe.runs == [[1, 2, 0, 3]])
    #expect(probe.audit() == [])
  }

  @Test("no move leaves a rota that is worse or breaks a rule, on busy days", arguments: 0..<12)
  func sound(seed: UInt64) throws {
    let day = BusyDays.day(seed: seed)
    let probe = try SearchProbe(day.problem, seed: seed)
    for move in moves.reversed() {
      for call in day.calls.indices {
        let before = probe.levels
        let hasImproved = probe.improve(by: move, around: call)
        #expect(probe.levels == before || hasImproved && probe.levels.lexicographicallyPrecedes(before))
      }
      #expect(probe.audit() == [])
    }
  }

  @Test("no move puts a worker on a call that they may not do")
  func skills() throws {
    var day = HandDay()
    day.shifts = [HandDay.Shift(until: 600), HandDay.Shift(until: 600)]
    day.calls = [7, 1, 1, 1, 7, 7].enumerated().map { number, node in
      HandDay.Call(
        node: node, minutes: [60], windows: [[(80, 90), (200, 210), (300, 310)][number % 3]], shifts: [number / 3])
    }
    let probe = try SearchProbe(day.problem, runs: [[0, 1, 2], [3, 4, 5]])
    for move in moves {
      for call in 0..<6 { #expect(!probe.improve(by: move, around: call)) }
    }
  }
}
