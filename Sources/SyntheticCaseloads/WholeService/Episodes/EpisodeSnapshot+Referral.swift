import CareModel
import Quantities
import ReproducibleNumbers

extension EpisodeSnapshot {
  /// The referral as far as it has come: received, assessed, held, accepted, declined or withdrawn.
  func referral(
    _ course: Course, person: PersonID, plan: PackagePlanner.Plan, isRefused: Bool, hasStarted: Bool
  ) -> ReferralRecord {
    let arrival = course.arrival
    let received = instant(arrival.received)
    var stream = RandomStream(
      seed: parameters.seed, purpose: .arrivals, index: arrival.index, subindex: arrival.subindex << 16)
    let heldAfter = 30 + 10 * stream.nextInt(below: 13)
    let isNurse = stream.nextBool(perMille: 400)
    let isConfirmed = stream.nextBool(perMille: 700)
    let isAssessed = now.minutes(since: arrival.received) >= heldAfter
    let isAtHome = arrival.ready.map { $0 <= now } ?? true
    // A hold becomes a referral like any other the day before the person comes home.
    let isHeld = arrival.isProvisional && (arrival.ready.map { $0.date > today.adding(days: 1) } ?? false)
    let state: Referral.State =
      isRefused
      ? course.refusal?.state ?? .declined
      : hasStarted ? .accepted : isHeld ? .provisional : isAssessed ? .accepted : .received
    let isSoon = arrival.ready.map { $0.date <= today.adding(days: 1) } ?? true
    let assessor = isNurse ? "intermediate care nurse on duty" : "care manager on duty"
    return ReferralRecord(
      referral: Referral(
        id: ReferralID("r-" + arrival.label), person: person, referralClass: arrival.referralClass,
        careHomeRisk: arrival.flaggedBy.map { Referral.CareHomeRisk(setBy: $0) }, receivedAt: received,
        readyFrom: arrival.ready.map(instant), whereabouts: isAtHome ? .home : .inHospital,
        homecoming: isAtHome || (isSoon && isConfirmed) ? .confirmed : .expected, state: state),
      contactAssessment: isAssessed
        ? ReferralRecord.ContactAssessment(
          heldAt: received + Minutes(heldAfter), assessedBy: assessor, role: isNurse ? .nurse : .careManager,
          needsPersonalCare: true, canEngage: course.refusal?.state != .declined)
        : nil,
      // Kept after the start, so that a past day has its first visits.
      needs: isAssessed && !isRefused ? needs(plan) : nil)
  }

  private func needs(_ plan: PackagePlanner.Plan) -> StartNeeds {
    StartNeeds(
      firstVisit: StartNeeds.FirstVisit(demands: [
        Demand(
          roles: [.occupationalTherapist, .physiotherapist, .rehabilitationAssistant],
          skills: [SyntheticSkill.firstVisits], length: Minutes(parameters[.firstVisitMinutes]))
      ]), lines: packages.lines(plan, week: 1))
  }
}
