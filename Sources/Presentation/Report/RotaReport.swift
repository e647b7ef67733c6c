package import CareModel
package import Explanations
import Quantities
package import RotaChecking

/// A checked rota joined with its day, its explanations and the names: what every output to people is written from.
package struct RotaReport: Sendable {
  package let caseload: Caseload
  package let checked: CheckedRota
  package let names: PersonNames
  package let clock: DayClock
  /// The levels of the day's calls, in the order of the day's calls.
  package let levels: [VisitID: VisitLevel]
  /// Where each call's demands stand in the rota; empty for a call that nobody does.
  package let placements: [VisitID: [Placed]]
  /// What is not done or not done in time, weightiest first.
  package let shortfalls: [Shortfall]
  /// The rota's runs in the order people look for them.
  package let runs: [PrintedRun]
  /// What of it may be looked at alone.
  let filters: RotaFilters

  /// Complexity: linear in calls and stops, but for sorting.
  package init(
    caseload: Caseload, checked: CheckedRota, explanations: [Explanation] = [], names: PersonNames = .identifiers
  ) {
    self.caseload = caseload
    self.checked = checked
    self.names = names
    clock = DayClock(calendar: caseload.calendar, serviceDate: checked.rota.serviceDate)
    filters = RotaFilters(caseload)
    levels = Dictionary(caseload.visits.map { ($0.id, caseload.level(of: $0)) }) { first, _ in first }
    var placements: [VisitID: [Placed]] = [:]
    for (index, run) in checked.rota.runs.enumerated() {
      for stop in run.stops {
        placements[stop.visit, default: []].append(Placed(worker: run.worker, run: index, stop: stop))
      }
    }
    self.placements = placements.mapValues { $0.sorted { ($0.stop.demand, $0.run) < ($1.stop.demand, $1.run) } }
    runs = PrintedRun.all(of: checked, on: caseload, names: names)
    shortfalls = Shortfall.all(
      caseload: caseload, levels: levels, placements: self.placements, explanations: explanations)
  }

  /// One demand of a call in the rota.
  package struct Placed: Hashable, Sendable {
    package let worker: WorkerID
    /// Place of the run in the rota.
    package let run: Int
    package let stop: Stop
  }

  /// The ladder's level of a call; nil for one that is not wanted, or not of this day.
  package func level(of visit: VisitID) -> Level? { levels[visit]?.level }

  /// Each of its demands is a stop.
  package func isCovered(_ visit: Visit) -> Bool {
    RotaReport.isCovered(visit, by: placements[visit.id] ?? [])
  }

  static func isCovered(_ visit: Visit, by placed: [Placed]) -> Bool {
    visit.demands.indices.allSatisfy { demand in placed.contains { $0.stop.demand == demand } }
  }

  /// Calls that must not be done today, with the reason, in order of id.
  package var notWanted: [(visit: Visit, reason: VisitLevel.Reason)] {
    caseload.visits.compactMap { visit in
      guard case .notWanted(let reason)? = levels[visit.id] else { return nil }
      return (visit, reason)
    }
  }

  /// The other workers of a call, in the order of its demands.
  package func partners(of visit: VisitID, besides worker: WorkerID) -> [WorkerID] {
    var found: [WorkerID] = []
    for placed in placements[visit] ?? [] where placed.worker != worker && !found.contains(placed.worker) {
      found.append(placed.worker)
    }
    return found
  }

  /// The shortfall of a call, if it has one.
  package func shortfall(of visit: VisitID) -> Shortfall? { shortfalls.first { $0.visit.id == visit } }
}
