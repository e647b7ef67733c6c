import CareModel
import Quantities
import ReproducibleNumbers

/// Links two successive calls of somebody by a least gap, as medicines ask for.
struct GapLinks {
  let parameters: DayParameters

  /// One link for each person chosen: an hour less than the preferred starts are apart, in half-hours, from two hours up.
  func links(of plans: [PersonPlan]) -> [VisitLink] {
    let wanted = (max(0, parameters.calls) * parameters.gapLinkShare.value + 500) / 1000
    var stream = RandomStream(seed: parameters.seed, purpose: .chosenCalls, index: 2)
    let possible = plans.compactMap(link)
    return stream.choose(max(0, wanted), from: possible).sorted { $0.first < $1.first }
  }

  private func link(_ plan: PersonPlan) -> VisitLink? {
    for (first, second) in zip(plan.calls, plan.calls.dropFirst()) {
      let minimum = (second.start - first.start - 60) / 30 * 30
      if first.kind == .personalCare, second.kind == .personalCare, minimum >= 120 {
        return VisitLink(
          first: plan.visitID(of: first), second: plan.visitID(of: second),
          relation: .gap(minimum: Minutes(minimum), maximum: nil))
      }
    }
    return nil
  }
}
