import CareModel
import Explanations
import Quantities
import RotaChecking
import RotaPlanning
import TravelTimes

/// Looks for proof that a reason is wrong: puts the call into the rota by hand, everything else as it is, and asks the checker.
struct InsertionTrial {
  private let day: Caseload
  private let travel: TravelModel
  private let checked: CheckedRota

  /// Of the starts on the grain, one in so many is tried.
  private let everyStart: Int

  init(_ checked: CheckedRota, of day: Caseload, travel: TravelModel, everyStart: Int = 1) {
    (self.checked, self.day, self.travel, self.everyStart) = (checked, day, travel, everyStart)
  }

  /// What shows that an obstacle doesn't stand in a duty period's way; nil where nothing does.
  func refutation(
    of obstacle: Explanation.Obstacle, to visit: Visit, in duty: DutyID, _ matter: Explanation.Matter
  ) -> String? {
    guard let worker = day.workers.first(where: { $0.dutyPeriods.contains { $0.id == duty } }) else { return "no duty" }
    let starts = wantedStarts(of: visit, matter)
    let ownRule: RuleName? =
      switch obstacle {
      case .noSuchRoleOrSkill: .roleAndSkill
      case .refused: .refusal
      case .requiredPreference: .requiredPreference
      case .locked: .lock
      default: nil
      }
    for start in starts {
      for placing in placings(of: visit, in: duty, of: worker) {
        let rota = self.rota(with: visit, at: start, by: placing)
        let trial = RotaChecker.check(rota, of: day, travel: travel)
        if let ownRule {
          let isBroken = trial.findings.contains {
            $0.rule == ownRule && $0.severity == .broken && $0.visit == visit.id
          }
          return isBroken ? nil : "the checker sees no broken \(ownRule)"
        }
        guard trial.isPublishable else { continue }
        switch obstacle {
        case .othersFirst, .dearer:
          // The optimiser counts every change, the score only those beyond the budget of changes.
          if day.policy.changeBudget > 0 { continue }
          if trial.score.values.lexicographicallyPrecedes(checked.score.values) { return "better at \(start)" }
        default: return "fits at \(start)"
        }
      }
    }
    return nil
  }

  /// What an opening breaks besides the call's own safe window, or moves that it shouldn't.
  func faults(of opening: RotaFits.Opening, for visit: Visit) -> [String] {
    let result = RotaChecker.check(opening.rota, of: day, travel: travel)
    var faults = result.findings.filter {
      $0.severity == .broken && $0.cause == .choice && !($0.rule == .safeWindow && $0.visit == visit.id)
    }.map(\.sentence)
    let stops = opening.rota.runs.flatMap { run in run.stops.map { (run: run, stop: $0) } }
    let own = stops.filter { $0.stop.visit == visit.id }.sorted { $0.stop.demand < $1.stop.demand }
    if own.map(\.run.worker) != opening.workers || own.contains(where: { $0.stop.start != opening.start }) {
      faults.append("the call is not where it is said to be")
    }
    for run in checked.rota.runs {
      for stop in run.stops {
        guard let other = day.visit(stop.visit), !other.state.isFact else { continue }
        guard let now = stops.first(where: { $0.stop.visit == stop.visit && $0.stop.demand == stop.demand }) else {
          faults.append("\(stop.visit) is gone")
          continue
        }
        let told = other.windows.first { $0.safe.contains(stop.start) }?.agreed.end ?? stop.start
        if now.run.duty != run.duty || now.stop.start < stop.start || now.stop.start > max(stop.start, told) {
          faults.append("\(stop.visit) was moved from \(stop.start) to \(now.stop.start)")
        }
      }
    }
    return faults
  }

  // MARK: Placing by hand

  private func wantedStarts(of visit: Visit, _ matter: Explanation.Matter) -> [Instant] {
    let grain = day.policy.timeGrain.value
    let current = checked.rota.runs.flatMap(\.stops).first { $0.visit == visit.id }?.start
    return visit.windows.flatMap { window -> [Instant] in
      var (from, until) = (window.safe.start, window.safe.end)
      switch matter {
      case .uncovered: break
      case .pastDeadline: until = min(until, day.responseDeadline(of: visit) ?? until)
      case .outsideAgreed:
        guard let current, window.safe.contains(current) else { return [] }
        (from, until) = (window.agreed.start, window.agreed.end)
      }
      let first = (from - day.day.start).value
      let begin = (first >= 0 ? (first + grain - 1) / grain : -(-first / grain)) * grain
      let end = (until - day.day.start).value
      return begin <= end
        ? stride(from: begin, through: end, by: grain * everyStart).map { day.day.start + Seconds($0) } : []
    }
  }

  /// One duty period for each demand: the one asked about for one of them, any other for the second.
  private func placings(of visit: Visit, in duty: DutyID, of worker: Worker) -> [[(WorkerID, DutyID)]] {
    let own = (worker.id, duty)
    guard visit.demands.count > 1 else { return [[own]] }
    let others = day.workers.filter { $0.id != worker.id }.flatMap { other in
      other.dutyPeriods.map { (other.id, $0.id) }
    }
    return others.map { [own, $0] } + others.map { [$0, own] }
  }

  private func rota(with visit: Visit, at start: Instant, by placing: [(WorkerID, DutyID)]) -> Rota {
    var runs = checked.rota.runs.map { run in
      Run(
        worker: run.worker, duty: run.duty, stops: run.stops.filter { $0.visit != visit.id }, breaks: run.breaks)
    }
    for (demand, place) in placing.enumerated() {
      let stop = Stop(
        visit: visit.id, demand: demand, start: start, end: start + visit.demands[demand].length)
      if let index = runs.firstIndex(where: { $0.worker == place.0 && $0.duty == place.1 }) {
        let stops = (runs[index].stops + [stop]).sorted { $0.start < $1.start }
        runs[index] = Run(worker: place.0, duty: place.1, stops: stops, breaks: runs[index].breaks)
      } else {
        runs.append(Run(worker: place.0, duty: place.1, stops: [stop], breaks: []))
      }
    }
    return Rota(
      serviceDate: checked.rota.serviceDate, asOf: checked.rota.asOf, runs: runs.filter { !$0.stops.isEmpty },
      uncovered: checked.rota.uncovered.filter { $0 != visit.id }, provenance: nil)
  }
}
