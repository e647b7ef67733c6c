/// Works out the best times of one run: the earliest start of each stop in its chosen piece, and where the breaks go.
///
/// Forward labelling: a label is a way through the stops so far, with so many breaks taken; of two labels with as many breaks,
/// the one that is neither later nor dearer stays (cost does not fall as time passes, so nothing is lost).
/// Complexity: stops x labels, with at most `widestFrontier` labels a stop.
final class RunEvaluator {
  struct Label {
    /// Free to leave at this time.
    var time: Int32
    /// Where the worker is.
    var node: Int32
    var taken: Int32
    /// When the run departed; `Label.none` before it has.
    var departed: Int32
    /// Start of the stop or break that made the label.
    var start: Int32
    /// Index of the stop in the run; -1 for a break or the beginning.
    var stop: Int32
    var parent: Int32
    var score: PackedScore

    static let none = Int32.min
  }

  static let widestFrontier = 8

  let problem: CompiledProblem
  let labels: FlatArray<Label>
  var labelCount: Int32 = 0
  var bestLabel: Int32 = -1
  var bestIsCompressed = false
  /// Of the run scored last; unused where the problem has no terms to measure runs for.
  var bestMeasures = RunMeasures.none
  let measuring: RunMeasuring
  private let inRun: FlatArray<Int32>
  private var runStamp: Int32 = 0
  let compressedStarts: FlatArray<Int32>

  /// Labels made since the start: the measure of work.
  private(set) var labelsMade = 0

  private var newestVersion: UInt32 = 0

  /// Numbers the runs of every state that this evaluator serves.
  func nextVersion() -> UInt32 {
    newestVersion = newestVersion == .max ? 1 : newestVersion &+ 1
    return newestVersion
  }

  init(_ problem: CompiledProblem) {
    self.problem = problem
    let blank = Label(
      time: 0, node: 0, taken: 0, departed: Label.none, start: 0, stop: -1, parent: -1, score: .zero)
    labels = FlatArray(repeating: blank, count: (problem.stride + 2) * (Self.widestFrontier * 3 + 2))
    inRun = FlatArray(repeating: 0, count: problem.callCount)
    compressedStarts = FlatArray(repeating: 0, count: problem.stride + 1)
    measuring = RunMeasuring(problem)
  }

  deinit {
    labels.free()
    inRun.free()
    compressedStarts.free()
    measuring.free()
  }

  /// The score of a shift doing these tasks in this order, each call in its chosen piece and at its pin; nil where no
  /// times keep every rule. What calls in other runs ask of them is read from `plan`.
  func score(
    shift shiftIndex: Int32, tasks: UnsafePointer<Int32>, count: Int32, plan: SearchPlan
  ) -> PackedScore? {
    let shift = problem.shifts[shiftIndex]
    bestLabel = -1
    if count == 0, !shift.hasDeparted { return problem.terms.measuresRuns ? scoreUnused(shift) : .zero }
    guard count <= problem.stride else { return nil }
    if problem.hasLoads, !problem.fits(tasks, count: count, in: shiftIndex) { return nil }
    var fixed = PackedScore.zero
    var contact = shift.contactSoFar
    runStamp &+= 1
    var index: Int32 = 0
    while index < count {
      let task = tasks[Int(index)]
      guard let placement = problem.placement(task: task, shift: shiftIndex) else { return nil }
      fixed += placement
      contact &+= problem.tasks[task].length
      inRun[problem.tasks[task].call] = runStamp
      index &+= 1
    }
    if contact > shift.share { fixed.words[7] &+= problem.terms.unfairness.charge(contact &- shift.share) }
    labels[Int32(0)] = Label(
      time: shift.earliest, node: shift.startNode, taken: 0,
      departed: shift.hasDeparted ? shift.departed : Label.none, start: shift.earliest, stop: -1, parent: -1,
      score: fixed)
    labelCount = 1
    var first: Int32 = 0
    index = 0
    while index < count {
      if shift.breakCount > 0 { takeBreaks(from: first, shift: shift) }
      let end = labelCount
      var label = first
      while label < end {
        extend(label, at: index, of: tasks, shift: shift, frontier: end, plan: plan)
        label &+= 1
      }
      if labelCount == end { return nil }
      first = end
      index &+= 1
    }
    if shift.breakCount > 0 { takeBreaks(from: first, shift: shift) }
    labelsMade += Int(labelCount)
    if problem.terms.measuresRuns {
      return finishMeasuring(from: first, shift: shift, tasks: tasks, count: count, contact: contact, plan: plan)
    }
    return finish(from: first, shift: shift, tasks: tasks, count: count, plan: plan)
  }

  /// Adds to the frontier the labels that take the next break, or several, here.
  private func takeBreaks(from first: Int32, shift: CompiledProblem.Shift) {
    var label = first
    while label < labelCount {
      let from = labels[label]
      if from.taken < shift.breakCount {
        let pause = problem.breaks[shift.firstBreak &+ from.taken]
        let start = max(from.time, pause.from)
        if start &+ pause.length <= pause.until {
          add(
            Label(
              time: start &+ pause.length, node: from.node, taken: from.taken &+ 1,
              departed: from.departed == Label.none ? start : from.departed, start: start, stop: -1, parent: label,
              score: from.score), frontier: first)
        }
      }
      label &+= 1
    }
  }

  /// Arrival after a break that may be had under way, or after the beginning of the run.
  private func arrivalOnTheWay(_ label: Label, leg: Int32, shift: CompiledProblem.Shift) -> Int32 {
    guard label.parent >= 0 else { return label.time &+ leg }
    let pause = problem.breaks[shift.firstBreak &+ label.taken &- 1]
    return max(labels[label.parent].time &+ leg, pause.from) &+ pause.length
  }

  @inline(__always)
  private func extend(
    _ parent: Int32, at index: Int32, of tasks: UnsafePointer<Int32>, shift: CompiledProblem.Shift, frontier: Int32,
    plan: SearchPlan
  ) {
    let from = labels[parent]
    let stop = problem.tasks[tasks[Int(index)]]
    let call = problem.calls[stop.call]
    let piece = problem.pieces[plan.piece[stop.call]]
    var score = from.score
    var arrival = from.time
    var leg: Int32 = 0
    var node = from.node
    if stop.node >= 0 {
      let arc = (Int(shift.mode) * problem.nodeCount + Int(from.node)) * problem.nodeCount + Int(stop.node)
      leg = problem.seconds[arc]
      arrival &+= leg
      score.words[7] &+= Int64(problem.pence[arc])
      node = stop.node
      if from.stop < 0, problem.terms.rules.breaksOnTheWay { arrival = arrivalOnTheWay(from, leg: leg, shift: shift) }
    }
    var start = problem.earliestStart(in: piece, from: arrival)
    let pin = plan.pin[stop.call]
    if pin != SearchPlan.unset {
      if start > pin { return }
      start = pin
    }
    if call.hasTies {
      start = earliestTied(call, from: start, parent: parent, tasks: tasks, plan: plan)
      if pin != SearchPlan.unset, start != pin { return }
    }
    if start > piece.until { return }
    if stop.carriesTiming { score += problem.timing(piece, at: start) }
    add(
      Label(
        time: start &+ stop.length, node: node, taken: from.taken,
        departed: from.departed == Label.none ? start &- leg : from.departed, start: start, stop: index, parent: parent,
        score: score), frontier: frontier)
  }

  /// Adds a label unless one of its frontier is at least as good; drops those that it beats.
  private func add(_ new: Label, frontier: Int32) {
    var index = frontier
    while index < labelCount {
      let old = labels[index]
      if old.taken == new.taken, old.stop == new.stop {
        if old.time <= new.time, !(new.score < old.score) { return }
        // A label of this frontier may already be a parent (a break), so it is replaced only where it is a stop.
        if new.stop >= 0, new.time <= old.time, !(old.score < new.score) {
          labels[index] = new
          return
        }
      }
      index &+= 1
    }
    if labelCount &- frontier >= Int32(Self.widestFrontier * 2) { return }
    labels[labelCount] = new
    labelCount &+= 1
  }

  /// The earliest start from `start` on that keeps what the call owes to calls placed already; later than any piece where
  /// there is none.
  private func earliestTied(
    _ call: CompiledProblem.Call, from start: Int32, parent: Int32, tasks: UnsafePointer<Int32>, plan: SearchPlan
  ) -> Int32 {
    var earliest = start
    var latest = Int32.max
    var index = call.firstTie
    while index < call.firstTie &+ call.tieCount {
      let tie = problem.ties[index]
      let other = knownStart(of: tie.other, parent: parent, tasks: tasks, plan: plan)
      if other != SearchPlan.unset {
        if other &+ tie.least > earliest { earliest = problem.onGrain(other &+ tie.least) }
        latest = min(latest, other &+ tie.most)
      }
      index &+= 1
    }
    var moved = true
    while moved, earliest <= latest {
      moved = false
      index = call.firstSibling
      while index < call.firstSibling &+ call.siblingCount {
        let other = problem.siblings[index]
        let otherStart = inRun[other] == runStamp ? SearchPlan.unset : plan.start[other]
        if otherStart != SearchPlan.unset {
          let otherEnd = otherStart &+ problem.calls[other].length
          if earliest < otherEnd, otherStart < earliest &+ call.length {
            earliest = problem.onGrain(otherEnd)
            moved = true
          }
        }
        index &+= 1
      }
    }
    return earliest <= latest ? earliest : Int32.max
  }

  /// The start of a call as this label has it, or as the plan has it in another run; unset where it is not placed yet.
  private func knownStart(
    of call: Int32, parent: Int32, tasks: UnsafePointer<Int32>, plan: SearchPlan
  ) -> Int32 {
    guard inRun[call] == runStamp else { return plan.start[call] }
    var label = parent
    while label >= 0 {
      let step = labels[label]
      if step.stop >= 0, problem.tasks[tasks[Int(step.stop)]].call == call { return step.start }
      label = step.parent
    }
    return SearchPlan.unset
  }

  private func finish(
    from first: Int32, shift: CompiledProblem.Shift, tasks: UnsafePointer<Int32>, count: Int32,
    plan: SearchPlan
  ) -> PackedScore? {
    var best = PackedScore.unreachable
    var label = first
    while label < labelCount {
      let last = labels[label]
      var score = last.score
      var end = last.time
      if shift.endNode >= 0 {
        let arc = (Int(shift.mode) * problem.nodeCount + Int(last.node)) * problem.nodeCount + Int(shift.endNode)
        end &+= problem.seconds[arc]
        score.words[7] &+= Int64(problem.pence[arc])
        if last.stop < 0, problem.terms.rules.breaksOnTheWay {
          end = arrivalOnTheWay(last, leg: problem.seconds[arc], shift: shift)
        }
      }
      if end > shift.contractedEnd { score.words[7] &+= problem.terms.overtime.charge(end &- shift.contractedEnd) }
      if end <= shift.latest, score < best {
        var isCompressed = false
        var isRested = last.taken == shift.breakCount || end &- last.departed <= problem.breakRequiredAfter
        if !isRested, last.taken == 0, !shift.hasDeparted {
          isCompressed = compress(label, end: end, shift: shift, tasks: tasks, count: count, plan: plan)
          isRested = isCompressed
        }
        if isRested {
          best = score
          bestLabel = label
          bestIsCompressed = isCompressed
        }
      }
      label &+= 1
    }
    return bestLabel < 0 ? nil : best
  }

  /// Moves the starts of a run without breaks as late as its end and score allow, so that it departs later; true where it
  /// is then short enough to need no break.
  private func compress(
    _ label: Int32, end: Int32, shift: CompiledProblem.Shift, tasks: UnsafePointer<Int32>, count: Int32,
    plan: SearchPlan
  ) -> Bool {
    guard count > 0 else { return false }
    var step = labels[label]
    var next = Int32.max
    var index = count &- 1
    var departure: Int32 = 0
    while index >= 0 {
      let stop = problem.tasks[tasks[Int(index)]]
      let call = problem.calls[stop.call]
      let piece = problem.pieces[plan.piece[stop.call]]
      var start = step.start
      if index < count &- 1, !call.hasTies, plan.pin[stop.call] == SearchPlan.unset {
        let quiet = start <= piece.quietUntil ? min(piece.quietUntil, piece.until) : start
        let latest = min(next &- stop.length, quiet)
        start = max(start, problem.lastOnGrain(latest))
      }
      compressedStarts[index] = start
      let parent = labels[step.parent]
      var leg: Int32 = 0
      if stop.node >= 0 {
        leg =
          problem.seconds[
            (Int(shift.mode) * problem.nodeCount + Int(parent.node)) * problem.nodeCount + Int(stop.node)]
      }
      next = start &- leg
      departure = next
      step = parent
      index &-= 1
    }
    return end &- departure <= problem.breakRequiredAfter
  }

  /// Starts of the stops of the run scored last, by position.
  func readStarts(count: Int32, into starts: (Int32, Int32) -> Void) {
    if bestIsCompressed {
      var index: Int32 = 0
      while index < count {
        starts(index, compressedStarts[index])
        index &+= 1
      }
      return
    }
    var label = bestLabel
    while label >= 0 {
      let step = labels[label]
      if step.stop >= 0 { starts(step.stop, step.start) }
      label = step.parent
    }
  }

  /// The start of one stop of the run scored last.
  func start(at place: Int32) -> Int32 {
    if bestIsCompressed { return compressedStarts[place] }
    var label = bestLabel
    while labels[label].stop != place { label = labels[label].parent }
    return labels[label].start
  }

  /// Start and end of the breaks of the run scored last, in order.
  func readBreaks(shift shiftIndex: Int32) -> [(start: Int32, end: Int32)] {
    if problem.terms.measuresRuns { return measuring.readBreaks() }
    var list: [(start: Int32, end: Int32)] = []
    var label = bestLabel
    while label >= 0 {
      let step = labels[label]
      if step.stop < 0, step.parent >= 0 { list.append((step.start, step.time)) }
      label = step.parent
    }
    return list.reversed()
  }

  /// The earliest time at which each stop of the run scored last can be over, by position.
  func readEarliestEnds(count: Int32, into ends: (Int32, Int32) -> Void) {
    var label: Int32 = 0
    while label < labelCount {
      let step = labels[label]
      if step.stop >= 0 { ends(step.stop, step.time) }
      label &+= 1
    }
  }
}
