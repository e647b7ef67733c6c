import Synchronization

/// The deadline, for several threads to ask about: one at a time looks at the clock, the others take what it saw last.
final class SharedClock {
  private let deadlineReached: () -> Bool
  private let isPast = Atomic(false)
  private let isBeingAsked = Atomic(false)

  init(_ deadlineReached: @escaping () -> Bool) { self.deadlineReached = deadlineReached }

  /// Somebody has seen that the time is up.
  var hasStruck: Bool { isPast.load(ordering: .relaxed) }

  /// Asks the clock, unless another thread is at it.
  func isReached() -> Bool {
    if hasStruck { return true }
    guard !isBeingAsked.exchange(true, ordering: .acquiring) else { return false }
    if !hasStruck, deadlineReached() { isPast.store(true, ordering: .relaxed) }
    isBeingAsked.store(false, ordering: .releasing)
    return hasStruck
  }
}
