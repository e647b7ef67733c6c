package import Quantities

/// The clocks of referrals and episodes as numbers (R5, R18-R24, R34, R45; `domain.md` part 1.2).
package struct ClockPolicy: Hashable, Sendable {
  package var responseAnchor = ResponseAnchor.laterOfReceiptAndReadiness
  package var responseMetBy = ResponseMetBy.firstVisit
  /// Who may make a first visit where the referral doesn't say; never empty.
  package var firstResponseRoles: [Role] = [.rehabilitationAssistant, .occupationalTherapist, .physiotherapist]
  /// How long it takes where the referral doesn't say.
  package var firstResponseLength = Minutes(60)
  /// The second, national clock beside the service's own (N4), always from receipt.
  package var nationalResponseTime = Minutes(2880)
  /// Calendar days for the care plan, the anchor's day not counted.
  package var carePlanDays = 3
  package var carePlanAnchor = CarePlanAnchor.firstVisit
  /// The most days from one review to the next, and from the first visit to the first review.
  package var reviewGapDays = 7
  /// Day numbers on which somebody is told that the last permitted day comes nearer.
  package var firstLimitAlertDay = 28
  package var secondLimitAlertDay = 35
  package var thirdLimitAlertDay = 40
  /// The day number on which it is asked who will go on caring.
  package var onwardTriggerDay = 21
  /// The day number by which the handover is recorded.
  package var handoverDay = 35
  /// How long past the expected homecoming a tentative hold stands.
  package var tentativeHold = Minutes(2880)
  /// Inside so many days in hospital a restart is a running package, after them a start like any other.
  package var suspensionHeldDays = 7
  /// The share of each week's starts that is kept for classes 2 and 3 as long as somebody of them waits; none by default.
  package var reservedStarts = PerMille(0)
  /// More different workers a week than this are pointed out.
  package var wantedWorkersAWeek = 4
  /// Somebody who starts within so many days after the end of an earlier episode is back (R19).
  package var repeatWithinDays = 91

  package init() {}

  /// A first visit with what the referral doesn't say filled in: who may make it, and how long it takes (R20, R33).
  package func firstVisit(_ asked: StartNeeds.FirstVisit?) -> StartNeeds.FirstVisit {
    let asked = asked ?? StartNeeds.FirstVisit(demands: [Demand(length: firstResponseLength)])
    return StartNeeds.FirstVisit(
      demands: asked.demands.map { demand in
        Demand(
          roles: demand.roles.isEmpty ? firstResponseRoles : demand.roles, skills: demand.skills, length: demand.length)
      }, preferred: asked.preferred, consequence: asked.consequence)
  }

  /// From when the response time runs (R20).
  package enum ResponseAnchor: String, CaseIterable, Hashable, Sendable {
    /// Of somebody coming home from hospital, from whichever is later; of anybody else from receipt.
    case laterOfReceiptAndReadiness
    /// The literal words of the source.
    case receipt
  }

  /// What stops the response clock (R20).
  package enum ResponseMetBy: String, CaseIterable, Hashable, Sendable {
    case firstVisit, contactAssessment
  }

  /// From when the days of the care plan run (R21).
  package enum CarePlanAnchor: String, CaseIterable, Hashable, Sendable {
    case firstVisit
    /// The day of the contact assessment that led to acceptance; the first visit's where none is recorded.
    case accepted
  }

  /// Day numbers of the alerts, in order.
  package var limitAlertDays: [Int] { [firstLimitAlertDay, secondLimitAlertDay, thirdLimitAlertDay].sorted() }
}
