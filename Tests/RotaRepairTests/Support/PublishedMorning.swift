import CareModel
import Quantities
import RotaChecking
import RotaOptimiser
import RotaPlanning
import RotaRepair
import TravelTimes

/// A morning with two runs, published: w1 calls on p1 to p4 at 8, 9, 10 and 11, w2 on p5 to p7 at 8, 9 and 10, half an hour each.
///
/// Every call may start an hour either side, from an hour before to two hours after. Between two homes it is 20 minutes.
struct PublishedMorning {
  var day = HandMadeDay()
  var rota: Rota

  init() {
    day.workers = [HandMadeDay.worker("w1"), HandMadeDay.worker("w2")]
    let starts = [("v1", 8), ("v2", 9), ("v3", 10), ("v4", 11), ("v5", 8), ("v6", 9), ("v7", 10)]
    day.visits = starts.map { id, hour in
      let window = window(
        clock(hour), clock(hour), clock(hour - 1), clock(hour + 1), clock(hour - 1), clock(hour + 2))
      return HandMadeDay.visit(id, person: "p" + id.dropFirst(), windows: [window])
    }
    rota = Rota(
      serviceDate: HandMadeDay.serviceDate, asOf: at("05:00"),
      runs: [
        Run(worker: WorkerID("w1"), duty: DutyID("d1"), stops: starts[0..<4].map { stop($0.0, clock($0.1)) }),
        Run(worker: WorkerID("w2"), duty: DutyID("d2"), stops: starts[4..<7].map { stop($0.0, clock($0.1)) }),
      ], uncovered: [])
  }

  var travel: TravelModel {
    let caseload = day.caseload
    return TravelModel(places: caseload.places, matrices: caseload.matrices, policy: caseload.policy.travel)
  }

  func after(_ events: [DayEvent], asOf: String? = nil) throws(EventRefusal) -> DayAfterEvents {
    try DayAfterEvents(day.caseload, rota: rota, events: events, asOf: asOf.map { at($0) }, travel: travel)
  }

  /// What is wrong with events: place in the list, field and code.
  func problems(_ events: [DayEvent], asOf: String? = nil) -> [String] {
    do {
      _ = try after(events, asOf: asOf)
      return []
    } catch {
      return error.problems.map { "\($0.event) \($0.field) \($0.code)" }
    }
  }

  func repair(_ events: [DayEvent], asOf: String? = nil, mostChanges: Int? = nil) throws -> Repair {
    let after = try after(events, asOf: asOf)
    let caseload = after.caseload
    let travel = TravelModel(
      places: caseload.places, matrices: caseload.matrices, policy: caseload.policy.travel)
    return try RotaRepairer(
      after, of: RotaStart(rota), travel: travel, settings: OptimiserSettings(budget: 20_000)
    ).repair(mostChanges: mostChanges)
  }
}

/// `09:00`.
func clock(_ hour: Int) -> String { "\(hour < 10 ? "0" : "")\(hour):00" }

func stop(_ visit: String, _ clock: String, demand: Int = 0, minutes: Int = 30) -> Stop {
  Stop(visit: VisitID(visit), demand: demand, start: at(clock), end: at(clock) + Minutes(minutes))
}

func event(_ clock: String, _ matter: DayEvent.Matter, id: String = "e1") -> DayEvent {
  DayEvent(id: EventID(id), at: at(clock), reportedBy: "duty desk", matter: matter)
}

/// A call of half an hour on somebody, from one clock time to another.
func newVisit(_ id: String, person: String = "p8", from: String = "10:00", until: String = "12:00") -> VisitDraft {
  VisitDraft(
    HandMadeDay.visit(id, person: person, windows: []),
    windows: [WindowDraft(preferred: span(from, until), agreed: span(from, until), safe: span(from, until))])
}

extension DayAfterEvents {
  func visit(_ id: String) -> Visit? { caseload.visit(VisitID(id)) }
  func state(_ id: String) -> Visit.State? { visit(id)?.state }
  func struck(_ id: String) -> [String] { (struckBy[VisitID(id)] ?? []).map(\.text) }
}

extension RepairReport {
  /// Each change as call, kind, old and new worker and clock.
  var said: [String] {
    changes.map { change in
      let kind = change.kind.rawValue
      return "\(change.visit) \(kind): \(Self.words(change.before)) -> \(Self.words(change.after))"
    }
  }

  private static func words(_ placement: Visit.Placement?) -> String {
    guard let placement else { return "-" }
    let time = CivilDateTime(placement.start, offset: .zero).time
    return placement.workers.map(\.text).joined(separator: "+") + " \(time)"
  }
}
