package import CareModel
import Quantities

/// The referrals of a service that nobody has begun to answer with a visit: who waits, in the order of who is served first.
package struct OpenReferrals {
  /// By rank, then deadline, then receipt; ties by id (R15, R16).
  package let records: [ReferralRecord]

  package init(_ service: Service) {
    let today = service.today
    let begun = Set(
      service.episodes.filter { $0.state != .preStart && $0.episode.startDate <= today }.compactMap(\.episode.referral))
    let scope = service.policy.careHomeRiskScope
    let places = Dictionary(uniqueKeysWithValues: scope.ranks.enumerated().map { ($1, $0) })
    func key(_ record: ReferralRecord) -> (Int, Instant, Instant, ReferralID) {
      let referral = record.referral
      return (
        places[scope.rank(of: referral)] ?? places.count, referral.deadline(policy: service.policy),
        referral.receivedAt,
        record.id
      )
    }
    records = service.referrals
      .filter { $0.referral.isOpen && $0.referral.receivedAt <= service.asOf && !begun.contains($0.id) }
      .sorted { key($0) < key($1) }
  }
}
