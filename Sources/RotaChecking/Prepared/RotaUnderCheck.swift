import CareModel
import Quantities
import TravelTimes

/// A rota beside its day, with everything that rules and score look up, prepared once.
///
/// - Complexity: n log n in the number of stops and calls to make.
struct RotaUnderCheck {
  let rota: Rota
  let caseload: Caseload
  /// The service day planned for.
  let day: InstantInterval
  let words: PlainWords
  /// In the order of the rota.
  let runs: [RunUnderCheck]
  /// Every call of the document, in order of id.
  let calls: [CallUnderCheck]
  private let positions: [VisitID: Int]

  init(_ rota: Rota, of caseload: Caseload, travel: TravelModel) {
    let day = caseload.day
    let next = caseload.callsToGoToNext
    let runs = rota.runs.map { run in
      RunUnderCheck(
        run, in: caseload, day: day, travel: travel, next: next[DutyKey(worker: run.worker, duty: run.duty)])
    }
    var stops: [VisitID: [StopUnderCheck]] = [:]
    for run in runs {
      for stop in run.stops where stop.demand != nil { stops[stop.visitID, default: []].append(stop) }
    }
    var timesListed: [VisitID: Int] = [:]
    for visit in rota.uncovered { timesListed[visit, default: 0] += 1 }
    self.rota = rota
    self.caseload = caseload
    self.day = day
    self.runs = runs
    words = PlainWords(calendar: caseload.calendar, serviceDate: caseload.serviceDate)
    calls = caseload.visits.map { visit in
      CallUnderCheck(
        visit, level: caseload.level(of: visit), stops: stops[visit.id] ?? [],
        timesListedUncovered: timesListed[visit.id] ?? 0)
    }
    positions = Dictionary(
      caseload.visits.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A call by its id; nil where the document doesn't know it.
  func call(_ id: VisitID) -> CallUnderCheck? { positions[id].map { calls[$0] } }

  /// Calls with at least one stop, with the earliest start of those, in order of id.
  var placedCalls: [(call: CallUnderCheck, start: Instant)] {
    calls.compactMap { call in call.start.map { (call: call, start: $0) } }
  }

  /// Stops whose worker, call and demand the document knows, by call.
  var knownStops: [(stop: StopUnderCheck, visit: Visit, demand: Demand, worker: Worker)] {
    calls.flatMap(\.stops).compactMap { stop in
      guard let visit = stop.visit, let demand = stop.demand, let worker = stop.workerRecord else { return nil }
      return (stop, visit, demand, worker)
    }
  }
}
