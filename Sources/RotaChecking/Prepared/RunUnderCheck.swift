import CareModel
import Quantities
import TravelTimes

/// A run of a rota with the records that it names and the way it passes.
struct RunUnderCheck {
  let run: Run
  /// Nil where the document doesn't know the worker.
  let worker: Worker?
  /// Nil where the worker has no such duty period.
  let duty: DutyPeriod?
  /// When the worker may really be at work; nil without a duty period.
  let limits: DutyLimits?
  /// In the order of the rota, unknown calls included.
  let stops: [StopUnderCheck]
  let itinerary: Itinerary

  /// - Parameter next: the call that the worker is to go to next, as published.
  init(_ run: Run, in caseload: Caseload, day: InstantInterval, travel: TravelModel, next: Visit?) {
    let worker = caseload.worker(run.worker)
    let duty = worker?.dutyPeriods.first { $0.id == run.duty }
    let stops = run.stops.map { StopUnderCheck($0, of: run.worker, in: caseload, day: day) }
    self.run = run
    self.worker = worker
    self.duty = duty
    self.stops = stops
    let limits = worker.flatMap { worker in duty.map { DutyLimits(of: $0, of: worker, policy: caseload.policy) } }
    self.limits = limits
    itinerary = Itinerary(
      of: stops, breaks: run.breaks.map { ($0.start.held(near: day), $0.end.held(near: day)) }, duty: duty,
      next: next, earliest: limits?.earliestStart, caseload: caseload, day: day, travel: travel)
  }

  /// Departure to end.
  var span: Seconds { itinerary.end - itinerary.departure }

  /// The sum of the stops' lengths, as written.
  var contact: Seconds { stops.reduce(.zero) { $0 + $1.length } }

  /// Started minutes past the contracted end; none without a stop or a duty period.
  var overtime: Minutes {
    guard let duty, !stops.isEmpty else { return .zero }
    return (itinerary.end - duty.hours.end).startedMinutes
  }

  /// The run as a value for everybody else.
  func timeline(cost: Pence) -> Timeline {
    let legs = itinerary.legs
    return Timeline(
      worker: run.worker, duty: run.duty, departure: itinerary.departure, end: itinerary.end, legs: legs,
      travel: legs.reduce(.zero) { $0 + ($1.arrival - $1.departure) },
      distance: legs.reduce(.zero) { $0 + $1.distance }, contact: contact, overtime: overtime, cost: cost)
  }
}
