/// Where runs end, and the way back through their labels.
extension RunPricer {
  /// Goes home from a label, with each number of further breaks.
  func finish(_ number: Int32) {
    let last = labels[Int(number)]
    var leg: Int32 = 0
    var cost = last.cost
    if shift.endNode >= 0 {
      let node = last.origin == 0 ? shift.startNode : problem.tasks[problem.calls[last.origin &- 1].firstTask].node
      let arc = (Int(shift.mode) * problem.nodeCount + Int(node)) * problem.nodeCount + Int(shift.endNode)
      leg = problem.seconds[arc]
      cost &+= levelOfCost &* Int64(problem.pence[arc])
    }
    var (time, taken, end) = (last.time, last.taken, last.time &+ leg)
    let call = network.slots[last.slot].call
    while true {
      let isRested =
        taken == shift.breakCount || last.departure == Self.unlimited
        || end &- last.departure <= problem.breakRequiredAfter
      if isRested, end <= shift.latest {
        let over = end &- shift.contractedEnd
        let whole = over > 0 ? cost &+ levelOfCost &* problem.terms.overtime.charge(over) : cost
        least = min(least, whole)
        if bestOfCall[call] < 0 || whole < costOfCall[call] {
          bestOfCall[call] = number
          costOfCall[call] = whole
          endOfCall[call] = end
        }
      }
      guard taken < shift.breakCount, let next = rest(taken, at: time, leg: leg) else { return }
      (time, end) = next
      taken &+= 1
    }
  }

  func traced(_ last: Int32, cost: Int64, end: Int32) -> Found {
    var found = Found(cost: cost, slots: [], starts: [], end: end)
    var number = last
    while number > 0 {
      let label = labels[Int(number)]
      found.slots.append(label.slot)
      found.starts.append(label.start)
      number = label.parent
    }
    found.slots.reverse()
    found.starts.reverse()
    return found
  }
}
