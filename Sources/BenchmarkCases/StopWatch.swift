import Glibc

/// Cuts a run into parts by the processor time of the process: the clock on the wall depends on what else runs.
struct StopWatch {
  private var last: Duration
  private(set) var spans: [BenchmarkOutcome.Span] = []

  init() { last = StopWatch.processorTime }

  /// The part since the last call, or since the beginning, is over.
  mutating func end(_ name: String) {
    let now = StopWatch.processorTime
    spans.append(BenchmarkOutcome.Span(name: name, duration: now - last))
    last = now
  }

  private static var processorTime: Duration {
    var time = timespec()
    guard clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0 else { return .zero }
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
