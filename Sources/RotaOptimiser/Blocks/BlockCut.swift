import Quantities

/// What of a day is in a block, with what its calls owe to those outside.
///
/// A call for two that has one worker outside is a call for one inside, held to its start and barred to that worker. Gaps, one person's calls that must
/// not overlap, and calls for the same or different workers narrow the windows and the workers of calls inside. What is needed outside
/// counts at level 0 when it is left out.
struct BlockCut {
  private let rota: SearchState
  private let whole: CompiledProblem
  /// Ascending, as the calls are.
  let shifts: [Int]
  let calls: [Int]
  /// By call of the block: the demand that is done inside where the other one is done outside.
  let demandInside: [Int?]
  private let isInside: [Bool]

  init(shifts: [Int], uncovered: [Int], of rota: SearchState) {
    let whole = rota.problem
    let own = Set(shifts)
    let planned = shifts.flatMap { rota.tasks(of: Int32($0)) }.map { Int(whole.tasks[$0].call) }
    calls = Set(planned + uncovered).sorted()
    demandInside = calls.map { call in
      let entry = whole.calls[call]
      let inside = (0..<Int(entry.taskCount)).filter {
        own.contains(Int(rota.shift(ofTask: entry.firstTask + Int32($0))))
      }
      return inside.count == 1 && entry.taskCount == 2 ? inside[0] : nil
    }
    var isInside = [Bool](repeating: false, count: whole.callCount)
    for call in calls { isInside[call] = true }
    self.isInside = isInside
    self.rota = rota
    self.whole = whole
    self.shifts = shifts
  }

  func problem() -> RotaProblem {
    let keeping = RotaProblem.LevelAmount(level: 0, amount: weightOfKeeping)
    var problem = whole.problem.part(calls: calls, shifts: shifts)
    for (number, call) in calls.enumerated() {
      if let demand = demandInside[number] {
        let start = Seconds(Int(rota.plan.start[call]))
        problem.calls[number].demands = [problem.calls[number].demands[demand]]
        problem.calls[number].windows = [RotaProblem.Window(from: start, until: start, terms: [], isOrdered: true)]
      } else {
        problem.calls[number].windows = windows(of: call)
      }
      for (place, shift) in shifts.enumerated() where !mayHold(number, shift) {
        for demand in problem.calls[number].demands.indices {
          problem.calls[number].demands[demand].placements[place] = nil
        }
      }
      if isNeededOutside(number) {
        problem.calls[number].uncovered.append(keeping)
      }
    }
    return problem
  }

  /// At level 0, more than any call adds there by itself.
  private var weightOfKeeping: Int {
    1 + whole.problem.calls.flatMap(\.uncovered).reduce(0) { $1.level == 0 ? max($0, $1.amount) : $0 }
  }

  private func isPlacedOutside(_ call: Int) -> Bool { !isInside[call] && rota.isPlaced(Int32(call)) }

  private func isNeededOutside(_ number: Int) -> Bool {
    let call = calls[number]
    guard rota.isPlaced(Int32(call)) else { return false }
    let group = whole.groupOfCall[call]
    return demandInside[number] != nil || whole.dependents[call].contains(where: isPlacedOutside)
      || group >= 0 && whole.groups[group].contains { !isInside[$0] }
  }

  // MARK: Workers

  private func mayHold(_ number: Int, _ shift: Int) -> Bool {
    let call = calls[number]
    let worker = whole.shifts[shift].worker
    if let demand = demandInside[number] {
      let other = rota.shift(ofTask: whole.calls[call].firstTask + Int32(1 - demand))
      if whole.shifts[other].worker == worker { return false }
    }
    return whole.differentWorker[call].allSatisfy { !isPlacedOutside($0) || !workers(of: $0).contains(worker) }
      && (!whole.sameWorker[call].contains(where: isPlacedOutside) || workers(of: call).contains(worker))
  }

  private func workers(of call: Int) -> [Int32] { rota.workers(of: Int32(call)) }

  // MARK: Windows

  private func windows(of call: Int) -> [RotaProblem.Window] {
    var windows = whole.problem.calls[call].windows
    let entry = whole.calls[call]
    for index in entry.firstTie..<entry.firstTie + entry.tieCount {
      let tie = whole.ties[index]
      guard isPlacedOutside(Int(tie.other)) else { continue }
      let start = Int(rota.plan.start[tie.other])
      windows = windows.compactMap { Self.narrowed($0, from: start + Int(tie.least), until: start + Int(tie.most)) }
    }
    for index in entry.firstSibling..<entry.firstSibling + entry.siblingCount {
      let sibling = whole.siblings[index]
      guard isPlacedOutside(Int(sibling)) else { continue }
      let start = Int(rota.plan.start[sibling])
      let end = start + Int(whole.calls[sibling].length)
      windows = windows.flatMap { window in
        [
          Self.narrowed(window, from: .min, until: start - Int(entry.length)),
          Self.narrowed(window, from: end, until: .max),
        ].compactMap { $0 }
      }
    }
    return windows
  }

  /// Nil where nothing of the window is left.
  private static func narrowed(_ window: RotaProblem.Window, from: Int, until: Int) -> RotaProblem.Window? {
    var narrowed = window
    narrowed.from = Seconds(max(window.from.value, from))
    if window.isOrdered { return narrowed.from == window.from && window.from.value <= until ? window : nil }
    narrowed.until = Seconds(min(window.until.value, until))
    return narrowed.from <= narrowed.until ? narrowed : nil
  }
}
