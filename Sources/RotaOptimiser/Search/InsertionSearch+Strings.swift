extension InsertionSearch {
  /// What a string of calls would be at a place of a run, as far as can be told without evaluating the run.
  struct StringFit {
    /// What the string adds at least.
    var least: PackedScore
    /// For each of its calls the piece that adds least by itself.
    var pieces: [Int32]
  }

  /// How a string of single calls whose starts float would go into a run in its order; nil where one of them comes too late or makes the stop behind
  /// the string do so.
  func fit(of string: [Int32], into shiftIndex: Int32, at place: Int, _ state: SearchState) -> StringFit? {
    let shift = problem.shifts[shiftIndex]
    let count = Int(state.length(shiftIndex))
    let mode = Int(shift.mode) * problem.nodeCount
    let before = state.node(shiftIndex, after: Int32(place) - 1)
    var fit = StringFit(least: .zero, pieces: [])
    var way: Int64 = 0
    var node = before
    var time = state.earliestEnd(shiftIndex, Int32(place) - 1)
    placesTried += 1
    for task in string {
      let stop = problem.tasks[task]
      guard let placement = problem.placement(task: task, shift: shiftIndex) else { return nil }
      if stop.node >= 0 {
        let arc = (mode + Int(node)) * problem.nodeCount + Int(stop.node)
        time &+= problem.seconds[arc]
        way &+= Int64(problem.pence[arc])
        node = stop.node
      }
      guard let best = bestPiece(of: stop.call, from: time) else { return nil }
      fit.least += placement + best.timing
      fit.pieces.append(best.piece)
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
    if next >= 0 || isLast { fit.least.words[7] &+= way }
    return fit
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
