/// The best place of each call in each run as it was last worked out, for as long as the run stays as it was.
///
/// Most runs are as they were when a call was last tried in them, so most of a search for the best place is reading here. Laid out by task and
/// shift that can do it, as `CompiledProblem.shiftsOfTasks` is; empty where no call is served.
final class PlaceMemory {
  struct Mark: BitwiseCopyable {
    /// Of the run for which the entry holds.
    var version: UInt32 = .max
    /// Where it is tied: the moment for which it was made.
    var moment: UInt16 = 0
    /// What the call adds has been worked out, and is not only a bound.
    var isWorkedOut = false
    /// Calls in other runs may forbid the place, or allow another, while the run stays as it is.
    var isTied = false
  }

  struct Place: BitwiseCopyable {
    var place: Int32 = 0
    var piece: Int32 = 0
  }

  private let problem: CompiledProblem
  let marks: FlatArray<Mark>
  /// What the call adds, its being uncovered included, and nowhere in the run less; out of reach where the run has no place for it.
  let deltas: FlatArray<PackedScore>
  let places: FlatArray<Place>
  /// Entries that a search has yet to work out.
  let open: FlatArray<Int32>
  private let servesAny: Bool
  private var age: UInt16 = 0

  init(_ problem: CompiledProblem) {
    self.problem = problem
    servesAny = !problem.terms.measuresRuns && !problem.terms.mayFall
    let count = servesAny ? problem.shiftsOfTasks.count : 0
    marks = FlatArray(repeating: Mark(), count: count)
    deltas = FlatArray(repeating: .unreachable, count: count)
    places = FlatArray(repeating: Place(), count: count)
    open = FlatArray(repeating: 0, count: problem.shiftCount)
  }

  deinit {
    marks.free()
    deltas.free()
    places.free()
    open.free()
  }

  /// What depends on calls in other runs is worked out again from now on.
  func forgetTied() { age &+= 1 }

  /// Nothing is remembered from now on.
  func forgetAll() { marks.base.update(repeating: Mark(), count: marks.count) }

  /// Stands for the starts of those calls that can forbid a call a place, until what is tied is forgotten.
  @inline(__always)
  func moment(of call: Int32, _ plan: SearchPlan) -> UInt16 {
    let entry = problem.calls[call]
    var sum = UInt32(age)
    var index = entry.firstSibling
    while index < entry.firstSibling &+ entry.siblingCount {
      sum = (sum ^ UInt32(bitPattern: plan.start[problem.siblings[index]])) &* 0x9E37_79B1
      index &+= 1
    }
    return UInt16(truncatingIfNeeded: sum ^ sum >> 16)
  }

  /// The entry holds for a run at a moment of the call.
  @inline(__always)
  func holds(_ number: Int32, for version: UInt32, at moment: UInt16) -> Bool {
    let mark = marks[number]
    return mark.version == version && (!mark.isTied || mark.moment == moment)
  }

  /// Single calls whose start floats and that no gap ties to others.
  @inline(__always)
  func serves(_ call: Int32) -> Bool {
    let entry = problem.calls[call]
    return servesAny && entry.taskCount == 1 && !entry.isPinned && entry.tieCount == 0
  }
}
