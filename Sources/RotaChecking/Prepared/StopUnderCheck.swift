import CareModel
import Quantities

/// A stop of a rota with the records that it names, looked up once.
struct StopUnderCheck {
  let worker: WorkerID
  /// Nil where the document doesn't know the worker.
  let workerRecord: Worker?
  let visitID: VisitID
  /// Nil where the document doesn't know the call.
  let visit: Visit?
  /// Which of the call's demands, as the rota says.
  let demandIndex: Int
  /// Nil where the call is unknown or has no such demand.
  let demand: Demand?
  /// Where it takes place; nil for remote and unknown calls: the worker stays.
  let place: PlaceID?
  /// Held near the day (`Instant.held`).
  let start: Instant
  /// Held near the day; may lie before the start.
  let end: Instant

  init(_ stop: Stop, of worker: WorkerID, in caseload: Caseload, day: InstantInterval) {
    self.worker = worker
    workerRecord = caseload.worker(worker)
    visitID = stop.visit
    visit = caseload.visit(stop.visit)
    demandIndex = stop.demand
    demand = visit.flatMap { $0.demands.indices.contains(stop.demand) ? $0.demands[stop.demand] : nil }
    place = visit.flatMap(caseload.place)
    start = stop.start.held(near: day)
    end = stop.end.held(near: day)
  }

  /// How long it takes as written; never less than nothing.
  var length: Seconds { max(.zero, end - start) }

  /// The call is under way or done, and the rota says of this stop what happened: nothing about it was chosen.
  var isAsItHappened: Bool {
    guard let visit, let demand, visit.state.isFact else { return false }
    guard let actual = visit.actual else { return true }
    return actual.start == start && end == start + demand.length && actual.workers.indices.contains(demandIndex)
      && actual.workers[demandIndex] == worker
  }

  /// Whether a lock orders all of this about the stop, and the stop obeys.
  func isOrdered(_ decisions: Decisions) -> Bool {
    guard let lock = visit?.lock else { return false }
    if decisions.contains(.start), lock.start != start { return false }
    guard decisions.contains(.worker) else { return true }
    guard let workers = lock.workers, workers.indices.contains(demandIndex) else { return false }
    return workers[demandIndex] == worker
  }
}

/// What a rota decides about a call.
struct Decisions: OptionSet {
  let rawValue: Int
  /// When it starts.
  static let start = Decisions(rawValue: 1)
  /// Who does it.
  static let worker = Decisions(rawValue: 2)
  /// That it is done at all: every lock orders that.
  static let presence: Decisions = []
}
