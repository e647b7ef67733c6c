/// Which calls a priced run remembers having done, and where: the neighbourhoods of ng-routes.
///
/// A run that forgets a call may do it twice, which makes the bound weaker, never wrong. Calls for two, whose slots can be worth a lot, are
/// remembered everywhere; others near themselves, and wherever the program's solution has come back to them.
struct CallMemory {
  /// By call: itself.
  let own: [CallMask]
  /// By call: itself, and those that no run may hold beside it.
  let barred: [CallMask]
  /// By call: those that a run remembers there.
  private(set) var remembered: [CallMask]
  /// By call: its place in a mask. Those that could be done twice most easily come first.
  private let places: [Int]

  /// How many others a call remembers to begin with.
  private static let neighbours = 8

  /// - Parameter isOpen: by call, whether runs may stop there; none where they may everywhere. Only open calls take up a place.
  /// - Complexity: calls squared.
  init(_ problem: CompiledProblem, isOpen: [Bool] = []) {
    let count = problem.callCount
    let open = (0..<count).filter { isOpen.isEmpty || isOpen[$0] }
    let spans = (0..<Int32(count)).map { Self.span(of: $0, in: problem) }
    func key(_ call: Int) -> (Int, Int, Int) {
      let width = Int(spans[call].until) - Int(spans[call].from) - Int(problem.calls[call].length)
      return (problem.calls[call].taskCount > 1 ? 0 : 1, -width, call)
    }
    let order = open.sorted { key($0) < key($1) }
    var places = [Int](repeating: CallMask.capacity, count: count)
    for (place, call) in order.enumerated() { places[call] = place }
    let everywhere = open.filter { problem.calls[$0].taskCount > 1 }
    own = (0..<count).map { Self.mask([$0], places) }
    barred = (0..<count).map { call in
      Self.mask([call] + problem.differentWorker[call], places)
    }
    var remembered = [CallMask](repeating: .empty, count: count)
    for call in open {
      let node = problem.tasks[problem.calls[call].firstTask].node
      var near: [(seconds: Int32, call: Int)] = []
      for other in open where other != call {
        let away = problem.tasks[problem.calls[other].firstTask].node
        guard node >= 0, away >= 0, spans[call].from < spans[other].until, spans[other].from < spans[call].until else {
          continue
        }
        let seconds = problem.seconds[Int(node) * problem.nodeCount + Int(away)]
        if near.count == Self.neighbours, near[near.count - 1].seconds <= seconds { continue }
        near.insert((seconds, other), at: near.firstIndex { $0.seconds > seconds } ?? near.count)
        if near.count > Self.neighbours { near.removeLast() }
      }
      remembered[call] = Self.mask(everywhere + near.map(\.call), places)
    }
    self.remembered = remembered
    self.places = places
  }

  mutating func remember(_ call: Int, at other: Int) { remembered[other].insert(places[call]) }

  /// Makes a run that comes back to calls remember them on the way.
  mutating func remember(returnsOf run: PricedRun, in problem: CompiledProblem) {
    let calls = run.tasks.map { Int(problem.tasks[$0].call) }
    var lastPlace: [Int: Int] = [:]
    for (place, call) in calls.enumerated() {
      if let last = lastPlace[call] { for between in calls[last...place] { remember(call, at: between) } }
      lastPlace[call] = place
    }
  }

  /// Some call could be done again behind another one at which it is not remembered.
  func allowsComingBack(in problem: CompiledProblem) -> Bool {
    let spans = remembered.indices.map { Self.span(of: Int32($0), in: problem) }
    return remembered.indices.contains { call in
      let (own, length) = (spans[call], problem.calls[call].length)
      guard own.until &- own.from >= 2 &* length else { return false }
      return remembered.indices.contains { other in
        other != call && spans[other].from < spans[other].until && spans[other].from < own.until
          && own.from < spans[other].until
          && (places[call] >= CallMask.capacity || !self.own[call].isSubset(of: remembered[other]))
      }
    }
  }

  private static func mask(_ calls: [Int], _ places: [Int]) -> CallMask {
    var mask = CallMask.empty
    for call in calls { mask.insert(places[call]) }
    return mask
  }

  /// From the first start to the last end.
  private static func span(of call: Int32, in problem: CompiledProblem) -> (from: Int32, until: Int32) {
    let (from, until) = problem.startSpan(of: call)
    return from <= until ? (from, until &+ problem.calls[call].length) : (0, 0)
  }
}
