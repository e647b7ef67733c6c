package import Quantities

/// The long-term support that somebody had a week, against the package that they start with (R10).
package struct SupportChange: Hashable, Sendable {
  package let before: Minutes
  package let now: Minutes
}

extension PackageLine {
  /// Workers' minutes in a whole week of what long-term support would do as well: no therapy, assessments or reviews.
  package var supportAWeek: Minutes {
    guard call.kind == .personalCare || call.kind == .other else { return .zero }
    return Minutes(callsAWeek * call.demands.reduce(0) { $0 + $1.length.value })
  }
}

extension Service {
  /// What a referral's package changes; nil where no support before is recorded, or it is not known what the person needs.
  package func supportChange(of id: ReferralID) -> SupportChange? {
    guard let record = referral(id), let before = record.referral.baselineWeekly else { return nil }
    let agreed = episodes.first { $0.state == .preStart && $0.episode.referral == id }
    guard let lines = agreed?.packages.first?.lines ?? record.needs?.lines else { return nil }
    return SupportChange(before: before, now: lines.reduce(.zero) { $0 + $1.supportAWeek })
  }
}
