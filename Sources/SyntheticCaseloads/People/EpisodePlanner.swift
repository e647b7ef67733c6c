import CareModel
import Quantities
import ReproducibleNumbers

/// Gives people in the service their episode and the referral it began with.
struct EpisodePlanner {
  let parameters: DayParameters
  let hours: ServiceHours

  /// The plan with an episode that its calls allow: care plans fall in the first days, last reviews in the last.
  func withEpisode(_ plan: PersonPlan) -> PersonPlan {
    var stream = RandomStream(seed: parameters.seed, purpose: .episodes, index: UInt64(max(plan.number, 0)))
    let day = dayNumber(plan, &stream)
    let classIndex = stream.chooseIndex(weights: [65, 25, 10]) ?? 0
    let isFlagged = stream.nextBool(perMille: parameters.careHomeRiskShare.value)
    let isExtended = stream.nextBool(perMille: 500)
    let date = parameters.serviceDate
    let suffix = PersonPlan.padded(plan.number, to: 3)
    let referral = Referral(
      id: ReferralID("r-" + suffix), person: plan.id, referralClass: ReferralClass.allCases[classIndex],
      careHomeRisk: isFlagged ? Referral.CareHomeRisk(setBy: "community occupational therapist") : nil,
      receivedAt: hours.instant(10 * 60 - day * 1440), whereabouts: .home)
    let extra = Episode.Extension(
      lastDay: date.adding(days: 7), authorisedBy: "team manager", reason: "waiting for a long-term provider")
    var withEpisode = plan
    withEpisode.referral = referral
    withEpisode.episode = Episode(
      id: EpisodeID("e-" + suffix), person: plan.id, referral: referral.id, startDate: date.adding(days: 1 - day),
      extension: day > 42 && isExtended ? extra : nil)
    return withEpisode
  }

  /// 1 on the day of the first visit. Shares by week from the lengths of stay of `domain.md` 2.6 (proposal): the
  /// longer ago the fewer are left, and one in forty is past six weeks.
  private func dayNumber(_ plan: PersonPlan, _ stream: inout RandomStream) -> Int {
    let week = stream.chooseIndex(weights: [24, 21, 18, 15, 11, 8]) ?? 0
    let usual = week * 7 + stream.nextInt(in: 2...7)
    let isOver = stream.nextBool(perMille: 25)
    let over = stream.nextInt(in: 43...49)
    let kinds = plan.calls.map(\.kind)
    if let last = plan.calls.first(where: { $0.kind == .carePlan })?.lastPermittedDay {
      // Agreed within three days of the first visit (R21).
      return 4 - (last.daysSinceEpoch - parameters.serviceDate.daysSinceEpoch)
    }
    if kinds.contains(.dischargeReview) { return 40 }
    let hasOnlyCare = kinds.allSatisfy { $0 == .personalCare }
    return isOver && hasOnlyCare ? over : min(max(usual, kinds.contains(.review) ? 7 : 2), 41)
  }
}
