package import CareModel
package import Quantities

/// What a day's rota asks of one worker, in raw numbers (`Documentation/rota-report.md`).
package struct WorkerMeasure: Hashable, Sendable {
  package let worker: WorkerID
  /// Nil for somebody whom the document doesn't know.
  package let role: Role?
  /// Duty periods of the day, used or not.
  package let duties: Int
  /// Contracted hours, breaks in them, and overtime.
  package let paid: Minutes
  package let overtime: Minutes
  package let calls: Int
  package let contact: Minutes
  package let travel: Minutes
  package let breaks: Minutes
  package let distance: Metres
  /// Of the distance, what is driven in the worker's own car.
  package let mileage: Metres
  /// Of the contracted hours.
  package let unsocial: Minutes

  /// Neither with people nor on the way nor at rest.
  package var free: Minutes { max(.zero, paid - contact - travel - breaks) }

  /// - Parameter runs: the worker's, each with what the checker reckoned of it.
  init(of id: WorkerID, _ runs: [(run: Run, timeline: Timeline?)], in caseload: Caseload) {
    let known = caseload.worker(id)
    let periods = known?.dutyPeriods ?? []
    let timelines = runs.compactMap(\.timeline)
    worker = id
    role = known?.role
    duties = periods.count
    overtime = timelines.reduce(.zero) { $0 + $1.overtime }
    paid = periods.reduce(overtime) { $0 + $1.hours.length.startedMinutes }
    calls = runs.reduce(0) { $0 + $1.run.stops.count }
    contact = timelines.reduce(Seconds.zero) { $0 + $1.contact }.startedMinutes
    travel = timelines.reduce(Seconds.zero) { $0 + $1.travel }.startedMinutes
    breaks = runs.flatMap(\.run.breaks).reduce(Seconds.zero) { $0 + ($1.end - $1.start) }.startedMinutes
    distance = timelines.reduce(.zero) { $0 + $1.distance }
    let byCar = Set(periods.filter { $0.mode == .car }.map(\.id))
    mileage = timelines.filter { byCar.contains($0.duty) }.reduce(.zero) { $0 + $1.distance }
    unsocial = periods.reduce(.zero) { $0 + UnsocialHours.minutes(of: $1.hours, in: caseload.calendar) }
  }
}
