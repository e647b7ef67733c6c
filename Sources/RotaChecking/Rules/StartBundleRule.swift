import CareModel

/// A call of a start bundle is covered only if the first visit is; for somebody still in hospital the first visit and
/// its essential calls are covered all or none. Bundles whose first visit the day doesn't have are not bound.
struct StartBundleRule: RotaRule {
  static let name = RuleName.startBundle

  func findings(in rota: RotaUnderCheck) -> [Finding] {
    var firstVisits: [ReferralID: [CallUnderCheck]] = [:]
    var bundles: [ReferralID: [CallUnderCheck]] = [:]
    for call in rota.calls {
      guard let referral = call.visit.referral else { continue }
      if call.visit.kind == .firstResponse { firstVisits[referral, default: []].append(call) }
      if call.visit.isInStartBundle { bundles[referral, default: []].append(call) }
    }
    return rota.caseload.referrals.flatMap { referral -> [Finding] in
      let firsts = firstVisits[referral.id] ?? []
      let bundle = bundles[referral.id] ?? []
      guard let first = firsts.first(where: \.isCovered) else {
        return firsts.first.map { withoutFirst(bundle, first: $0) } ?? []
      }
      guard referral.whereabouts == .inHospital else { return [] }
      let essential = bundle.filter { $0.isWanted && rota.caseload.consequence(of: $0.visit).isEssential }
      return unfinished(essential, first: first)
    }
  }

  private func withoutFirst(_ bundle: [CallUnderCheck], first: CallUnderCheck) -> [Finding] {
    bundle.filter(\.isCovered).map { call in
      finding(
        Ground(of: [call], by: .presence), visit: call.visit.id, worker: call.onlyWorker,
        measured: "\(first.visit.id) uncovered", limit: "\(first.visit.id) covered",
        "Call \(call.visit.id) is covered, but the first visit \(first.visit.id) to \(call.visit.person) is not.")
    }
  }

  private func unfinished(_ essential: [CallUnderCheck], first: CallUnderCheck) -> [Finding] {
    let covered = [first] + essential.filter(\.isCovered)
    // One call that had to be covered is enough to force the rest.
    let grounds = covered.map { Ground(of: [$0], by: .presence) }
    let ground = grounds.first { $0.cause == .fact } ?? grounds.first { $0.cause == .lock } ?? .choice
    return essential.filter { !$0.isCovered }.map { call in
      finding(
        ground, visit: call.visit.id, measured: "uncovered", limit: "all or none",
        "\(call.visit.person) would come home from hospital to first visit \(first.visit.id), but essential call "
          + "\(call.visit.id) of the same day is not covered.")
    }
  }
}
