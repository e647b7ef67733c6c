package import Quantities

/// A request for the service, with the clock that it starts (R1, R15, R20).
package struct Referral: Hashable, Sendable, Identifiable {
  package let id: ReferralID
  package let person: PersonID
  package let referralClass: ReferralClass
  package let careHomeRisk: CareHomeRisk?
  package let receivedAt: Instant
  /// No first visit before this instant: the person is not at home yet.
  package let readyFrom: Instant?
  package let whereabouts: Whereabouts
  package let homecoming: Homecoming
  package let state: State
  /// When the first visit is due; nil takes the policy's response time from its anchor (R20).
  package let responseDeadline: Instant?
  /// Long-term support a week that the person had before, which is theirs to keep; nil where none is recorded (R10).
  package let baselineWeekly: Minutes?

  package init(
    id: ReferralID, person: PersonID, referralClass: ReferralClass, careHomeRisk: CareHomeRisk? = nil,
    receivedAt: Instant, readyFrom: Instant? = nil, whereabouts: Whereabouts, homecoming: Homecoming = .confirmed,
    state: State = .accepted, responseDeadline: Instant? = nil, baselineWeekly: Minutes? = nil
  ) {
    self.id = id
    self.person = person
    self.referralClass = referralClass
    self.careHomeRisk = careHomeRisk
    self.receivedAt = receivedAt
    self.readyFrom = readyFrom
    self.whereabouts = whereabouts
    self.homecoming = homecoming
    self.state = state
    self.responseDeadline = responseDeadline
    self.baselineWeekly = baselineWeekly
  }

  /// From when the response time runs, by the policy's anchor (R20).
  package func responseAnchor(policy: Policy) -> Instant {
    guard policy.clocks.responseAnchor == .laterOfReceiptAndReadiness, referralClass == .hospitalDischarge,
      let readyFrom
    else { return receivedAt }
    return max(receivedAt, readyFrom)
  }

  /// The first visit's deadline (R20): clock hours from the anchor, any day of the week.
  package func deadline(policy: Policy) -> Instant {
    responseDeadline ?? responseAnchor(policy: policy) + policy.responseTime
  }

  /// Neither declined nor withdrawn.
  package var isOpen: Bool { state != .declined && state != .withdrawn }

  /// A flag that must carry who set it (R16).
  package struct CareHomeRisk: Hashable, Sendable {
    package let setBy: String
    package init(setBy: String) { self.setBy = setBy }
  }

  package enum Whereabouts: String, CaseIterable, Hashable, Sendable {
    case inHospital, home
  }

  package enum Homecoming: String, CaseIterable, Hashable, Sendable {
    case expected, confirmed
  }

  package enum State: String, CaseIterable, Hashable, Sendable {
    case received, screened, accepted, declined, withdrawn, provisional
  }
}

/// The order in which capacity is given when it is short (R15).
package enum ReferralClass: String, CaseIterable, Hashable, Comparable, Sendable {
  case hospitalDischarge, newCommunity, escalatingExisting

  /// 1, 2, 3 of the source.
  package var number: Int {
    switch self {
    case .hospitalDischarge: 1
    case .newCommunity: 2
    case .escalatingExisting: 3
    }
  }

  package static func < (left: Self, right: Self) -> Bool { left.number < right.number }

  package var printedName: String {
    switch self {
    case .hospitalDischarge: "hospital discharge"
    case .newCommunity: "new in the community"
    case .escalatingExisting: "long-term support, needing more"
    }
  }
}
