import Quantities

/// Works out the flat tables of a `CompiledProblem`.
struct ProblemLayout {
  var shifts: [CompiledProblem.Shift] = []
  var breaks: [CompiledProblem.Break] = []
  var tasks: [CompiledProblem.Task] = []
  var calls: [CompiledProblem.Call] = []
  var pieces: [CompiledProblem.Piece] = []
  var terms: [CompiledProblem.Term] = []
  var pieceBases: [PackedScore] = []
  var ties: [CompiledProblem.Tie] = []
  var siblings: [Int32] = []
  var placementIndex: [Int32] = []
  var placements: [PackedScore] = []
  var prerequisites: [[Int]]
  var dependents: [[Int]]
  var sameWorker: [[Int]]
  var differentWorker: [[Int]]
  var stride = 1
  /// A spacing that no two times of a problem can reach.
  private static let unlimited = Int32(4 * ProblemValidation.widest)

  init(_ problem: RotaProblem, packing: LevelPacking) {
    let none = [[Int]](repeating: [], count: problem.calls.count)
    (prerequisites, dependents, sameWorker, differentWorker) = (none, none, none, none)
    layShifts(problem)
    layWorkerLinks(problem)
    let tieLists = tiesByCall(problem)
    let siblingLists = siblingsByCall(problem, ties: tieLists)
    for (index, call) in problem.calls.enumerated() {
      layCall(index, call, ties: tieLists[index], siblings: siblingLists[index], problem, packing)
    }
    stride = longestRun(problem)
  }

  private mutating func layShifts(_ problem: RotaProblem) {
    for shift in problem.shifts {
      shifts.append(
        CompiledProblem.Shift(
          worker: Int32(shift.worker), mode: Int32(shift.mode), earliest: Int32(shift.earliest.value),
          latest: Int32(shift.latest.value), contractedEnd: Int32(shift.contractedEnd.value),
          startNode: Int32(shift.startNode), endNode: Int32(shift.endNode ?? -1), firstBreak: Int32(breaks.count),
          breakCount: Int32(shift.breaks.count), share: Int32(shift.contactShare.value),
          contactSoFar: Int32(shift.contactSoFar.value),
          departed: shift.departed.map { Int32($0.value) } ?? CompiledProblem.Shift.notDeparted))
      for pause in shift.breaks {
        breaks.append(
          CompiledProblem.Break(
            length: Int32(pause.length.value), from: Int32(pause.from.value), until: Int32(pause.until.value)))
      }
    }
  }

  private mutating func layWorkerLinks(_ problem: RotaProblem) {
    for link in problem.links where link.first != link.second {
      switch link.relation {
      case .requires:
        prerequisites[link.second].append(link.first)
        dependents[link.first].append(link.second)
      case .sameWorker:
        sameWorker[link.first].append(link.second)
        sameWorker[link.second].append(link.first)
      case .differentWorker:
        differentWorker[link.first].append(link.second)
        differentWorker[link.second].append(link.first)
      case .gap: break
      }
    }
    for bundle in problem.bundles {
      for call in bundle {
        let others = bundle.filter { $0 != call }
        prerequisites[call] += others
        dependents[call] += others
      }
    }
  }

  private func tiesByCall(_ problem: RotaProblem) -> [[CompiledProblem.Tie]] {
    var lists = [[CompiledProblem.Tie]](repeating: [], count: problem.calls.count)
    let far = Self.unlimited
    for link in problem.links where link.first != link.second {
      guard case .gap(let minimum, let maximum) = link.relation else { continue }
      let least = Int32(clamping: max(-Int(far), min(minimum.value, Int(far))))
      let most = Int32(clamping: max(-Int(far), min(maximum?.value ?? Int(far), Int(far))))
      lists[link.second].append(CompiledProblem.Tie(other: Int32(link.first), least: least, most: most))
      lists[link.first].append(CompiledProblem.Tie(other: Int32(link.second), least: -most, most: -least))
    }
    return lists
  }

  /// Calls of one person that could overlap and aren't told to start together.
  private func siblingsByCall(_ problem: RotaProblem, ties: [[CompiledProblem.Tie]]) -> [[Int32]] {
    var byPerson: [Int: [Int]] = [:]
    for (index, call) in problem.calls.enumerated() { byPerson[call.person, default: []].append(index) }
    var lists = [[Int32]](repeating: [], count: problem.calls.count)
    for (index, call) in problem.calls.enumerated() {
      for other in byPerson[call.person] ?? [] where other != index {
        let together = ties[index].contains { Int($0.other) == other && $0.least == 0 && $0.most == 0 }
        if !together, mayOverlap(call, problem.calls[other]) { lists[index].append(Int32(other)) }
      }
    }
    return lists
  }

  private func mayOverlap(_ one: RotaProblem.Call, _ other: RotaProblem.Call) -> Bool {
    func span(_ call: RotaProblem.Call) -> (Int, Int) {
      let length = call.demands.map(\.length.value).max() ?? 0
      return (
        call.windows.map(\.from.value).min() ?? 0, (call.windows.map(\.until.value).max() ?? 0) + length
      )
    }
    let (a, b) = (span(one), span(other))
    return a.0 < b.1 && b.0 < a.1
  }

  private mutating func layCall(
    _ index: Int, _ call: RotaProblem.Call, ties tieList: [CompiledProblem.Tie], siblings siblingList: [Int32],
    _ problem: RotaProblem, _ packing: LevelPacking
  ) {
    let firstPiece = pieces.count
    for window in call.windows {
      pieces += pieceList(of: window, grain: problem.grain.value, packing: packing)
    }
    let far = Self.unlimited - 1
    calls.append(
      CompiledProblem.Call(
        firstTask: Int32(tasks.count), taskCount: Int32(call.demands.count), firstPiece: Int32(firstPiece),
        pieceCount: Int32(pieces.count - firstPiece), length: Int32(call.demands.map(\.length.value).max() ?? 0),
        firstTie: Int32(ties.count), tieCount: Int32(tieList.count), firstSibling: Int32(siblings.count),
        siblingCount: Int32(siblingList.count),
        isPinned: call.demands.count > 1 || tieList.contains { $0.most <= far && $0.least >= -far },
        hasTies: !tieList.isEmpty || !siblingList.isEmpty,
        hasWorkerLinks: !sameWorker[index].isEmpty || !differentWorker[index].isEmpty))
    ties += tieList
    siblings += siblingList
    for (number, demand) in call.demands.enumerated() {
      tasks.append(
        CompiledProblem.Task(
          call: Int32(index), demand: Int32(number), length: Int32(demand.length.value),
          node: Int32(call.node ?? -1), carriesTiming: number == 0))
      for placement in demand.placements {
        placementIndex.append(placement == nil ? -1 : Int32(placements.count))
        if let placement { placements.append(packing.packed(placement)) }
      }
    }
  }

  /// The shifts that can do each task, task after task, and where each task's begin.
  func ableShifts(of taskCount: Int, among shiftCount: Int) -> (first: [Int32], shifts: [Int32]) {
    var first: [Int32] = [0]
    var shifts: [Int32] = []
    for task in 0..<taskCount {
      for shift in 0..<shiftCount where placementIndex[task * shiftCount + shift] >= 0 { shifts.append(Int32(shift)) }
      first.append(Int32(shifts.count))
    }
    return (first, shifts)
  }

  private func longestRun(_ problem: RotaProblem) -> Int {
    let shortest = max(1, tasks.map { Int($0.length) }.min() ?? 1)
    let longest = shifts.map { Int($0.latest) - Int($0.earliest) }.max() ?? 0
    return max(1, min(tasks.count, longest / shortest + 2)) + 1
  }
}
