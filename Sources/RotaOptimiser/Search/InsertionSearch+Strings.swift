extension InsertionSearch {
  /// What a string of single calls whose starts float would add at least in a run, in its order or turned round, as far as can be told without
  /// evaluating the run; nil where one of them comes too late or makes the stop behind the string do so.
  ///
  /// - Parameter body: told the piece of each call in turn that adds least by itself.
  @inline(__always)
  func least(
    of string: [Int32], isTurned: Bool, into shiftIndex: Int32, at place: Int, _ state: SearchState,
    _ body: (Int32) -> Void = { _ in }
  ) -> PackedScore? {
    let shift = problem.shifts[shiftIndex]
    let count = Int(state.length(shiftIndex))
    let mode = Int(shift.mode) * problem.nodeCount
    let before = state.node(shiftIndex, after: Int32(place) - 1)
    var least = PackedScore.zero
    var way: Int64 = 0
    var node = before
    var time = state.earliestEnd(shiftIndex, Int32(place) - 1)
    var index = 0
    while index < string.count {
      let task = string[isTurned ? string.count - 1 - index : index]
      index += 1
      let stop = problem.tasks[task]
      guard let placement = problem.placement(task: task, shift: shiftIndex) else { return nil }
      if stop.node >= 0 {
        let arc = (mode + Int(node)) * problem.nodeCount + Int(stop.node)
        time &+= problem.seconds[arc]
        way &+= Int64(problem.pence[arc])
        node = stop.node
      }
      guard let best = bestPiece(of: stop.call, from: time) else { return nil }
      least += placement + best.timing
      body(best.piece)
      time = best.start &+ stop.length
    }
    let isLast = place == count
    let next = isLast ? shift.endNode : problem.tasks[state.row(shiftIndex)[place]].node
    if next >= 0 {
      let arc = (mode + Int(node)) * problem.nodeCount + Int(next)
      time &+= problem.seconds[arc]
      way &+= Int64(problem.pence[arc])
      if count > 0 || shift.hasDeparted {
        way &-= Int64(problem.pence[(mode + Int(before)) * problem.nodeCount + Int(next)])
      }
    }
    if time > (isLast ? shift.latest : state.latestStart(shiftIndex, Int32(place))) { return nil }
    if next >= 0 || isLast { least.words[7] &+= way }
    return least
  }

  /// The piece of a call that adds least for somebody who is there at a time, of equal ones the earliest, and its start then; nil where it is too late for all.
  private func bestPiece(of call: Int32, from time: Int32) -> (piece: Int32, start: Int32, timing: PackedScore)? {
    let entry = problem.calls[call]
    var best: (piece: Int32, start: Int32, timing: PackedScore)?
    for index in entry.firstPiece..<entry.firstPiece + entry.pieceCount {
      let number = problem.piecesByBase[index]
      let piece = problem.pieces[number]
      let start = problem.earliestStart(in: piece, from: time)
      if start > piece.until { continue }
      let timing = problem.timing(piece, at: start)
      if let best, best.timing < timing || best.timing == timing && best.start <= start { continue }
      best = (number, start, timing)
    }
    return best
  }
}
