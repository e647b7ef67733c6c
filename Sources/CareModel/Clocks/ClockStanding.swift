package import Quantities

/// How a promise stands at a moment.
package enum ClockStanding: Hashable, Sendable {
  /// What was promised has been done in time.
  case kept
  /// It has been done, so long after its end.
  case keptLate(by: Seconds)
  /// It is still to be done, and so much time is left.
  case running(left: Seconds)
  /// It is still to be done, and its end lies so far back.
  case overdue(by: Seconds)

  /// - Parameters:
  ///   - deadline: the last instant at which it is in time.
  ///   - metAt: when it was done; nil, or later than `asOf`, while it is to be done.
  package init(deadline: Instant, metAt: Instant?, asOf: Instant) {
    if let metAt, metAt <= asOf {
      self = metAt <= deadline ? .kept : .keptLate(by: metAt - deadline)
    } else {
      self = asOf <= deadline ? .running(left: deadline - asOf) : .overdue(by: asOf - deadline)
    }
  }

  /// Done, in time or late.
  package var isOver: Bool {
    switch self {
    case .kept, .keptLate: true
    case .running, .overdue: false
    }
  }
}
