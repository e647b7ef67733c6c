/// Why a step can't be taken from where a referral or an episode stands.
package struct StepRefusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// The step's name, as in ``ReferralStep`` or ``EpisodeStep``.
  package let step: String
  /// The state from which it was tried.
  package let state: String
  package let reason: Reason

  package enum Reason: String, CaseIterable, Hashable, Sendable {
    /// The step belongs to another point of the journey (R75).
    case wrongState
    /// It is over; a further period is a referral and an episode of its own (R19).
    case closed
    /// A care manager or an intermediate care nurse has not held the contact assessment (R5).
    case notAssessed
    /// One of the two answers is no (R6).
    case answeredNo
    /// Nobody is named who takes the decision, or no reason is given (R23, R41, R66).
    case notNamed
    /// The held days are over: the person starts anew, as a discharge from hospital.
    case heldDaysOver
    /// The day lies before what it should follow.
    case outOfOrder
  }

  package var description: String { "\(step) is refused from \(state): \(reason.printed)" }
}

extension StepRefusal.Reason {
  /// As people say it.
  package var printed: String {
    switch self {
    case .wrongState: "another step comes first"
    case .closed: "it is over; a further period needs a referral of its own"
    case .notAssessed: "a care manager or an intermediate care nurse must hold the contact assessment first"
    case .answeredNo: "the contact assessment answers no"
    case .notNamed: "the name of who decides and a reason are needed"
    case .heldDaysOver: "the held days are over; the person is referred again, as a discharge from hospital"
    case .outOfOrder: "the day lies before what it should follow"
    }
  }
}
