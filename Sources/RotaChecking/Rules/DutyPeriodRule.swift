import CareModel
import Quantities

/// Departure is not before the earliest start of work, and the run ends not after the latest end (N10 and agreed
/// overtime: `DutyLimits`).
struct DutyPeriodRule: RotaRule {
  static let name = RuleName.dutyPeriod

  func findings(in rota: RotaUnderCheck) -> [Finding] { rota.runs.flatMap { findings(in: $0, rota.words) } }

  private func findings(in run: RunUnderCheck, _ words: PlainWords) -> [Finding] {
    guard let limits = run.limits, let duty = run.duty, let first = run.stops.first, let last = run.stops.last
    else { return [] }
    let (worker, way) = (run.run.worker, run.itinerary)
    var findings: [Finding] = []
    if way.departure < limits.earliestStart {
      let beginsWithStop = way.rests.first.map { first.start <= $0.start } ?? true
      let reason = limits.earliestStart > duty.hours.start ? " after the rest that is due" : ""
      findings.append(
        finding(
          beginsWithStop ? ground(first, in: run) : .choice, visit: first.visitID, worker: worker,
          measured: words.time(way.departure), limit: "from \(words.time(limits.earliestStart))",
          "Worker \(worker) would have to set out at \(words.time(way.departure)) for call \(first.visitID), but may "
            + "not start before \(words.time(limits.earliestStart))\(reason)."))
    }
    if way.end > limits.latestEnd {
      let endsWithStop = way.rests.last.map { $0.start < last.start } ?? true
      let over = words.length(way.end - limits.latestEnd)
      findings.append(
        finding(
          endsWithStop ? ground(last, in: run) : .choice, visit: last.visitID, worker: worker,
          measured: words.time(way.end), limit: "until \(words.time(limits.latestEnd))",
          "The run of worker \(worker) ends at \(words.time(way.end)) after call \(last.visitID), \(over) past "
            + "\(words.time(limits.latestEnd)), the latest end of duty \(duty.id)."))
    }
    return findings
  }

  /// A lock of worker and start forces it only where the worker has no other duty to do the call in.
  private func ground(_ stop: StopUnderCheck, in run: RunUnderCheck) -> Ground {
    let ground = Ground(of: [stop], by: [.start, .worker])
    guard ground.cause == .lock, let worker = run.worker else { return ground }
    let couldChoose = worker.dutyPeriods.contains { other in
      other.id != run.run.duty && other.hours.contains(stop.start) && other.hours.contains(stop.end)
    }
    return couldChoose ? .choice : ground
  }
}
