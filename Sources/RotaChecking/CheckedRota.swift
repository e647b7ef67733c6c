package import CareModel
package import Quantities

/// A rota with its score and findings, computed from the model and the rota alone. Only `RotaChecker` makes one.
package struct CheckedRota: Hashable, Sendable {
  package let rota: Rota
  package let score: Score
  /// In the order of `RuleName`, then call, then worker.
  package let findings: [Finding]
  /// What each run does minute by minute, in the order of the rota's runs.
  package let timelines: [Timeline]

  init(rota: Rota, score: Score, findings: [Finding], timelines: [Timeline]) {
    self.rota = rota
    self.score = score
    self.findings = findings
    self.timelines = timelines
  }

  /// No rule is broken by choice: it may be sent out.
  package var isPublishable: Bool { !findings.contains { $0.severity == .broken && $0.cause == .choice } }
}

/// A run as it passes: legs, waits, calls and breaks, as the checker reckons them.
package struct Timeline: Hashable, Sendable {
  package let worker: WorkerID
  package let duty: DutyID
  package let departure: Instant
  package let end: Instant
  /// In order of time.
  package let legs: [Leg]
  package let travel: Seconds
  package let distance: Metres
  package let contact: Seconds
  /// Minutes after the contracted end.
  package let overtime: Minutes
  /// The run's own: travel, mileage, overtime and contact beyond its share; its calls' costs are in the score alone.
  package let cost: Pence

  init(
    worker: WorkerID, duty: DutyID, departure: Instant, end: Instant, legs: [Leg], travel: Seconds, distance: Metres,
    contact: Seconds, overtime: Minutes, cost: Pence
  ) {
    self.worker = worker
    self.duty = duty
    self.departure = departure
    self.end = end
    self.legs = legs
    self.travel = travel
    self.distance = distance
    self.contact = contact
    self.overtime = overtime
    self.cost = cost
  }

  /// One way between two places.
  package struct Leg: Hashable, Sendable {
    package let from: PlaceID
    package let to: PlaceID
    package let departure: Instant
    package let arrival: Instant
    package let distance: Metres
    /// The call it leads to; nil for the way home.
    package let visit: VisitID?

    init(from: PlaceID, to: PlaceID, departure: Instant, arrival: Instant, distance: Metres, visit: VisitID?) {
      self.from = from
      self.to = to
      self.departure = departure
      self.arrival = arrival
      self.distance = distance
      self.visit = visit
    }
  }
}
