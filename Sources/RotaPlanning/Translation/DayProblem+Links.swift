import CareModel
import Quantities
import RotaOptimiser

extension DayProblem {
  /// Links between calls that are still to be planned.
  mutating func layLinks() {
    for link in caseload.links {
      guard let first = callIndex[link.first], let second = callIndex[link.second] else {
        layRequirementOnMissing(link)
        continue
      }
      for relation in relations(of: link) {
        add(RotaProblem.Link(first: first, second: second, relation: relation))
      }
    }
  }

  /// What a call needs may not be in the problem: done already is well, not wanted today means that the call can't be done.
  private mutating func layRequirementOnMissing(_ link: VisitLink) {
    guard link.relation == .requires, let second = callIndex[link.second],
      let first = caseload.visit(link.first), !first.state.isFact
    else { return }
    close(second)
  }

  private func relations(of link: VisitLink) -> [RotaProblem.Link.Relation] {
    switch link.relation {
    case .sameStart: return [.gap(minimum: .zero, maximum: .zero)]
    case .gap(let minimum, let maximum): return [.gap(minimum: minimum.seconds, maximum: maximum?.seconds)]
    case .order:
      let length = caseload.visit(link.first)?.length ?? .zero
      return [.gap(minimum: length.seconds, maximum: nil)]
    case .sameWorker: return [.sameWorker]
    case .differentWorker: return [.differentWorker]
    case .requires: return [.requires]
    }
  }

  /// Start bundles: whole or not at all for somebody still in hospital, behind the first visit for somebody at home.
  mutating func layBundles() {
    for referral in caseload.referrals {
      let visits = caseload.visits.filter { $0.referral == referral.id }
      guard let first = visits.first(where: { $0.kind == .firstResponse }), !first.state.isFact else { continue }
      let bundle = visits.filter(\.isInStartBundle)
      guard let lead = callIndex[first.id] else {
        for visit in bundle { callIndex[visit.id].map { close($0) } }
        continue
      }
      for index in bundle.compactMap({ callIndex[$0.id] }) {
        add(RotaProblem.Link(first: lead, second: index, relation: .requires))
      }
      guard referral.whereabouts == .inHospital else { continue }
      let essential = bundle.filter { caseload.consequence(of: $0).isEssential }.compactMap { callIndex[$0.id] }
      if !essential.isEmpty { add(bundle: [lead] + essential) }
    }
  }
}
