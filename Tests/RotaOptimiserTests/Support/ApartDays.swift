import Quantities
import RotaOptimiser

/// Days made of several tiny ones side by side, which share no shift and no call.
///
/// The lexicographically smallest levels of such a day are the sums of those of its pieces.
enum ApartDays {
  /// All on one map; shifts of one piece can do no call of another.
  static func joined(_ pieces: [RotaProblem]) -> RotaProblem {
    var whole = pieces[0]
    for piece in pieces.dropFirst() { whole = joined(whole, piece) }
    return whole
  }

  private static func joined(_ one: RotaProblem, _ other: RotaProblem) -> RotaProblem {
    var whole = one
    whole.shifts += other.shifts.map { entry in
      var shift = entry
      shift.worker += one.shifts.count
      shift.startNode += one.nodeCount
      shift.endNode = entry.endNode.map { $0 + one.nodeCount }
      return shift
    }
    let nobody = [[RotaProblem.LevelAmount]?](repeating: nil, count: other.shifts.count)
    for call in whole.calls.indices {
      for demand in whole.calls[call].demands.indices { whole.calls[call].demands[demand].placements += nobody }
    }
    let strangers = [[RotaProblem.LevelAmount]?](repeating: nil, count: one.shifts.count)
    whole.calls += other.calls.map { entry in
      var call = entry
      call.node = entry.node.map { $0 + one.nodeCount }
      call.person += 1000
      for demand in call.demands.indices {
        call.demands[demand].placements = strangers + call.demands[demand].placements
      }
      return call
    }
    let count = one.calls.count
    whole.links += other.links.map {
      RotaProblem.Link(first: $0.first + count, second: $0.second + count, relation: $0.relation)
    }
    whole.bundles += other.bundles.map { $0.map { $0 + count } }
    whole.nodeCount += other.nodeCount
    whole.travel = [RotaProblem.Travel(seconds: table(\.seconds, one, other), pence: table(\.pence, one, other))]
    return whole
  }

  private static func table(
    _ part: KeyPath<RotaProblem.Travel, [Int32]>, _ one: RotaProblem, _ other: RotaProblem
  ) -> [Int32] {
    let (first, second) = (one.travel[0][keyPath: part], other.travel[0][keyPath: part])
    func row(_ cells: [Int32], _ number: Int, of count: Int) -> ArraySlice<Int32> {
      cells[number * count..<(number + 1) * count]
    }
    return (0..<one.nodeCount).flatMap {
      row(first, $0, of: one.nodeCount) + [Int32](repeating: 600, count: other.nodeCount)
    }
      + (0..<other.nodeCount).flatMap {
        [Int32](repeating: 600, count: one.nodeCount) + row(second, $0, of: other.nodeCount)
      }
  }
}
