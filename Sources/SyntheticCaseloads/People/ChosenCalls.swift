import CareModel
import Quantities
import ReproducibleNumbers

/// Marks which calls of running personal care need two workers and which must keep their time.
struct ChosenCalls {
  let parameters: DayParameters

  /// The same people, with the marks; the number of each kind is exact as long as there is care enough.
  func mark(_ plans: [PersonPlan]) -> [PersonPlan] {
    var marked = plans
    let care = plans.indices.filter { plans[$0].referral == nil }
    var stream = RandomStream(seed: parameters.seed, purpose: .chosenCalls)
    let joint = plans.flatMap(\.calls).count { $0.demands.count > 1 }
    var twoPerson = rounded(parameters.twoPersonShare) - joint
    for person in stream.shuffled(care) {
      for call in marked[person].calls.indices where twoPerson > 0 && isCare(marked[person].calls[call]) {
        double(&marked[person].calls[call])
        twoPerson -= 1
      }
    }
    var timed = RandomStream(seed: parameters.seed, purpose: .chosenCalls, index: 1)
    let calls = care.flatMap { person in
      marked[person].calls.indices.filter { isCare(marked[person].calls[$0]) }.map { (person, $0) }
    }
    for (person, call) in timed.choose(max(0, rounded(parameters.timeCriticalShare)), from: calls) {
      keepTime(&marked[person].calls[call])
    }
    return marked
  }

  private func rounded(_ share: PerMille) -> Int { (max(0, parameters.calls) * share.value + 500) / 1000 }

  private func isCare(_ call: CallPlan) -> Bool { call.kind == .personalCare }

  /// Two workers with the hoist; somebody who can't move unaided.
  private func double(_ call: inout CallPlan) {
    let one = Demand(
      roles: [.rehabilitationAssistant], skills: [SyntheticSkill.movingAndHandling], length: Minutes(call.length))
    call.demands = [one, one]
    call.consequence = .high
  }

  /// Medicine at its time: within half an hour, by somebody who may give it.
  private func keepTime(_ call: inout CallPlan) {
    call.isTimeCritical = true
    call.consequence = .high
    call.width = 30
    guard let first = call.demands.first else { return }
    call.demands[0] = Demand(
      roles: first.roles, skills: first.skills + [SyntheticSkill.medicines], length: first.length)
  }
}
