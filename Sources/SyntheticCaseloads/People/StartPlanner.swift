import CareModel
import Quantities
import ReproducibleNumbers

/// Plans the people whose first visit is still to come, each with the calls of the first day.
struct StartPlanner {
  let parameters: DayParameters
  let hours: ServiceHours

  /// Starts made at home in the morning, by index: the rest begin at noon or later.
  static func isEarly(index: Int) -> Bool { index % 4 == 2 }

  /// The start with this index; the first six are of all ranks, in order.
  func start(index: Int) -> PersonPlan {
    var stream = RandomStream(seed: parameters.seed, purpose: .starts, index: UInt64(index))
    let number = index + 1
    let (referralClass, isFlagged) = rank(index: index, &stream)
    let isInHospital = referralClass == .hospitalDischarge
    // So long ago that the deadline falls this afternoon or evening, when all can be kept; beyond the first six, one
    // in ten is overdue.
    let hoursAgo = stream.nextInt(in: isInHospital ? 12...14 : StartPlanner.isEarly(index: index) ? 16...20 : 13...15)
    let isOverdue = stream.nextBool(perMille: 100) && index >= 6
    let age = hoursAgo + (isOverdue ? 12 : 0)
    let asOf = parameters.asOf.secondsOfDay / 60
    let received = asOf - age * 60 - 5 * stream.nextInt(below: 12)
    let ready = isInHospital ? readyMinute(&stream) : nil
    let isPlannedDischarge = isInHospital && index % 6 == 1
    let referral = Referral(
      id: ReferralID("r-" + PersonPlan.padded(number, to: 3)), person: PersonPlan.id(number),
      referralClass: referralClass,
      careHomeRisk: isFlagged ? Referral.CareHomeRisk(setBy: "hospital social worker") : nil,
      receivedAt: hours.instant(received), readyFrom: ready.map(hours.instant),
      whereabouts: isInHospital ? .inHospital : .home, homecoming: isInHospital ? .expected : .confirmed,
      responseDeadline: ready.map { hours.instant((isPlannedDischarge ? $0 : received) + 1440) })
    return PersonPlan(number: number, calls: calls(ready: ready, index: index, &stream), referral: referral)
  }

  private func rank(index: Int, _ stream: inout RandomStream) -> (ReferralClass, isFlagged: Bool) {
    let chosen = stream.chooseIndex(weights: [65, 25, 10]) ?? 0
    let isFlagged = stream.nextBool(perMille: parameters.careHomeRiskShare.value)
    guard index >= 6 else { return (ReferralClass.allCases[index / 2], index % 2 == 0) }
    return (ReferralClass.allCases[chosen], isFlagged)
  }

  /// People leave hospital from noon on, in quarter-hours (from memory, `domain.md` 2.6).
  private func readyMinute(_ stream: inout RandomStream) -> Int { 12 * 60 + 15 * stream.nextInt(below: 13) }

  private func calls(ready: Int?, index: Int, _ stream: inout RandomStream) -> [CallPlan] {
    let visitors: [Role] = [.occupationalTherapist, .physiotherapist, .rehabilitationAssistant]
    let begin =
      ready ?? (StartPlanner.isEarly(index: index) ? 9 * 60 + 15 : 11 * 60 + 30 + 15 * stream.nextInt(below: 9))
    let first = CallPlan(
      name: "first", kind: .firstResponse, start: begin, width: 90,
      demands: [Demand(roles: visitors, skills: [SyntheticSkill.firstVisits], length: Minutes(75))],
      consequence: .medium, isOfStart: true, notBefore: ready)
    let slots = DaySlot.allCases.filter { $0.earliest > begin + 180 }
    let kept = stream.nextBool(perMille: 700) ? slots : Array(slots.suffix(1))
    return [first]
      + kept.map { slot in
        var call = slot.call(&stream)
        call.isOfStart = true
        if slot == .bed { call.consequence = .high }
        return call
      }
  }
}
