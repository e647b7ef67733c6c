import CareModel
import Quantities

/// The day's own workers as they stand after events: who is off, who begins late, and which breaks have been had.
struct WorkersAfterEvents {
  let played: PlayedRota
  let rota: Rota
  let interference: Interference
  /// Facts of the day after events, by worker: when they ended.
  let ends: [WorkerID: [(start: Instant, end: Instant)]]
  let asOf: Instant

  func worker(_ worker: Worker) -> Worker {
    var worker = worker
    worker.dutyPeriods = worker.dutyPeriods.compactMap { duty in
      var duty = duty
      duty.breaks = breaks(of: duty, worker.id)
      guard begin(&duty, worker.id), end(&duty, worker.id) else { return nil }
      return duty
    }
    return worker
  }

  // MARK: Breaks

  /// Breaks that are over are taken; of one that goes on only what is left is still to come.
  private func breaks(of duty: DutyPeriod, _ worker: WorkerID) -> [Break] {
    var breaks = duty.breaks
    for rest in played.rests[DutyKey(worker: worker, duty: duty.id)] ?? [] where rest.start < asOf {
      let open = breaks.indices.filter { !breaks[$0].isTaken }
      guard let index = open.first(where: { breaks[$0].window.overlaps(rest) }) ?? open.first else { break }
      breaks[index] = had(rest, as: breaks[index], in: duty)
    }
    return breaks
  }

  private func had(_ rest: InstantInterval, as due: Break, in duty: DutyPeriod) -> Break {
    let taken = Break(length: due.length, window: due.window, isTaken: true)
    let end = min(max(due.window.end, rest.end), duty.hours.end)
    guard asOf < rest.end, let window = InstantInterval(start: asOf, end: end) else { return taken }
    let left = (rest.end - asOf).startedMinutes
    return left.seconds <= window.length ? Break(length: left, window: window) : taken
  }

  // MARK: Hours

  /// Moves the beginning of a duty period whose worker has not begun and is late; false where nothing is left of it.
  private func begin(_ duty: inout DutyPeriod, _ worker: WorkerID) -> Bool {
    guard let start = played.lateStarts[DutyKey(worker: worker, duty: duty.id)] ?? idleStart(duty, worker),
      duty.hours.start < start
    else { return true }
    return limit(&duty, from: start, until: duty.hours.end)
  }

  /// The late beginning of a duty period for which the rota has no run.
  private func idleStart(_ duty: DutyPeriod, _ worker: WorkerID) -> Instant? {
    guard let delays = interference.late[worker], PlayedRota.run(of: worker, at: asOf, in: rota) == nil else {
      return nil
    }
    let own = delays.filter { $0.at <= duty.hours.end }
    guard let first = own.first else { return nil }
    return own.reduce(max(duty.hours.start, first.at)) { $0 + $1.by }
  }

  /// Ends a duty period where its worker goes off, or when the call in hand is over; false where nothing is left of it.
  private func end(_ duty: inout DutyPeriod, _ worker: WorkerID) -> Bool {
    guard let from = interference.off[worker]?.from, from < duty.hours.end + duty.agreedOvertime else { return true }
    let hours = duty.hours
    let lastEnd = ends[worker]?.filter { hours.contains($0.start) }.map(\.end).max()
    // Whoever is ill goes home by the next way, not by the rota's.
    duty.endPlace = nil
    duty.agreedOvertime = .zero
    return limit(&duty, from: duty.hours.start, until: max(from, lastEnd ?? from))
  }

  private func limit(_ duty: inout DutyPeriod, from: Instant, until: Instant) -> Bool {
    guard from < until, let hours = InstantInterval(start: from, end: until) else { return false }
    duty.hours = hours
    duty.breaks = duty.breaks.compactMap { rest in
      guard let window = rest.window.intersection(hours), rest.isTaken || rest.length.seconds <= window.length else {
        return nil
      }
      return rest.isTaken && window.length < rest.length.seconds
        ? nil : Break(length: rest.length, window: window, isTaken: rest.isTaken)
    }
    return true
  }
}
