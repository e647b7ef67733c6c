/// What runs and calls were before they changed, newest last, so that changes are undone in the time that they took.
///
/// A run is noted once for each open mark; a call each time.
struct SearchJournal {
  private enum Entry {
    case run(shift: Int32, length: Int32, version: UInt32)
    case call(Int32, start: Int32, piece: Int32, pin: Int32)
  }

  /// A point to go back to.
  struct Mark {
    fileprivate let entryCount: Int
    let total: PackedScore
    let rotaScore: PackedScore
  }

  private var entries = FlatStack<Entry>(capacity: 256)
  /// For each noted run its tasks, their calls' starts, earliest ends and latest starts.
  private var words = FlatStack<Int32>(capacity: 4096)
  private var scores = FlatStack<PackedScore>(capacity: 128)
  private var measures = FlatStack<RunMeasures>(capacity: 1)
  /// By shift: the serial number of the mark for which it was noted last.
  let notedFor: FlatArray<Int>
  /// The number of the newest mark.
  private(set) var serial = 0
  private var openMarks = 0

  init(shiftCount: Int) { notedFor = FlatArray(repeating: 0, count: shiftCount) }

  func free() {
    entries.free()
    words.free()
    scores.free()
    measures.free()
    notedFor.free()
  }

  // MARK: Marks

  /// No mark is open.
  var isEmpty: Bool { openMarks == 0 }

  mutating func mark(total: PackedScore, rotaScore: PackedScore) -> Mark {
    openMarks += 1
    serial += 1
    return Mark(entryCount: entries.count, total: total, rotaScore: rotaScore)
  }

  /// Lets the changes since the newest mark stand.
  mutating func keep() {
    openMarks -= 1
    guard openMarks == 0 else { return }
    entries.removeAll()
    words.removeAll()
    scores.removeAll()
    measures.removeAll()
  }

  // MARK: Noting

  @inline(__always)
  mutating func note(shift: Int32, of tables: SearchTables, plan: SearchPlan, calls: FlatArray<CompiledProblem.Task>) {
    guard openMarks > 0, notedFor[shift] != serial else { return }
    notedFor[shift] = serial
    let length = tables.lengths[shift]
    let offset = Int(shift) * tables.stride
    words.push(tables.rows.base + offset, count: Int(length))
    words.push(tables.earliestEnds.base + offset, count: Int(length))
    words.push(tables.latestStarts.base + offset, count: Int(length))
    var index = 0
    while index < Int(length) {
      words.push(plan.start[calls[tables.rows[offset + index]].call])
      index += 1
    }
    scores.push(tables.scores[shift])
    if tables.measures.count > 0 { measures.push(tables.measures[shift]) }
    entries.push(.run(shift: shift, length: length, version: tables.versions[shift]))
  }

  @inline(__always)
  mutating func note(call: Int32, of plan: SearchPlan) {
    guard openMarks > 0 else { return }
    entries.push(.call(call, start: plan.start[call], piece: plan.piece[call], pin: plan.pin[call]))
  }

  // MARK: Undoing

  /// Puts back what the newest mark stands before.
  mutating func undo(to mark: Mark, in tables: SearchTables, plan: SearchPlan, calls: FlatArray<CompiledProblem.Task>) {
    while entries.count > mark.entryCount {
      switch entries.pop() {
      case .call(let call, let start, let piece, let pin):
        plan.start[call] = start
        plan.piece[call] = piece
        plan.pin[call] = pin
      case .run(let shift, let length, let version):
        tables.versions[shift] = version
        undoRun(shift, length: Int(length), in: tables, plan: plan, calls: calls)
      }
    }
    serial += 1
    openMarks -= 1
  }

  private mutating func undoRun(
    _ shift: Int32, length: Int, in tables: SearchTables, plan: SearchPlan, calls: FlatArray<CompiledProblem.Task>
  ) {
    let offset = Int(shift) * tables.stride
    let row = tables.rows.base + offset
    for index in 0..<Int(tables.lengths[shift]) where tables.shiftOfTask[row[index]] == shift {
      tables.shiftOfTask[row[index]] = -1
    }
    let noted = words.pop(count: 4 * length)
    row.update(from: noted, count: length)
    (tables.earliestEnds.base + offset).update(from: noted + length, count: length)
    (tables.latestStarts.base + offset).update(from: noted + 2 * length, count: length)
    for index in 0..<length {
      tables.shiftOfTask[noted[index]] = shift
      plan.start[calls[noted[index]].call] = noted[3 * length + index]
    }
    tables.lengths[shift] = Int32(length)
    tables.scores[shift] = scores.pop()
    if tables.measures.count > 0 { tables.measures[shift] = measures.pop() }
  }
}
