import Quantities

/// A `RotaProblem` laid out flat for the hot loops; immutable once made.
///
/// A *task* is one demand of one call: the thing that stands in a run. A *piece* is a part of a window on which nothing
/// falls as the start gets later, so that the earliest start in it is best.
final class CompiledProblem {
  struct Task {
    var call: Int32
    var demand: Int32
    var length: Int32
    /// The node travelled to; -1 where the worker stays.
    var node: Int32
    /// The call's timing is scored at its first demand only.
    var carriesTiming: Bool
  }

  struct Call {
    var firstTask: Int32
    var taskCount: Int32
    var firstPiece: Int32
    var pieceCount: Int32
    var length: Int32
    var firstTie: Int32
    var tieCount: Int32
    /// Others of the same person that its windows could overlap.
    var firstSibling: Int32
    var siblingCount: Int32
    /// Its start is fixed when it is placed, and moved only by placing it again.
    var isPinned: Bool
    /// Another call depends on it or it on another.
    var hasTies: Bool
    /// It must, or mustn't, share a worker with another call.
    var hasWorkerLinks: Bool
  }

  struct Piece {
    var from: Int32
    var until: Int32
    /// Up to here a start adds only `base`.
    var quietUntil: Int32
    var firstTerm: Int32
    var termCount: Int32
    /// Index in `pieceBase`; -1 for zero.
    var base: Int32
    /// A start is late from here on; the largest number where it never is.
    var lateAfter = Int32.max
  }

  struct Term {
    var reference: Int32
    /// 0 for a step.
    var unit: Int32
    var isSquared: Bool
    /// What a unit adds, which lies in one word of the score.
    var word: Int32
    var wordAmount: Int64

    var amount: PackedScore {
      var score = PackedScore.zero
      score.words[Int(word)] = wordAmount
      return score
    }
  }

  /// Between this call's start and another's: at least `least` and at most `most` seconds after it.
  struct Tie {
    var other: Int32
    var least: Int32
    var most: Int32
  }

  struct Shift {
    var worker: Int32
    var mode: Int32
    var earliest: Int32
    var latest: Int32
    var contractedEnd: Int32
    var startNode: Int32
    var endNode: Int32
    var firstBreak: Int32
    var breakCount: Int32
    var share: Int32
    var contactSoFar: Int32
    /// `notDeparted` where the run has not begun.
    var departed: Int32

    static let notDeparted = Int32.min
    var hasDeparted: Bool { departed != Self.notDeparted }
  }

  struct Break {
    var length: Int32
    var from: Int32
    var until: Int32
  }

  let problem: RotaProblem
  let packing: LevelPacking
  let grain: Int32
  let breakRequiredAfter: Int32
  let terms: TermTable
  let nearInTime: Int32
  /// Shifts have capacities.
  let hasLoads: Bool
  let nodeCount: Int
  let shiftCount: Int
  let callCount: Int
  let taskCount: Int
  /// Most stops a run can hold.
  let stride: Int

  let shifts: FlatArray<Shift>
  let breaks: FlatArray<Break>
  let tasks: FlatArray<Task>
  let calls: FlatArray<Call>
  let pieces: FlatArray<Piece>
  let timingTerms: FlatArray<Term>
  let pieceBases: FlatArray<PackedScore>
  /// Each call's pieces, those first that add least.
  let piecesByBase: FlatArray<Int32>
  let ties: FlatArray<Tie>
  let siblings: FlatArray<Int32>
  /// Task-major: index in `placements`, -1 where the shift can't do the task.
  let placementIndex: FlatArray<Int32>
  let placements: FlatArray<PackedScore>
  /// By task, and one more: where its shifts begin in `shiftsOfTasks`.
  let firstShiftOfTask: FlatArray<Int32>
  /// The shifts that can do each task, in order, task after task.
  let shiftsOfTasks: FlatArray<Int32>
  let uncovered: FlatArray<PackedScore>
  /// By task.
  let loads: FlatArray<Int32>
  /// By shift.
  let capacities: FlatArray<Int32>
  /// By shift: the nearest one before it that differs in nothing but the worker; -1 for none. Empty where that is not asked for.
  let alike: FlatArray<Int32>
  /// Mode-major, then from, then to.
  let seconds: FlatArray<Int32>
  let pence: FlatArray<Int32>

  /// Made when a search first asks for it.
  private(set) lazy var neighbourhood = Neighbourhood(self)

  /// Calls that must be covered if this one is.
  let prerequisites: [[Int]]
  /// Calls that can't stay if this one goes.
  let dependents: [[Int]]
  let sameWorker: [[Int]]
  let differentWorker: [[Int]]
  /// Sets of calls that are covered all or none.
  let groups: [[Int]]
  /// By call: its set in `groups`; -1 for a call that belongs to none.
  let groupOfCall: [Int]

  /// - Throws: `RotaProblemError` where the problem doesn't hang together or its levels are too wide.
  init(_ problem: RotaProblem) throws(RotaProblemError) {
    try ProblemValidation.check(problem)
    let packing = try LevelPacking(maxima: LevelMaxima.of(problem))
    let layout = ProblemLayout(problem, packing: packing)
    self.problem = problem
    self.packing = packing
    grain = Int32(problem.grain.value)
    breakRequiredAfter = Int32(problem.breakRequiredAfter.value)
    terms = TermTable(problem, packing: packing)
    nearInTime = Int32(problem.hints.nearInTime.value)
    hasLoads = problem.shifts.contains { $0.capacity != nil }
    nodeCount = problem.nodeCount
    shiftCount = problem.shifts.count
    callCount = problem.calls.count
    taskCount = layout.tasks.count
    stride = layout.stride
    shifts = FlatArray(
      layout.shifts,
      orEmpty: Shift(
        worker: 0, mode: 0, earliest: 0, latest: 0, contractedEnd: 0, startNode: 0, endNode: -1, firstBreak: 0,
        breakCount: 0, share: 0, contactSoFar: 0, departed: Shift.notDeparted))
    breaks = FlatArray(layout.breaks, orEmpty: Break(length: 0, from: 0, until: 0))
    tasks = FlatArray(layout.tasks, orEmpty: Task(call: 0, demand: 0, length: 0, node: -1, carriesTiming: false))
    calls = FlatArray(
      layout.calls,
      orEmpty: Call(
        firstTask: 0, taskCount: 0, firstPiece: 0, pieceCount: 0, length: 0, firstTie: 0, tieCount: 0,
        firstSibling: 0, siblingCount: 0, isPinned: false, hasTies: false, hasWorkerLinks: false))
    pieces = FlatArray(
      layout.pieces, orEmpty: Piece(from: 0, until: 0, quietUntil: 0, firstTerm: 0, termCount: 0, base: -1))
    timingTerms = FlatArray(
      layout.terms, orEmpty: Term(reference: 0, unit: 0, isSquared: false, word: 0, wordAmount: 0))
    pieceBases = FlatArray(layout.pieceBases, orEmpty: .zero)
    piecesByBase = FlatArray(layout.piecesByBase(), orEmpty: 0)
    ties = FlatArray(layout.ties, orEmpty: Tie(other: 0, least: 0, most: 0))
    siblings = FlatArray(layout.siblings, orEmpty: 0)
    placementIndex = FlatArray(layout.placementIndex, orEmpty: -1)
    placements = FlatArray(layout.placements, orEmpty: .zero)
    let able = layout.ableShifts(of: layout.tasks.count, among: problem.shifts.count)
    firstShiftOfTask = FlatArray(able.first, orEmpty: 0)
    shiftsOfTasks = FlatArray(able.shifts, orEmpty: 0)
    uncovered = FlatArray(problem.calls.map { packing.packed($0.uncovered) }, orEmpty: .zero)
    loads = FlatArray(problem.calls.flatMap(\.demands).map { Int32($0.load) }, orEmpty: 0)
    capacities = FlatArray(problem.shifts.map { Int32(clamping: $0.capacity ?? Int.max) }, orEmpty: 0)
    seconds = FlatArray(problem.travel.flatMap(\.seconds), orEmpty: 0)
    pence = FlatArray(problem.travel.flatMap(\.pence), orEmpty: 0)
    alike = FlatArray(problem.hints.hasShiftsAlike ? ProblemLayout.shiftsAlike(problem) : [], orEmpty: -1)
    prerequisites = layout.prerequisites
    dependents = layout.dependents
    sameWorker = layout.sameWorker
    differentWorker = layout.differentWorker
    groups = layout.groups(of: problem)
    var groupOfCall = [Int](repeating: -1, count: problem.calls.count)
    for (number, group) in groups.enumerated() {
      for call in group { groupOfCall[call] = number }
    }
    self.groupOfCall = groupOfCall
  }

  deinit {
    shifts.free()
    breaks.free()
    tasks.free()
    calls.free()
    pieces.free()
    timingTerms.free()
    terms.free()
    loads.free()
    capacities.free()
    alike.free()
    pieceBases.free()
    piecesByBase.free()
    ties.free()
    siblings.free()
    placementIndex.free()
    placements.free()
    firstShiftOfTask.free()
    shiftsOfTasks.free()
    uncovered.free()
    seconds.free()
    pence.free()
  }

  /// The score of a shift doing a task; nil where it can't.
  @inline(__always)
  func placement(task: Int32, shift: Int32) -> PackedScore? {
    let index = placementIndex[Int(task) * shiftCount + Int(shift)]
    return index < 0 ? nil : placements[index]
  }

  /// The next multiple of the grain.
  @inline(__always)
  func onGrain(_ time: Int32) -> Int32 {
    time > 0 ? (time &+ grain &- 1) / grain &* grain : time / grain &* grain
  }

  /// The last multiple of the grain that is not later.
  @inline(__always)
  func lastOnGrain(_ time: Int32) -> Int32 { -onGrain(-time) }

  /// The tasks' loads are no more than the shift's capacity.
  func fits(_ tasks: UnsafePointer<Int32>, count: Int32, in shift: Int32) -> Bool {
    var room = capacities[shift]
    var index: Int32 = 0
    while index < count, room >= 0 {
      room &-= loads[tasks[Int(index)]]
      index &+= 1
    }
    return room >= 0
  }

  /// The earliest start in a piece, or after it, for somebody who is there at a time.
  @inline(__always)
  func earliestStart(in piece: Piece, from time: Int32) -> Int32 { time <= piece.from ? piece.from : onGrain(time) }

  /// The first and the last start of any piece of a call; the first is the later one where there is none.
  @inline(__always)
  func startSpan(of call: Int32) -> (from: Int32, until: Int32) {
    let entry = calls[call]
    var (from, until) = (Int32.max, Int32.min)
    for piece in entry.firstPiece..<entry.firstPiece &+ entry.pieceCount {
      from = min(from, pieces[piece].from)
      until = max(until, pieces[piece].until)
    }
    return (from, until)
  }

  /// Whether placing one call changes where the other may start.
  func isTied(_ call: Int32, to other: Int32) -> Bool {
    let entry = calls[call]
    return (entry.firstTie..<entry.firstTie + entry.tieCount).contains { ties[$0].other == other }
      || (entry.firstSibling..<entry.firstSibling + entry.siblingCount).contains { siblings[$0] == other }
  }

  /// What a start in a piece adds.
  @inline(__always)
  func timing(_ piece: Piece, at start: Int32) -> PackedScore {
    var score = piece.base < 0 ? PackedScore.zero : pieceBases[piece.base]
    if start <= piece.quietUntil { return score }
    var index = piece.firstTerm
    let end = piece.firstTerm &+ piece.termCount
    while index < end {
      let term = timingTerms[index]
      let past = start &- term.reference
      if past > 0 {
        var times = Int64(1)
        if term.unit > 0 {
          times = Int64((past &+ term.unit &- 1) / term.unit)
          if term.isSquared { times &*= times }
        }
        score.words[Int(term.word)] &+= term.wordAmount &* times
      }
      index &+= 1
    }
    return score
  }
}
