/// The professions of the team (R5, R26, R33).
package enum Role: String, CaseIterable, Hashable, Sendable {
  case occupationalTherapist, physiotherapist, rehabilitationAssistant, nurse, socialWorker
  case sensoryImpairmentWorker, telecareWorker, careManager

  /// Registered by law to answer for a care plan: the Health and Care Professions Council, the Nursing and Midwifery Council
  /// and Social Work England keep the registers (R33).
  package static let registeredProfessions: [Role] = [.occupationalTherapist, .physiotherapist, .nurse, .socialWorker]

  /// As people say it.
  package var printedName: String {
    switch self {
    case .occupationalTherapist: "occupational therapist"
    case .physiotherapist: "physiotherapist"
    case .rehabilitationAssistant: "rehabilitation assistant"
    case .nurse: "nurse"
    case .socialWorker: "social worker"
    case .sensoryImpairmentWorker: "sensory impairment worker"
    case .telecareWorker: "telecare worker"
    case .careManager: "care manager"
    }
  }
}
