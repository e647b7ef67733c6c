/// For each call the calls that would go well before or after it in a run, nearest first: what moves are limited to.
///
/// Proximity is that of Vidal, Crainic, Gendreau and Prins (2013): the way, a fifth of the waiting that the windows force, and the lateness
/// that they force, in the better of the two orders. Calls that no shift can both do are no neighbours.
/// Complexity: the square of the calls, once.
final class Neighbourhood {
  private let lists: FlatArray<Int32>
  private let firsts: FlatArray<Int32>

  /// Most neighbours of a call.
  private static let width = 100

  init(_ problem: CompiledProblem) {
    let calls = (0..<Int32(problem.callCount)).map { Place($0, in: problem) }
    var lists: [Int32] = []
    var firsts: [Int32] = [0]
    var nearest = NearestCalls(width: min(Self.width, max(0, calls.count - 1)))
    for (call, place) in calls.enumerated() {
      nearest.removeAll()
      for (other, otherPlace) in calls.enumerated() where other != call && place.shares(shiftWith: otherPlace) {
        nearest.offer(Int32(other), at: place.proximity(to: otherPlace, in: problem))
      }
      lists += nearest.calls
      firsts.append(Int32(lists.count))
    }
    self.lists = FlatArray(lists, orEmpty: 0)
    self.firsts = FlatArray(firsts, orEmpty: 0)
  }

  deinit {
    lists.free()
    firsts.free()
  }

  /// How many neighbours a call has.
  @inline(__always)
  func count(of call: Int32) -> Int { Int(firsts[call &+ 1] &- firsts[call]) }

  /// The neighbour of a call at a rank, the nearest first.
  @inline(__always)
  func neighbour(of call: Int32, at rank: Int) -> Int32 { lists[Int(firsts[call]) + rank] }

  /// Where and when a call can be, and who can do it.
  private struct Place {
    let node: Int32
    let from: Int32
    let until: Int32
    let length: Int32
    let shifts: [UInt64]

    init(_ call: Int32, in problem: CompiledProblem) {
      let entry = problem.calls[call]
      node = problem.tasks[entry.firstTask].node
      length = entry.length
      let pieces = (entry.firstPiece..<entry.firstPiece + entry.pieceCount).map { problem.pieces[$0] }
      from = pieces.map(\.from).min() ?? 0
      until = pieces.map { min($0.until, max($0.from, $0.quietUntil)) }.max() ?? 0
      var shifts = [UInt64](repeating: 0, count: problem.shiftCount / 64 + 1)
      for task in entry.firstTask..<entry.firstTask + entry.taskCount {
        for index in problem.firstShiftOfTask[task]..<problem.firstShiftOfTask[task + 1] {
          let shift = Int(problem.shiftsOfTasks[index])
          shifts[shift / 64] |= 1 << UInt64(shift % 64)
        }
      }
      self.shifts = shifts
    }

    func shares(shiftWith other: Place) -> Bool {
      for word in shifts.indices where shifts[word] & other.shifts[word] != 0 { return true }
      return false
    }

    func proximity(to other: Place, in problem: CompiledProblem) -> Int32 {
      min(proximity(before: other, in: problem), other.proximity(before: self, in: problem))
    }

    private func proximity(before next: Place, in problem: CompiledProblem) -> Int32 {
      let way = node >= 0 && next.node >= 0 ? problem.seconds[Int(node) * problem.nodeCount + Int(next.node)] : 0
      let waiting = max(0, next.from &- way &- length &- until)
      let lateness = max(0, from &+ length &+ way &- next.until)
      return way &+ waiting / 5 &+ lateness
    }
  }
}

/// The nearest few of the calls offered, nearest first; of equally near ones the first offered.
private struct NearestCalls {
  private let width: Int
  private var distances: [Int32] = []
  private(set) var calls: [Int32] = []

  init(width: Int) { self.width = width }

  mutating func removeAll() {
    distances.removeAll(keepingCapacity: true)
    calls.removeAll(keepingCapacity: true)
  }

  mutating func offer(_ call: Int32, at distance: Int32) {
    if calls.count == width {
      guard let farthest = distances.last, distance < farthest else { return }
      distances.removeLast()
      calls.removeLast()
    }
    var (low, high) = (0, distances.count)
    while low < high {
      let middle = (low + high) / 2
      if distances[middle] <= distance { low = middle + 1 } else { high = middle }
    }
    distances.insert(distance, at: low)
    calls.insert(call, at: low)
  }
}
