import Quantities
import RotaOptimiser

/// A day small enough to reckon by hand: nodes on a line, ten minutes and 400 pence from one to the next, shifts from node 0 and back.
///
/// Levels are given by index, the cost is the last of five. Times are minutes from the day's origin.
struct HandDay {
  static let levels = 5
  static let cost = levels - 1
  static let nodes = 8

  var shifts = [Shift()]
  var calls: [Call] = []
  var links: [RotaProblem.Link] = []
  var bundles: [[Int]] = []
  var grain = 300
  var breakRequiredAfter = 6 * 60

  struct Shift {
    var from = 0
    var until = 480
    var overtime = 0
    var worker: Int?
    var breaks: [(length: Int, from: Int, until: Int)] = []
    var isOpenEnded = false
    var share = 10_000
    var contactSoFar = 0
    var departed: Int?
  }

  struct Call {
    var node: Int? = 1
    var minutes = [30]
    var windows = [(from: 0, until: 480)]
    var level = 0
    var amount = 1
    var person: Int?
    /// Shifts that may do it; nil for all.
    var shifts: [Int]?
    var terms: [RotaProblem.TimingTerm] = []
    /// More that its being left out adds.
    var more: [RotaProblem.LevelAmount] = []
  }

  var problem: RotaProblem {
    let seconds = (0..<Self.nodes * Self.nodes).map { Int32(abs($0 / Self.nodes - $0 % Self.nodes) * 600) }
    return RotaProblem(
      levelCount: Self.levels, grain: Seconds(grain), shifts: shifts.enumerated().map(shift),
      calls: calls.enumerated().map(call),
      links: links, bundles: bundles, travel: [RotaProblem.Travel(seconds: seconds, pence: seconds.map { $0 * 2 / 3 })],
      nodeCount: Self.nodes, breakRequiredAfter: Seconds(60 * breakRequiredAfter), overtimePerMinute: Pence(60),
      unfairnessPerMinute: Pence(5))
  }

  private func shift(_ index: Int, _ shift: Shift) -> RotaProblem.Shift {
    RotaProblem.Shift(
      worker: shift.worker ?? index, mode: 0, earliest: minutes(shift.from),
      latest: minutes(shift.until + shift.overtime), contractedEnd: minutes(shift.until), startNode: 0,
      endNode: shift.isOpenEnded ? nil : 0,
      breaks: shift.breaks.map { pause in
        RotaProblem.Break(length: minutes(pause.length), from: minutes(pause.from), until: minutes(pause.until))
      }, contactShare: minutes(shift.share), contactSoFar: minutes(shift.contactSoFar),
      departed: shift.departed.map(minutes))
  }

  private func call(_ index: Int, _ call: Call) -> RotaProblem.Call {
    RotaProblem.Call(
      demands: call.minutes.map { length in
        RotaProblem.Demand(
          length: minutes(length),
          placements: shifts.indices.map { call.shifts?.contains($0) ?? true ? [] : nil })
      }, node: call.node, person: call.person ?? index,
      windows: call.windows.map { window in
        RotaProblem.Window(from: minutes(window.from), until: minutes(window.until), terms: call.terms)
      }, uncovered: [RotaProblem.LevelAmount(level: call.level, amount: call.amount)] + call.more)
  }

  func solve(
    seed: UInt64 = 1, budget: Int = 20_000, solver: OptimiserSettings.Solver = .auto, from start: RotaSolution? = nil
  ) throws -> OptimiserResult {
    try DayOptimiser(problem, settings: OptimiserSettings(seed: seed, budget: budget, solver: solver)).solve(
      from: start)
  }
}

func minutes(_ minutes: Int) -> Seconds { Seconds(60 * minutes) }

extension OptimiserResult {
  /// Start of a call in minutes; nil where nobody does it.
  func start(of call: Int) -> Int? {
    solution.runs.flatMap(\.stops).first { $0.call == call }.map { $0.start.value / 60 }
  }

  /// Shifts of a call, in their order.
  func shifts(of call: Int) -> [Int] {
    solution.runs.indices.filter { shift in solution.runs[shift].stops.contains { $0.call == call } }
  }

  func stage(_ kind: OptimiserStage.Kind) -> OptimiserStage? { stages.first { $0.kind == kind } }
}
