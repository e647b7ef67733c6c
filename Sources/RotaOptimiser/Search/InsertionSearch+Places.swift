extension InsertionSearch {
  /// Lists for each demand of a call the shifts in scope in which any start of any of its pieces has room, so that each piece looks at those
  /// alone.
  func listOpenShifts(for call: Int32, _ state: SearchState, _ scope: Scope) {
    let entry = problem.calls[call]
    let (from, until) = problem.startSpan(of: call)
    for demand in 0..<Int(entry.taskCount) {
      let task = entry.firstTask + Int32(demand)
      let list = openShifts[demand]
      var count: Int32 = 0
      // Either run of a two-person call may be one that has not changed.
      eachShift(of: task, state, entry.taskCount > 1 ? .everywhere : scope) { shift in
        guard hasRoom(for: task, from: from, until: until, in: shift, state) else { return }
        list[count] = shift
        count &+= 1
      }
      if demand == 0 { openCounts.0 = count } else { openCounts.1 = count }
    }
  }

  /// Some place of a run could take a task at a start between two times.
  private func hasRoom(
    for task: Int32, from: Int32, until: Int32, in shiftIndex: Int32, _ state: SearchState
  ) -> Bool {
    let stop = problem.tasks[task]
    let shift = problem.shifts[shiftIndex]
    let count = state.length(shiftIndex)
    let tasks = state.row(shiftIndex)
    let mode = Int(shift.mode) * problem.nodeCount
    var place: Int32 = 0
    while place < count, state.latestStart(shiftIndex, place) < from &+ stop.length { place &+= 1 }
    placesTried += Int(count) + 1
    var node = state.node(shiftIndex, after: place &- 1)
    while place <= count {
      var earliest = state.earliestEnd(shiftIndex, place &- 1)
      if earliest > until { return false }
      if stop.node >= 0 { earliest &+= problem.seconds[(mode + Int(node)) * problem.nodeCount + Int(stop.node)] }
      earliest = max(earliest, from)
      if earliest > until { return false }
      let limit = place < count ? state.latestStart(shiftIndex, place) : shift.latest
      if earliest &+ stop.length <= limit { return true }
      if place < count, problem.tasks[tasks[Int(place)]].node >= 0 { node = problem.tasks[tasks[Int(place)]].node }
      place &+= 1
    }
    return false
  }

  /// Calls `body` with each shift in scope that may do a task.
  @inline(__always)
  func eachShift(of task: Int32, _ state: SearchState, _ scope: Scope, _ body: (Int32) -> Void) {
    let demand = Int(problem.tasks[task].demand)
    let openCount = demand == 0 ? openCounts.0 : openCounts.1
    if openCount >= 0 {
      var index: Int32 = 0
      while index < openCount {
        body(openShifts[demand][index])
        index &+= 1
      }
      return
    }
    let call = problem.tasks[task].call
    if case .shift(let only) = scope {
      if state.mayDo(task, shift: only) { body(only) }
      return
    }
    var moment = Int.min
    if case .changed(let since) = scope { moment = since }
    var index = problem.firstShiftOfTask[task]
    let end = problem.firstShiftOfTask[task &+ 1]
    while index < end {
      let shift = problem.shiftsOfTasks[index]
      index &+= 1
      if !state.hasChanged(shift, since: moment) || state.isNeedless(shift) { continue }
      if state.keepsWorkerLinks(call, shift: shift) { body(shift) }
    }
  }

  /// What a task adds to a shift wherever it goes; nil where the shift can't do it.
  @inline(__always)
  func fixedScore(_ task: Int32, _ piece: Int32, _ shift: Int32, less uncovered: PackedScore) -> PackedScore? {
    guard var fixed = problem.placement(task: task, shift: shift) else { return nil }
    let base = problem.pieces[piece].base
    if problem.tasks[task].carriesTiming, base >= 0 { fixed += problem.pieceBases[base] }
    return fixed - uncovered
  }

  /// Detours of this many pence and more can't bring the score below a limit.
  @inline(__always)
  func mostDetour(_ fixed: PackedScore, below limit: PackedScore) -> Int64 {
    if problem.terms.mayFall { return .max }
    var word = 0
    while word < 7 {
      if fixed.words[word] != limit.words[word] { return fixed.words[word] < limit.words[word] ? .max : .min }
      word &+= 1
    }
    return limit.words[7] &- fixed.words[7]
  }

  /// Calls `body` with each place of a run that a task could take at a detour of less than `mostDetour` pence: place, earliest and
  /// latest start there, detour, and the limit, which it may lower.
  ///
  /// Stops behind which the task would come too late, and those before which even its earliest start is too late, are passed over
  /// without a look at the way.
  @inline(__always)
  func eachPlace(
    _ task: Int32, _ pieceIndex: Int32, _ pin: Int32, _ shiftIndex: Int32, _ state: SearchState,
    mostDetour: inout Int64, _ body: (Int32, Int32, Int32, Int64, inout Int64) -> Void
  ) {
    if mostDetour <= 0 { return }
    let stop = problem.tasks[task]
    let piece = problem.pieces[pieceIndex]
    let shift = problem.shifts[shiftIndex]
    let count = state.length(shiftIndex)
    let tasks = state.row(shiftIndex)
    let (ends, starts) = state.times(shiftIndex)
    let (seconds, pence) = (problem.seconds.base, problem.pence.base)
    let nodes = problem.nodeCount
    let mode = Int(shift.mode) &* nodes
    let wayOutRow = (mode &+ Int(stop.node)) &* nodes
    let from = pin == SearchPlan.unset ? piece.from : pin
    let until = pin == SearchPlan.unset ? piece.until : pin
    var place: Int32 = 0
    while place < count, starts[Int(place)] < from &+ stop.length { place &+= 1 }
    placesTried &+= Int(count) &+ 1
    var next = state.node(shiftIndex, after: place &- 1)
    while place <= count {
      let node = next
      let follower = place < count ? problem.tasks[tasks[Int(place)]].node : shift.endNode
      if follower >= 0 { next = follower }
      let index = Int(place)
      place &+= 1
      let ready = index == 0 ? shift.earliest : ends[index &- 1]
      if ready > until { return }
      let wayIn = (mode &+ Int(node)) &* nodes &+ Int(stop.node)
      let arrival = stop.node < 0 ? ready : ready &+ seconds[wayIn]
      let earliest = arrival <= from ? from : problem.onGrain(arrival)
      // Every later place is later still.
      if earliest > until { return }
      let isLast = index == Int(count)
      var latest = (isLast ? shift.latest : starts[index]) &- stop.length
      var detour: Int64 = 0
      if follower >= 0, stop.node >= 0 {
        let wayOut = wayOutRow &+ Int(follower)
        latest = latest &- seconds[wayOut]
        detour = Int64(pence[wayIn]) &+ Int64(pence[wayOut])
        if count > 0 || shift.hasDeparted {
          detour &-= Int64(pence[(mode &+ Int(node)) &* nodes &+ Int(follower)])
        }
      } else if isLast, follower < 0, stop.node >= 0 {
        detour = Int64(pence[wayIn])
      }
      latest = min(latest, until)
      if earliest > latest || detour >= mostDetour { continue }
      body(Int32(truncatingIfNeeded: index), earliest, latest, detour, &mostDetour)
    }
  }
}
