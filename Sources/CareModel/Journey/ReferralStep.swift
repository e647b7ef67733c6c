/// What can happen to a referral, in the order of the source's journey (R75, R4-R6, R18).
package enum ReferralStep: Hashable, Sendable {
  /// The contact assessment has been held.
  case screen(ReferralRecord.ContactAssessment)
  /// Capacity is held tentatively for somebody who is expected (R18).
  case hold
  /// The expected homecoming is certain: a hold becomes an accepted referral.
  case confirm
  /// The hold is given up.
  case release
  case accept(by: String)
  case decline(by: String, reason: String)
  /// The person, or whoever asked, no longer wants it.
  case withdraw

  package var name: String {
    switch self {
    case .screen: "screen"
    case .hold: "hold"
    case .confirm: "confirm"
    case .release: "release"
    case .accept: "accept"
    case .decline: "decline"
    case .withdraw: "withdraw"
    }
  }
}

extension ReferralRecord {
  /// The referral after a step.
  ///
  /// - Throws: Why it can't be taken; the referral then stays as it is.
  package func taking(_ step: ReferralStep) throws(StepRefusal) -> ReferralRecord {
    var assessment = contactAssessment
    if case .screen(let held) = step { assessment = held }
    let next = try state(after: step)
    let homecoming = step == .confirm ? .confirmed : referral.homecoming
    return ReferralRecord(
      referral: referral.with(state: next, homecoming: homecoming), contactAssessment: assessment, needs: needs)
  }

  private func state(after step: ReferralStep) throws(StepRefusal) -> Referral.State {
    func refused(_ reason: StepRefusal.Reason) -> StepRefusal {
      StepRefusal(step: step.name, state: referral.state.rawValue, reason: reason)
    }
    switch (step, referral.state) {
    case (_, .declined), (_, .withdrawn): throw refused(.closed)
    case (.screen(let assessment), .received), (.screen(let assessment), .provisional):
      guard ReferralRecord.assessors.contains(assessment.role) else { throw refused(.notAssessed) }
      guard !assessment.assessedBy.isEmpty else { throw refused(.notNamed) }
      return referral.state == .received ? .screened : .provisional
    case (.hold, .received), (.hold, .screened): return .provisional
    case (.confirm, .provisional):
      if let reason = gateObstacle { throw refused(reason) }
      return .accepted
    case (.accept(let name), .screened):
      if let reason = gateObstacle { throw refused(reason) }
      guard !name.isEmpty else { throw refused(.notNamed) }
      return .accepted
    case (.release, .provisional), (.withdraw, _): return .withdrawn
    case (.decline(let name, let reason), .received), (.decline(let name, let reason), .screened),
      (.decline(let name, let reason), .provisional):
      guard !name.isEmpty, !reason.isEmpty else { throw refused(.notNamed) }
      return .declined
    case (.screen, _), (.hold, _), (.confirm, _), (.accept, _), (.release, _), (.decline, _): throw refused(.wrongState)
    }
  }

  /// What keeps the gate before acceptance shut (R5, R6).
  private var gateObstacle: StepRefusal.Reason? {
    switch gate {
    case .notHeld, .heldBy: .notAssessed
    case .answeredNo: .answeredNo
    case .open: nil
    }
  }
}

extension Referral {
  /// The same referral in another state, its homecoming as certain as is said.
  fileprivate func with(state: State, homecoming: Homecoming) -> Referral {
    Referral(
      id: id, person: person, referralClass: referralClass, careHomeRisk: careHomeRisk, receivedAt: receivedAt,
      readyFrom: readyFrom, whereabouts: whereabouts, homecoming: homecoming, state: state,
      responseDeadline: responseDeadline, baselineWeekly: baselineWeekly)
  }
}
