/// Cuts a run into parts by the clock.
struct StopWatch {
  private let clock = ContinuousClock()
  private var last: ContinuousClock.Instant
  private(set) var spans: [BenchmarkOutcome.Span] = []

  init() { last = ContinuousClock().now }

  /// The part since the last call, or since the beginning, is over.
  mutating func end(_ name: String) {
    let now = clock.now
    spans.append(BenchmarkOutcome.Span(name: name, duration: last.duration(to: now)))
    last = now
  }
}
