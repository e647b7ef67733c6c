import CareModel

extension Score {
  /// Adds to a level, stopping at the largest number instead of overflowing.
  mutating func add(_ value: Int, at level: Level) {
    let (sum, overflowed) = self[level].addingReportingOverflow(value)
    self[level] = overflowed ? Int.max : sum
  }
}
