/// A moment in time: seconds since 1970-01-01T00:00:00Z.
package struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since the epoch; negative before it.
  package let epochSeconds: Int

  package init(epochSeconds: Int) { self.epochSeconds = epochSeconds }

  package static func < (left: Instant, right: Instant) -> Bool { left.epochSeconds < right.epochSeconds }
  package static func + (left: Instant, right: Seconds) -> Instant {
    Instant(epochSeconds: left.epochSeconds + right.value)
  }
  package static func - (left: Instant, right: Seconds) -> Instant {
    Instant(epochSeconds: left.epochSeconds - right.value)
  }
  package static func + (left: Instant, right: Minutes) -> Instant { left + right.seconds }
  package static func - (left: Instant, right: Minutes) -> Instant { left - right.seconds }
  /// Elapsed time from the right instant to the left one.
  package static func - (left: Instant, right: Instant) -> Seconds {
    Seconds(left.epochSeconds - right.epochSeconds)
  }
}

/// A stretch of time with both ends included: an activity may start at `start`, at `end` or between.
package struct InstantInterval: Hashable, Sendable {
  package let start: Instant
  package let end: Instant

  /// Nil when the end lies before the start.
  package init?(start: Instant, end: Instant) {
    guard start <= end else { return nil }
    self.start = start
    self.end = end
  }

  /// The interval of a single instant.
  package init(at instant: Instant) {
    start = instant
    end = instant
  }

  /// Elapsed time from start to end.
  package var length: Seconds { end - start }

  package func contains(_ instant: Instant) -> Bool { start <= instant && instant <= end }
  package func contains(_ other: InstantInterval) -> Bool { start <= other.start && other.end <= end }
  package func overlaps(_ other: InstantInterval) -> Bool { start <= other.end && other.start <= end }

  /// The part that both share; nil where they share nothing.
  package func intersection(_ other: InstantInterval) -> InstantInterval? {
    InstantInterval(start: max(start, other.start), end: min(end, other.end))
  }
}
