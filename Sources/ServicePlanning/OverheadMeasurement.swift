import CareModel
import Quantities
import RotaChecking

/// Measures on rotas how many minutes of travel and waiting go with each minute with people, by role.
struct OverheadMeasurement {
  private var contact: [Role: Int] = [:]
  private var between: [Role: Int] = [:]

  /// Longer waits are time in which nobody had anything to do, not the price of a call.
  private static let longestWait = 15 * 60

  /// Takes a rota into account: all ways, and the wait at each door as far as it belongs to a call.
  mutating func take(_ checked: CheckedRota, of caseload: Caseload) {
    for (run, timeline) in zip(checked.rota.runs, checked.timelines) {
      guard let role = caseload.worker(run.worker)?.role else { continue }
      contact[role, default: 0] += timeline.contact.value
      between[role, default: 0] += timeline.travel.value
      let arrivals = Dictionary(
        timeline.legs.compactMap { leg in leg.visit.map { ($0, leg.arrival) } }, uniquingKeysWith: { first, _ in first }
      )
      for stop in run.stops {
        guard let arrival = arrivals[stop.visit], arrival < stop.start else { continue }
        between[role, default: 0] += min((stop.start - arrival).value, OverheadMeasurement.longestWait)
      }
    }
  }

  /// Thousandths of contact time, of roles with an hour with people or more.
  var byRole: [Role: PerMille] {
    contact.filter { $0.value >= 3600 }.reduce(into: [:]) { measured, entry in
      measured[entry.key] = PerMille(between[entry.key, default: 0] * 1000 / entry.value)
    }
  }
}
