/// What one run of a benchmark counted, and where its time went.
public struct BenchmarkOutcome: Sendable {
  /// In the order in which they are to be shown; each name once.
  public internal(set) var counters: [BenchmarkCounter]
  /// The parts of the run in their order.
  public internal(set) var spans: [Span]

  /// One part of a run, in processor time: no two runs agree on it.
  public struct Span: Sendable {
    /// Such as `search`.
    public let name: String
    /// How long it took.
    public let duration: Duration
  }

  init(counters: [BenchmarkCounter], spans: [Span] = []) {
    self.counters = counters
    self.spans = spans
  }

  /// Takes over the shorter of each part's durations: what else the machine did only ever adds.
  public mutating func keepShorterSpans(of other: BenchmarkOutcome) {
    spans = zip(spans, other.spans).map { $0.duration <= $1.duration ? $0 : $1 }
  }

  /// The outcome of a case as one line of JSON, for the guard.
  ///
  /// - Parameter peakMemoryKilobytes: the process's highest resident memory; nil where it isn't known.
  public func json(of entry: BenchmarkCase, peakMemoryKilobytes: Int? = nil) -> String {
    let counted = counters.map { counter in
      "{\"name\": \"\(counter.name)\", \"words\": \"\(counter.words)\", \"kind\": \"\(counter.kind.rawValue)\", "
        + "\"value\": \(counter.value)}"
    }
    let timed = spans.map { span in
      "{\"name\": \"\(span.name)\", \"microseconds\": \(span.duration.wholeMicroseconds)}"
    }
    let memory = peakMemoryKilobytes.map { ", \"peakMemoryKilobytes\": \($0)" } ?? ""
    return
      "{\"case\": \"\(entry.name)\", \"summary\": \"\(entry.summary)\", \"counters\": [\(counted.joined(separator: ", "))], "
      + "\"spans\": [\(timed.joined(separator: ", "))]\(memory)}\n"
  }
}

extension Duration {
  var wholeMicroseconds: Int {
    let (seconds, attoseconds) = components
    return Int(clamping: seconds) * 1_000_000 + Int(attoseconds / 1_000_000_000_000)
  }
}
