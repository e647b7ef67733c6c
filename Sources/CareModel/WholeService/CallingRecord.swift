/// In which weeks of an episode a worker has called on its person: what continuity is measured by over the whole of it (R34).
package struct CallingRecord: Hashable, Sendable {
  /// May have left since.
  package let worker: WorkerID
  /// In order, each once; 1 is the week that begins on the episode's first day.
  package let weeks: [Int]

  package init(worker: WorkerID, weeks: [Int]) {
    self.worker = worker
    self.weeks = Set(weeks).sorted()
  }
}

extension EpisodeRecord {
  /// How many different workers have called in each week, from the first to the last that is recorded.
  package var workersByWeek: [Int] {
    let weeks = callers.flatMap(\.weeks)
    return (0..<(weeks.max() ?? 0)).map { week in weeks.count { $0 == week + 1 } }
  }
}
