extension ReferralRecord {
  /// Who may hold the contact assessment (R5): a care manager or an intermediate care nurse.
  package static let assessors: [Role] = [.careManager, .nurse]

  /// What the contact assessment says about accepting; a person decides all the same (R5, R6).
  package enum Gate: Hashable, Sendable {
    case notHeld
    /// Held by somebody who may not (R5).
    case heldBy(Role)
    /// One of the two answers is no (R6).
    case answeredNo
    case open
  }

  /// As the assessment that is recorded leaves it.
  package var gate: Gate {
    guard let contactAssessment else { return .notHeld }
    guard ReferralRecord.assessors.contains(contactAssessment.role) else { return .heldBy(contactAssessment.role) }
    return contactAssessment.needsPersonalCare && contactAssessment.canEngage ? .open : .answeredNo
  }
}
