package import CareModel
import Quantities

/// The referrals of a service that nobody has begun to answer with a visit: who waits, in the order of who is served first.
package struct OpenReferrals {
  /// By rank, then deadline, then receipt; ties by id (R15, R16).
  package let records: [ReferralRecord]
  /// Those of people whose package is running: it is to be changed, nothing begins beside it.
  let increases: [ReferralRecord]
  /// Those of people for whom another referral stands among ``records``.
  let repeated: [ReferralRecord]

  package init(_ service: Service) {
    let today = service.today
    let begun = Set(
      service.episodes.filter { $0.state != .preStart && $0.episode.startDate <= today }.compactMap(\.episode.referral))
    // Somebody's return is foreseen before it begins to wait.
    let foreseen = service.restartReferrals
    let open = service.inOrder(
      service.referrals.filter {
        $0.referral.isOpen && ($0.referral.receivedAt <= service.asOf || foreseen.contains($0.id))
          && !begun.contains($0.id)
      })
    let each = OneStartEach(open, of: service, on: today) { $0.isRunning(on: today) }
    (records, increases, repeated) = (each.starts, each.increases, each.repeated)
  }
}

extension Service {
  /// Referrals in the order of who is served first: by rank, then deadline, then receipt; ties by id (R15, R16).
  func inOrder(_ referrals: [ReferralRecord]) -> [ReferralRecord] {
    let scope = policy.careHomeRiskScope
    let places = Dictionary(uniqueKeysWithValues: scope.ranks.enumerated().map { ($1, $0) })
    func key(_ record: ReferralRecord) -> (Int, Instant, Instant, ReferralID) {
      let referral = record.referral
      return (
        places[scope.rank(of: referral)] ?? places.count, referral.deadline(policy: policy), referral.receivedAt,
        record.id
      )
    }
    return referrals.sorted { key($0) < key($1) }
  }
}
