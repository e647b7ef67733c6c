/// Runs met on the way, kept as columns for set partitioning.
///
/// A run is known by its shift and its stops with their starts; the newest are kept when there are too many, the rota in hand always.
final class RunPool {
  struct Column: Hashable {
    let shift: Int32
    let tasks: [Int32]
    /// By stop: the call's start and the piece that it lies in.
    let starts: [Int32]
    let pieces: [Int32]
  }

  private(set) var columns: [Column] = []
  private(set) var scores: [PackedScore] = []
  private var known: [Column: Int] = [:]
  private var capacity: Int

  init(capacity: Int) { self.capacity = capacity }

  /// Adds each used run of a rota; older ones go first where there is no room for all of them.
  func add(_ state: SearchState) {
    if columns.count + state.problem.shiftCount > capacity { dropOlderHalf() }
    for shift in 0..<Int32(state.problem.shiftCount) where state.length(shift) > 0 {
      add(RunPool.column(of: shift, in: state), score: state.score(shift))
    }
  }

  /// Adds runs that no rota has held; the room for others stays.
  func add(_ runs: [PricedRun], packing: LevelPacking) {
    capacity += runs.count
    for run in runs {
      let score = run.amounts.enumerated().reduce(PackedScore.zero) { $0 + packing.packed($1.element, at: $1.offset) }
      add(Column(shift: run.shift, tasks: run.tasks, starts: run.starts, pieces: run.pieces), score: score)
    }
  }

  static func column(of shift: Int32, in state: SearchState) -> Column {
    let tasks = state.tasks(of: shift)
    let calls = tasks.map { state.problem.tasks[$0].call }
    return Column(
      shift: shift, tasks: tasks, starts: calls.map { state.plan.start[$0] }, pieces: calls.map { state.plan.piece[$0] }
    )
  }

  private func add(_ column: Column, score: PackedScore) {
    guard known[column] == nil else { return }
    known[column] = columns.count
    columns.append(column)
    scores.append(score)
  }

  private func dropOlderHalf() {
    let kept = min(columns.count, max(0, capacity / 2))
    columns.removeFirst(columns.count - kept)
    scores.removeFirst(scores.count - kept)
    known = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
  }

  func index(of column: Column) -> Int? { known[column] }
}
