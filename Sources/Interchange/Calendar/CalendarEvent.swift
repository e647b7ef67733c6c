package import Quantities

/// One call in a worker's calendar (RFC 5545, 3.6.1).
package struct CalendarEvent: Hashable, Sendable {
  /// The same for the same worker's same call of a service day, however often the rota is made again.
  package let uid: String
  /// When what it says last changed: the moment for which the rota was made, never a clock's.
  package private(set) var stamp: Instant
  /// 0 at first, one more with each change (RFC 5545, 3.8.7.4).
  package private(set) var sequence: Int
  package let start: Instant
  package let end: Instant
  package let summary: String
  /// The patch; nil where there is none.
  package let location: String?
  package private(set) var isCancelled: Bool

  package init(
    uid: String, stamp: Instant, sequence: Int = 0, start: Instant, end: Instant, summary: String, location: String?,
    isCancelled: Bool = false
  ) {
    self.uid = uid
    self.stamp = stamp
    self.sequence = sequence
    self.start = start
    self.end = end
    self.summary = summary
    self.location = location
    self.isCancelled = isCancelled
  }

  /// The event as it follows an earlier state of its own: that itself where it says the same, else the next in sequence.
  package func following(_ earlier: CalendarEvent?) -> CalendarEvent {
    guard let earlier else { return self }
    var next = self
    (next.stamp, next.sequence) = (earlier.stamp, earlier.sequence)
    if next == earlier { return earlier }
    (next.stamp, next.sequence) = (stamp, earlier.sequence + 1)
    return next
  }

  /// The event once it is no longer in the rota; one that was cancelled before stays as it is.
  package func cancelled(at stamp: Instant) -> CalendarEvent {
    guard !isCancelled else { return self }
    var next = self
    (next.stamp, next.sequence, next.isCancelled) = (stamp, sequence + 1, true)
    return next
  }
}
