/// Bounding how a run can go on.
extension RunPricer {
  /// Works out how little the rest of a run can cost, from the last interval back.
  func boundCompletion() {
    guard completion.isUsed else { return }
    completion.begin(from: shift.earliest, width: bucketWidth)
    let ways = ways
    let arcs = ways.arcs
    var interval = bucketCount - 1
    while interval >= 0 {
      let time = completion.beginning(of: interval)
      for origin in 0...problem.callCount {
        let row = ways.firstRow(ofShift: shiftNumber) + origin
        let node = origin == 0 ? shift.startNode : problem.tasks[problem.calls[origin - 1].firstTask].node
        guard node >= 0 else { continue }
        var least = wayHome(from: node, at: time)
        var arc = ways.firstArc[row]
        let end = ways.firstArc[row + 1]
        steps += Int(end &- arc)
        while arc < end {
          let way = arcs[arc]
          arc &+= 1
          let slot = network.slots[way.slot]
          let arrival = time &+ way.seconds
          let start = arrival <= slot.from ? slot.from : problem.onGrain(arrival)
          if start > slot.until || start &+ slot.length > shift.latest { continue }
          var cost = slotCost[way.slot] &+ levelOfCost &* Int64(way.pence)
          if start > slot.quietUntil { cost &+= lateCost(slot, start) }
          cost &+= completion.rest(at: start &+ slot.length, origin: slot.node < 0 ? Int32(origin) : slot.call &+ 1)
          least = min(least, cost)
        }
        completion.set(least, interval: interval, origin: origin)
      }
      interval -= 1
    }
  }

  /// The way home, overtime included, of somebody who leaves at a time.
  private func wayHome(from node: Int32, at time: Int32) -> Int64 {
    var (end, cost) = (time, Int64(0))
    if shift.endNode >= 0 {
      let arc = (Int(shift.mode) * problem.nodeCount + Int(node)) * problem.nodeCount + Int(shift.endNode)
      end &+= problem.seconds[arc]
      cost = levelOfCost &* Int64(problem.pence[arc])
    }
    if end > shift.latest { return CompletionBound.never }
    let over = end &- shift.contractedEnd
    return over > 0 ? cost &+ levelOfCost &* problem.terms.overtime.charge(over) : cost
  }
}
