import CareModel
import Quantities

/// What a run costs in itself: its legs, its overtime, and contact beyond its share of the day's.
struct RunCost {
  private let policy: Policy
  /// The length of all demands of the day's wanted calls, in seconds.
  private let totalContact: Int
  /// The contracted length of all duty periods, in seconds.
  private let totalDuty: Int

  init(of rota: RotaUnderCheck) {
    policy = rota.caseload.policy
    totalContact = rota.calls.filter(\.isWanted).flatMap(\.visit.demands).reduce(0) { $0 + $1.length.seconds.value }
    totalDuty = rota.caseload.workers.flatMap(\.dutyPeriods).reduce(0) { $0 + $1.hours.length.value }
  }

  /// Zero for a run without stops, or without a duty period of the document.
  func cost(of run: RunUnderCheck) -> Pence {
    guard let duty = run.duty, !run.stops.isEmpty else { return .zero }
    let legs = run.itinerary.legs.reduce(Pence.zero) { $0 + cost(of: $1, mode: duty.mode) }
    let beyond = run.contact - share(of: duty)
    return legs + policy.overtimePerMinute * run.overtime.value
      + policy.unfairnessPerMinute * beyond.startedMinutes.value
  }

  /// Paid travel and, by car, mileage, each rounded half up to whole pence.
  private func cost(of leg: Timeline.Leg, mode: TravelMode) -> Pence {
    let time = (leg.arrival - leg.departure).value * policy.paidTravelPerMinute.value
    let paid = Pence((time + 30) / 60)
    guard mode == .car else { return paid }
    // A mile is 1609.344 metres.
    let distance = leg.distance.value * policy.mileagePerMile.value * 1000
    return paid + Pence((distance * 2 + 1_609_344) / (2 * 1_609_344))
  }

  private func share(of duty: DutyPeriod) -> Seconds {
    guard totalDuty > 0 else { return .zero }
    let product = totalContact.multipliedFullWidth(by: duty.hours.length.value)
    return Seconds(totalDuty.dividingFullWidth(product).quotient)
  }
}
