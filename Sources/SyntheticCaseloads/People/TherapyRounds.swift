/// Shares therapists' calls among people.
enum TherapyRounds {
  /// Every other later call goes to somebody whose only other call is in the morning; all the rest to people of their own,
  /// whose personal care has ended.
  static func shared(_ calls: [CallPlan], among people: [PersonPlan], nextNumber: Int) -> [PersonPlan] {
    var plans = people
    var hosts = people.indices.filter { index in
      people[index].calls.map(\.name) == [DaySlot.morning.rawValue]
    }[...]
    for (index, call) in calls.enumerated() {
      if index % 2 == 1, call.start >= 11 * 60, let host = hosts.popFirst() {
        plans[host].calls.append(call)
      } else {
        plans.append(PersonPlan(number: nextNumber + plans.count, calls: [call]))
      }
    }
    return plans
  }
}
