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
  func cost(of run: RunUnderCheck) -> Pence { parts(of: run).reduce(.zero) { $0 + $1.pence } }

  /// The cost by term; empty for a run without stops, or without a duty period of the document.
  func parts(of run: RunUnderCheck) -> [(term: CostAccount.Term, pence: Pence)] {
    guard let duty = run.duty, !run.stops.isEmpty else { return [] }
    let legs = run.itinerary.legs
    let mileage = duty.mode == .car ? legs.reduce(Pence.zero) { $0 + self.mileage(of: $1) } : .zero
    let beyond = run.contact - share(of: duty)
    return [
      (.travel, legs.reduce(Pence.zero) { $0 + paidTravel(of: $1) }), (.mileage, mileage),
      (.overtime, policy.overtimePerMinute * run.overtime.value),
      (.unevenLoad, policy.unfairnessPerMinute * beyond.startedMinutes.value),
    ]
  }

  /// Rounded half up to whole pence.
  private func paidTravel(of leg: Timeline.Leg) -> Pence {
    Pence(((leg.arrival - leg.departure).value * policy.paidTravelPerMinute.value + 30) / 60)
  }

  /// Rounded half up to whole pence; a mile is 1609.344 metres.
  private func mileage(of leg: Timeline.Leg) -> Pence {
    let distance = leg.distance.value * policy.mileagePerMile.value * 1000
    return Pence((distance * 2 + 1_609_344) / (2 * 1_609_344))
  }

  private func share(of duty: DutyPeriod) -> Seconds {
    guard totalDuty > 0 else { return .zero }
    let product = totalContact.multipliedFullWidth(by: duty.hours.length.value)
    return Seconds(totalDuty.dividingFullWidth(product).quotient)
  }
}
