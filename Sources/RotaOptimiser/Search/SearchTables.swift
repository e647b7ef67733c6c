/// Runs as rows of task numbers, with what is needed to try a change in constant time.
struct SearchTables {
  /// Most stops a row can hold.
  let stride: Int
  /// Shift-major rows of `stride` task numbers.
  let rows: FlatArray<Int32>
  let lengths: FlatArray<Int32>
  let scores: FlatArray<PackedScore>
  /// By shift: a number that no other run of the shift has had, in any state of the solve; 0 for the empty one.
  let versions: FlatArray<UInt32>
  /// By task: its shift; -1 while it is in none.
  let shiftOfTask: FlatArray<Int32>
  /// By place in a row: the earliest end of the stop there, whichever way breaks are taken.
  let earliestEnds: FlatArray<Int32>
  /// By place in a row: the latest start of the stop there that the rest of the run could bear, breaks left out.
  let latestStarts: FlatArray<Int32>
  /// By shift, for terms of the whole rota; empty where there are none.
  let measures: FlatArray<RunMeasures>

  init(_ problem: CompiledProblem) {
    stride = problem.stride
    let cells = problem.shiftCount * stride
    rows = FlatArray(repeating: -1, count: cells)
    lengths = FlatArray(repeating: 0, count: problem.shiftCount)
    scores = FlatArray(repeating: .zero, count: problem.shiftCount)
    versions = FlatArray(repeating: 0, count: problem.shiftCount)
    shiftOfTask = FlatArray(repeating: -1, count: problem.taskCount)
    earliestEnds = FlatArray(repeating: 0, count: cells)
    latestStarts = FlatArray(repeating: 0, count: cells)
    measures = FlatArray(repeating: .none, count: problem.terms.ofRota.count > 0 ? problem.shiftCount : 0)
  }

  func copy(from other: SearchTables) {
    rows.copy(from: other.rows)
    lengths.copy(from: other.lengths)
    scores.copy(from: other.scores)
    versions.copy(from: other.versions)
    shiftOfTask.copy(from: other.shiftOfTask)
    earliestEnds.copy(from: other.earliestEnds)
    latestStarts.copy(from: other.latestStarts)
    if measures.count > 0 { measures.copy(from: other.measures) }
  }

  func free() {
    rows.free()
    lengths.free()
    scores.free()
    versions.free()
    shiftOfTask.free()
    earliestEnds.free()
    latestStarts.free()
    measures.free()
  }
}
