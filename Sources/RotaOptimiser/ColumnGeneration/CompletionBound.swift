/// How little the rest of a run can cost, by where the worker is and when: what a label must still be worth to be taken up.
///
/// The rest is taken without breaks and without memory, from the beginning of an interval of time no longer than the shortest call. Costs
/// don't fall as time passes, so that is never more than what the rest really costs, and pruning by it loses no run below the threshold.
/// Complexity: intervals x ways.
struct CompletionBound {
  /// Interval-major, then by origin.
  private let least: FlatArray<Int64>
  private let origins: Int
  private let intervals: Int
  private var from: Int32 = 0
  private var width: Int32 = 1

  /// Beyond every cost.
  static let never = Int64.max / 4

  init(origins: Int, intervals: Int) {
    self.origins = origins
    self.intervals = intervals
    least = FlatArray(repeating: 0, count: origins * intervals)
  }

  var isUsed: Bool { intervals > 0 }

  func free() { least.free() }

  /// Begins a table for a shift.
  mutating func begin(from: Int32, width: Int32) {
    self.from = from
    self.width = width
  }

  @inline(__always)
  func rest(at time: Int32, origin: Int32) -> Int64 {
    least[Int((time &- from) / width) * origins + Int(origin)]
  }

  @inline(__always)
  func set(_ cost: Int64, interval: Int, origin: Int) { least[interval * origins + origin] = cost }

  func beginning(of interval: Int) -> Int32 { from &+ Int32(interval) &* width }
}
