import Quantities

/// A duty period of the day: its id is a worker's own.
package struct DutyKey: Hashable, Sendable {
  package let worker: WorkerID
  package let duty: DutyID

  package init(worker: WorkerID, duty: DutyID) {
    self.worker = worker
    self.duty = duty
  }
}

extension Caseload {
  /// For each duty period the call that its worker is to go to next, as published: the first that has not begun.
  ///
  /// Where the time to set out for it is past, the worker is on the way.
  /// - Complexity: n log n in the number of published calls.
  package var callsToGoToNext: [DutyKey: Visit] {
    var next: [DutyKey: Visit] = [:]
    let open = visits.compactMap { visit in
      visit.state.isFact ? nil : visit.published.map { (start: $0.start, workers: $0.workers, visit: visit) }
    }
    for call in open.sorted(by: { ($0.start, $0.visit.id) < ($1.start, $1.visit.id) }) {
      for worker in call.workers {
        guard let duty = self.worker(worker)?.dutyPeriods.first(where: { $0.hours.contains(call.start) }) else {
          continue
        }
        let key = DutyKey(worker: worker, duty: duty.id)
        if next[key] == nil { next[key] = call.visit }
      }
    }
    return next
  }
}
