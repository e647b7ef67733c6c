package import CareModel
package import Quantities

/// A tentative hold for somebody who is expected: it ends a while after the expected homecoming, unless confirmed (R18).
package struct HoldClock: PromiseClock {
  /// When the person is expected home; receipt where nobody has said, or where the person was home before.
  package let expectedAt: Instant
  package let deadline: Instant
  /// A confirmed or released hold is a hold no more, so that this clock is always still to be kept.
  package var metAt: Instant? { nil }

  /// Nil for a referral that is not provisional.
  package init?(_ referral: Referral, policy: Policy) {
    guard referral.state == .provisional else { return nil }
    expectedAt = max(referral.receivedAt, referral.readyFrom ?? referral.receivedAt)
    deadline = expectedAt + policy.clocks.tentativeHold
  }
}
