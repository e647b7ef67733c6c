/// A rota in the making: runs as rows of task numbers, with what is needed to try a change in constant time.
///
/// Owned by one thread. Every change is made within an attempt, which undoes what turns out wrong.
final class SearchState {
  let problem: CompiledProblem
  let plan: SearchPlan
  let evaluator: RunEvaluator

  private let tables: SearchTables
  private var journal: SearchJournal
  private let trial: FlatArray<Int32>
  /// Looks at every change that stands; nil where nobody asked for that.
  var auditor: StateAuditor?
  /// What the terms of the whole rota add.
  private var rotaScore = PackedScore.zero
  /// Runs, uncovered calls and terms of the whole rota together.
  private(set) var total: PackedScore

  init(_ problem: CompiledProblem, evaluator: RunEvaluator) {
    self.problem = problem
    self.evaluator = evaluator
    plan = SearchPlan(callCount: problem.callCount)
    tables = SearchTables(problem)
    journal = SearchJournal(shiftCount: problem.shiftCount)
    trial = FlatArray(repeating: -1, count: problem.stride + 1)
    total = .zero
    for call in 0..<problem.callCount { total += problem.uncovered[call] }
    for shift in 0..<Int32(problem.shiftCount) {
      let score = evaluator.score(shift: shift, tasks: row(shift), count: 0, plan: plan) ?? .zero
      tables.scores[shift] = score
      total += score
      if hasRotaTerms { tables.measures[shift] = evaluator.bestMeasures }
    }
    if hasRotaTerms {
      rotaScore = problem.terms.scoreOfRota(tables.measures)
      total += rotaScore
    }
  }

  deinit {
    plan.free()
    tables.free()
    journal.free()
    trial.free()
  }

  /// Takes over another state of the same problem. Not within an attempt.
  func copy(from other: SearchState) {
    plan.copy(from: other.plan)
    tables.copy(from: other.tables)
    rotaScore = other.rotaScore
    total = other.total
  }

  // MARK: Attempts

  /// Makes changes and lets them stand where the answer is true; puts everything back where it is false. Attempts may be made
  /// within attempts.
  func attempt(_ changes: () -> Bool) -> Bool {
    let mark = journal.mark(total: total, rotaScore: rotaScore)
    if changes() {
      journal.keep()
      if journal.isEmpty { auditor?.look(at: self) }
      return true
    }
    undo(to: mark)
    return false
  }

  /// Makes changes for the length of a question.
  func supposing<Answer>(_ question: () -> Answer) -> Answer {
    let mark = journal.mark(total: total, rotaScore: rotaScore)
    defer { undo(to: mark) }
    return question()
  }

  private func undo(to mark: SearchJournal.Mark) {
    journal.undo(to: mark, in: tables, plan: plan, calls: problem.tasks)
    total = mark.total
    rotaScore = mark.rotaScore
  }

  /// The moment that `hasChanged(_:since:)` asks about.
  var moment: Int { journal.serial }

  /// A run has changed, or was about to, since a moment within the outermost attempt.
  @inline(__always)
  func hasChanged(_ shift: Int32, since moment: Int) -> Bool { journal.notedFor[shift] >= moment }

  // MARK: Reading

  @inline(__always)
  func row(_ shift: Int32) -> UnsafePointer<Int32> { UnsafePointer(tables.rows.base + Int(shift) * problem.stride) }

  @inline(__always)
  func length(_ shift: Int32) -> Int32 { tables.lengths[shift] }

  func score(_ shift: Int32) -> PackedScore { tables.scores[shift] }

  /// A number that no other run of a shift has had, in any state of the solve.
  @inline(__always)
  func version(_ shift: Int32) -> UInt32 { tables.versions[shift] }

  @inline(__always)
  func shift(ofTask task: Int32) -> Int32 { tables.shiftOfTask[task] }

  @inline(__always)
  func isPlaced(_ call: Int32) -> Bool { plan.start[call] != SearchPlan.unset }

  func tasks(of shift: Int32) -> [Int32] { (0..<Int(tables.lengths[shift])).map { row(shift)[$0] } }

  /// The earliest end of the stop at a place of a row; of place -1, the shift's earliest departure.
  @inline(__always)
  func earliestEnd(_ shift: Int32, _ place: Int32) -> Int32 {
    place < 0 ? problem.shifts[shift].earliest : tables.earliestEnds[Int(shift) * problem.stride + Int(place)]
  }

  @inline(__always)
  func latestStart(_ shift: Int32, _ place: Int32) -> Int32 {
    tables.latestStarts[Int(shift) * problem.stride + Int(place)]
  }

  /// By place of a row: earliest ends and latest starts.
  @inline(__always)
  func times(_ shift: Int32) -> (ends: UnsafePointer<Int32>, starts: UnsafePointer<Int32>) {
    let offset = Int(shift) * problem.stride
    return (UnsafePointer(tables.earliestEnds.base + offset), UnsafePointer(tables.latestStarts.base + offset))
  }

  /// Where the worker is after the stop at a place of a row: at the last stop that has a node, or at the start.
  @inline(__always)
  func node(_ shift: Int32, after place: Int32) -> Int32 {
    var index = place
    let tasks = row(shift)
    while index >= 0 {
      let node = problem.tasks[tasks[Int(index)]].node
      if node >= 0 { return node }
      index &-= 1
    }
    return problem.shifts[shift].startNode
  }

  // MARK: Trying

  /// The score of a run with one more task at a place; nil where no times keep every rule.
  func scoreInserting(_ task: Int32, into shift: Int32, at place: Int32) -> PackedScore? {
    let count = tables.lengths[shift]
    guard Int(count) + 1 <= problem.stride else { return nil }
    let source = row(shift)
    var index: Int32 = 0
    while index < place {
      trial[index] = source[Int(index)]
      index &+= 1
    }
    trial[place] = task
    while index < count {
      trial[index &+ 1] = source[Int(index)]
      index &+= 1
    }
    return evaluator.score(shift: shift, tasks: UnsafePointer(trial.base), count: count &+ 1, plan: plan)
  }

  /// What the terms of the whole rota change by, where one or two runs are as measured.
  func rotaChange(_ shift: Int32, _ run: RunMeasures, _ second: Int32 = -1, _ other: RunMeasures = .none) -> PackedScore
  {
    problem.terms.scoreOfRota(tables.measures, replacing: shift, by: run, and: second, by: other) - rotaScore
  }

  /// There are terms of the whole rota, so that runs can't be scored each by itself.
  var hasRotaTerms: Bool { tables.measures.count > 0 }

  /// An unused shift before this unused one is just as good.
  @inline(__always)
  func isNeedless(_ shift: Int32) -> Bool {
    guard problem.alike.count > 0, tables.lengths[shift] == 0 else { return false }
    let other = problem.alike[shift]
    return other >= 0 && tables.lengths[other] == 0
  }

  /// Whether a worker may do a task, by role and by the calls that must or mustn't share a worker.
  @inline(__always)
  func mayDo(_ task: Int32, shift: Int32) -> Bool {
    guard problem.placementIndex[Int(task) * problem.shiftCount + Int(shift)] >= 0 else { return false }
    return keepsWorkerLinks(problem.tasks[task].call, shift: shift)
  }

  /// Whether a call's links to other placed calls let a shift's worker do it.
  @inline(__always)
  func keepsWorkerLinks(_ call: Int32, shift: Int32) -> Bool {
    !problem.calls[call].hasWorkerLinks || linkedWorkersAllow(Int(call), shift)
  }

  private func linkedWorkersAllow(_ call: Int, _ shift: Int32) -> Bool {
    let worker = problem.shifts[shift].worker
    for other in problem.differentWorker[call] where isPlaced(Int32(other)) {
      if workers(of: Int32(other)).contains(worker) { return false }
    }
    for other in problem.sameWorker[call] where isPlaced(Int32(other)) {
      let taskCounts = (problem.calls[call].taskCount, problem.calls[other].taskCount)
      if taskCounts.0 <= taskCounts.1, !workers(of: Int32(other)).contains(worker) { return false }
    }
    return true
  }

  /// Workers of a placed call, by demand.
  func workers(of call: Int32) -> [Int32] {
    let first = problem.calls[call].firstTask
    return (first..<first + problem.calls[call].taskCount).compactMap { task in
      let shift = tables.shiftOfTask[task]
      return shift < 0 ? nil : problem.shifts[shift].worker
    }
  }

  /// Every tie of a placed call holds: spacing, no overlap with the person's other calls, workers.
  func keepsTies(_ call: Int32) -> Bool {
    let entry = problem.calls[call]
    let start = plan.start[call]
    if start == SearchPlan.unset { return true }
    for index in entry.firstTie..<entry.firstTie + entry.tieCount {
      let tie = problem.ties[index]
      let other = plan.start[tie.other]
      if other != SearchPlan.unset, start < other &+ tie.least || start > other &+ tie.most { return false }
    }
    for index in entry.firstSibling..<entry.firstSibling + entry.siblingCount {
      let sibling = problem.siblings[index]
      let other = plan.start[sibling]
      if other != SearchPlan.unset, start < other &+ problem.calls[sibling].length, other < start &+ entry.length {
        return false
      }
    }
    let own = workers(of: call)
    for other in problem.differentWorker[Int(call)] where isPlaced(Int32(other)) {
      if !Set(own).isDisjoint(with: workers(of: Int32(other))) { return false }
    }
    for other in problem.sameWorker[Int(call)] where isPlaced(Int32(other)) {
      let theirs = workers(of: Int32(other))
      let (fewer, more) = own.count <= theirs.count ? (own, theirs) : (theirs, own)
      if !fewer.allSatisfy(more.contains) { return false }
    }
    return Set(own).count == own.count
  }

  // MARK: Changing

  /// Gives a shift another list of tasks and works out its times; false, and nothing changed but the rows, where no times
  /// keep every rule. The attempt has failed then.
  func setRun(_ shift: Int32, to tasks: [Int32]) -> Bool {
    let base = tables.rows.base + Int(shift) * problem.stride
    guard tasks.count <= problem.stride else { return false }
    note(shift)
    for task in tasks where tables.shiftOfTask[task] >= 0 { note(tables.shiftOfTask[task]) }
    for index in 0..<Int(tables.lengths[shift]) where tables.shiftOfTask[base[index]] == shift {
      tables.shiftOfTask[base[index]] = -1
    }
    for (index, task) in tasks.enumerated() {
      base[index] = task
      tables.shiftOfTask[task] = shift
    }
    tables.lengths[shift] = Int32(tasks.count)
    return refresh(shift)
  }

  func insert(_ task: Int32, into shift: Int32, at place: Int32) -> Bool {
    let base = tables.rows.base + Int(shift) * problem.stride
    let count = Int(tables.lengths[shift])
    guard count + 1 <= problem.stride else { return false }
    note(shift)
    var index = count
    while index > Int(place) {
      base[index] = base[index - 1]
      index -= 1
    }
    base[Int(place)] = task
    tables.lengths[shift] = Int32(count + 1)
    tables.shiftOfTask[task] = shift
    return refresh(shift)
  }

  /// Takes a call out of its runs. Calls that need it stay: the caller removes them too where it is not put back.
  func remove(_ call: Int32) {
    guard isPlaced(call) else { return }
    let entry = problem.calls[call]
    for task in entry.firstTask..<entry.firstTask + entry.taskCount where tables.shiftOfTask[task] >= 0 {
      note(tables.shiftOfTask[task])
    }
    journal.note(call: call, of: plan)
    plan.start[call] = SearchPlan.unset
    plan.pin[call] = SearchPlan.unset
    total += problem.uncovered[call]
    for task in entry.firstTask..<entry.firstTask + entry.taskCount {
      let shift = tables.shiftOfTask[task]
      guard shift >= 0 else { continue }
      let base = tables.rows.base + Int(shift) * problem.stride
      let count = Int(tables.lengths[shift])
      var write = 0
      for read in 0..<count where base[read] != task {
        base[write] = base[read]
        write += 1
      }
      tables.lengths[shift] = Int32(write)
      tables.shiftOfTask[task] = -1
      // Leaving a stop out can't break a rule where travel keeps the triangle inequality; where it doesn't, the caller's
      // comparison of totals sees the unreachable score and restores.
      if !refresh(shift) { total = .unreachable }
    }
  }

  /// Marks a call as placed in a piece, at a pin where it has one; its tasks are then inserted.
  func place(_ call: Int32, piece: Int32, pin: Int32) {
    journal.note(call: call, of: plan)
    plan.piece[call] = piece
    plan.pin[call] = pin
    total = total - problem.uncovered[call]
  }

  private func note(_ shift: Int32) { journal.note(shift: shift, of: tables, plan: plan, calls: problem.tasks) }

  /// Scores a run again and reads its times.
  private func refresh(_ shift: Int32) -> Bool {
    let count = tables.lengths[shift]
    tables.versions[shift] = count == 0 ? 0 : evaluator.nextVersion()
    guard let score = evaluator.score(shift: shift, tasks: row(shift), count: count, plan: plan) else { return false }
    total = total - tables.scores[shift] + score
    tables.scores[shift] = score
    if tables.measures.count > 0 { refreshRota(shift) }
    let offset = Int(shift) * problem.stride
    let tasks = row(shift)
    for index in 0..<Int(count) { tables.earliestEnds[offset + index] = Int32.max }
    guard count > 0 else { return true }
    evaluator.readStarts(count: count) { place, start in plan.start[problem.tasks[tasks[Int(place)]].call] = start }
    evaluator.readEarliestEnds(count: count) { place, end in
      tables.earliestEnds[offset + Int(place)] = min(tables.earliestEnds[offset + Int(place)], end)
    }
    readLatestStarts(shift, count: count, offset: offset)
    return true
  }

  /// Works a run out again; nil where no times keep every rule, otherwise whether everything known of it came out as it was.
  ///
  /// A floating call that others outside the run tie may have become free to start earlier since: then the run is only no dearer.
  func agreesWhenWorkedOutAgain(_ shift: Int32) -> Bool? {
    let count = Int(tables.lengths[shift])
    let offset = Int(shift) * problem.stride
    func known() -> [Int32] {
      (0..<count).flatMap { place in
        let call = problem.tasks[tables.rows[offset + place]].call
        return [plan.start[call], tables.earliestEnds[offset + place], tables.latestStarts[offset + place]]
      }
    }
    let (score, times) = (tables.scores[shift], known())
    return supposing {
      note(shift)
      guard refresh(shift) else { return nil }
      return hasTies(shift) ? !(score < tables.scores[shift]) : score == tables.scores[shift] && times == known()
    }
  }

  /// The total as its parts add up.
  var totalOfParts: PackedScore {
    var sum = hasRotaTerms ? problem.terms.scoreOfRota(tables.measures) : .zero
    for shift in 0..<problem.shiftCount { sum += tables.scores[shift] }
    for call in 0..<problem.callCount where !isPlaced(Int32(call)) { sum += problem.uncovered[call] }
    return sum
  }

  private func refreshRota(_ shift: Int32) {
    tables.measures[shift] = evaluator.bestMeasures
    let score = problem.terms.scoreOfRota(tables.measures)
    total = total - rotaScore + score
    rotaScore = score
  }

  private func readLatestStarts(_ shiftIndex: Int32, count: Int32, offset: Int) {
    let shift = problem.shifts[shiftIndex]
    let mode = Int(shift.mode) * problem.nodeCount
    let tasks = row(shiftIndex)
    var next = shift.latest
    var nextNode = shift.endNode
    var index = count &- 1
    while index >= 0 {
      let stop = problem.tasks[tasks[Int(index)]]
      var leg: Int32 = 0
      if stop.node >= 0 {
        if nextNode >= 0 { leg = problem.seconds[(mode + Int(stop.node)) * problem.nodeCount + Int(nextNode)] }
        nextNode = stop.node
      }
      let piece = problem.pieces[plan.piece[stop.call]]
      let pin = plan.pin[stop.call]
      next = min(pin == SearchPlan.unset ? piece.until : pin, next &- leg &- stop.length)
      tables.latestStarts[offset + Int(index)] = next
      // Behind a stop without a node the way is not known here: take none, so that the bound stays a bound.
      if stop.node < 0 { nextNode = -1 }
      index &-= 1
    }
  }
}
