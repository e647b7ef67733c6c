package import Quantities

/// Who visits whom and when, on one service day; nothing in it is proved until it is checked.
package struct Rota: Hashable, Sendable {
  package let serviceDate: CivilDate
  package let asOf: Instant
  /// One for each duty period that has a stop, in order of worker and start.
  package let runs: [Run]
  /// Calls of the day that nobody does, in order of id.
  package let uncovered: [VisitID]
  /// Nil for a rota made by hand.
  package let provenance: Provenance?

  package init(
    serviceDate: CivilDate, asOf: Instant, runs: [Run], uncovered: [VisitID], provenance: Provenance? = nil
  ) {
    self.serviceDate = serviceDate
    self.asOf = asOf
    self.runs = runs
    self.uncovered = uncovered.sorted()
    self.provenance = provenance
  }
}

/// One worker's list for a duty period.
package struct Run: Hashable, Sendable {
  package let worker: WorkerID
  package let duty: DutyID
  /// In order of time.
  package let stops: [Stop]
  /// In order of time; each at the place of the stop before it.
  package let breaks: [BreakStop]

  package init(worker: WorkerID, duty: DutyID, stops: [Stop], breaks: [BreakStop] = []) {
    self.worker = worker
    self.duty = duty
    self.stops = stops
    self.breaks = breaks
  }
}

/// One demand of one call, done by the run's worker.
package struct Stop: Hashable, Sendable {
  package let visit: VisitID
  /// Which of the visit's demands, from 0.
  package let demand: Int
  package let start: Instant
  package let end: Instant

  package init(visit: VisitID, demand: Int, start: Instant, end: Instant) {
    self.visit = visit
    self.demand = demand
    self.start = start
    self.end = end
  }
}

/// A break as planned.
package struct BreakStop: Hashable, Sendable {
  package let start: Instant
  package let end: Instant
  package init(start: Instant, end: Instant) {
    self.start = start
    self.end = end
  }
}
