/// The ways of some shifts, by origin, the nearest in place and time first.
final class ShiftWays {
  /// Shift-major, then by origin: 0 for the beginning of the run, a call's number plus one behind it.
  let firstArc: FlatArray<Int32>
  let arcs: FlatArray<PricingNetwork.Arc>
  /// Ways looked at to lay these out: the measure of work.
  let waysSeen: Int
  private let firstShift: Int
  private let originCount: Int

  /// Of no shift.
  init() {
    firstArc = FlatArray([], orEmpty: 0)
    arcs = FlatArray([], orEmpty: PricingNetwork.Arc(slot: 0, seconds: 0, pence: 0))
    (waysSeen, firstShift, originCount) = (0, 0, 0)
  }

  /// - Parameter nearest: no more ways than these from each stop; from the beginning of a run all are open.
  /// - Returns: Nil where there are too many.
  init?(_ network: PricingNetwork, shifts: Range<Int>, nearest: Int = .max) {
    var layout = Layout(network, nearest: nearest)
    for shift in shifts { guard layout.add(Int32(shift)) else { return nil } }
    firstArc = FlatArray(layout.first, orEmpty: 0)
    arcs = FlatArray(layout.arcs, orEmpty: PricingNetwork.Arc(slot: 0, seconds: 0, pence: 0))
    (waysSeen, firstShift, originCount) = (layout.waysSeen, shifts.lowerBound, network.problem.callCount + 1)
  }

  deinit {
    firstArc.free()
    arcs.free()
  }

  /// The row of a shift's beginning in `firstArc`; behind it follow those of the calls.
  @inline(__always)
  func firstRow(ofShift shift: Int32) -> Int { (Int(shift) - firstShift) * originCount }

  private struct Layout {
    let network: PricingNetwork
    let nearest: Int
    var first: [Int32] = [0]
    var arcs: [PricingNetwork.Arc] = []
    var waysSeen = 0

    init(_ network: PricingNetwork, nearest: Int) {
      self.network = network
      self.nearest = nearest
    }

    /// False where there are too many ways.
    mutating func add(_ shiftNumber: Int32) -> Bool {
      let problem = network.problem
      let shift = problem.shifts[shiftNumber]
      let open = (0..<network.slotCount).filter { network.isOpen(network.slots[$0], shift: shiftNumber) }
      var (earliest, latest) = (
        [Int32](repeating: Int32.max, count: problem.callCount), [Int32](repeating: Int32.min, count: problem.callCount)
      )
      for index in open {
        let slot = network.slots[index]
        let call = Int(slot.call)
        earliest[call] = min(earliest[call], max(slot.from, shift.earliest) &+ slot.length)
        latest[call] = max(latest[call], min(slot.until &+ slot.length, shift.latest))
      }
      for origin in 0...problem.callCount {
        var list: [(key: Int32, arc: PricingNetwork.Arc)] = []
        let from = origin == 0 ? shift.earliest : earliest[origin - 1]
        let last = origin == 0 ? shift.latest : latest[origin - 1]
        let node = origin == 0 ? shift.startNode : problem.tasks[problem.calls[origin - 1].firstTask].node
        if from != Int32.max, node >= 0 {
          let row = (Int(shift.mode) * problem.nodeCount + Int(node)) * problem.nodeCount
          waysSeen += open.count
          for index in open {
            let slot = network.slots[index]
            if Int(slot.call) == origin - 1, slot.node >= 0 { continue }
            let seconds = slot.node < 0 ? 0 : problem.seconds[row + Int(slot.node)]
            let pence = slot.node < 0 ? 0 : problem.pence[row + Int(slot.node)]
            let start = max(slot.from, from &+ seconds)
            if start > slot.until || start &+ slot.length > shift.latest { continue }
            let key = seconds &+ max(0, slot.from &- last &- seconds)
            let arc = PricingNetwork.Arc(slot: Int32(index), seconds: seconds, pence: pence)
            guard nearest < .max, origin > 0 else {
              list.append((key, arc))
              continue
            }
            if list.count == nearest, list[nearest - 1].key <= key { continue }
            list.insert((key, arc), at: list.firstIndex { $0.key > key } ?? list.count)
            if list.count > nearest { list.removeLast() }
          }
        }
        if arcs.count + list.count > PricingNetwork.mostArcs { return false }
        if nearest == .max || origin == 0 { list.sort { ($0.key, $0.arc.slot) < ($1.key, $1.arc.slot) } }
        arcs += list.map(\.arc)
        first.append(Int32(arcs.count))
      }
      return true
    }
  }
}
