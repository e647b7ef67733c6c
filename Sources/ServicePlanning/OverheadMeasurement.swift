import CareModel
import Quantities
import RotaChecking

/// Measures on rotas how many minutes of travel and waiting go with each minute with people, by role and part of the day.
struct OverheadMeasurement {
  private var contact: [Role: [PartOfDay: Int]] = [:]
  private var between: [Role: [PartOfDay: Int]] = [:]

  /// Longer waits are time in which nobody had anything to do, not the price of a call.
  private static let longestWait = 15 * 60
  /// Less time with people than this says nothing of a role, or of a part of its day.
  private static let leastContact = (role: 3600, part: 3 * 3600)

  /// Takes a rota into account: all ways, and the wait at each door as far as it belongs to a call.
  ///
  /// The way to a call counts to the part in which the call begins, the way home to that of the last one.
  mutating func take(_ checked: CheckedRota, of caseload: Caseload) {
    for (run, timeline) in zip(checked.rota.runs, checked.timelines) {
      guard let role = caseload.worker(run.worker)?.role else { continue }
      let arrivals = Dictionary(
        timeline.legs.compactMap { leg in leg.visit.map { ($0, leg.arrival) } }, uniquingKeysWith: { first, _ in first }
      )
      var parts: [VisitID: PartOfDay] = [:]
      var last: PartOfDay?
      for stop in run.stops {
        let part = PartOfDay.of(stop.start, on: caseload.serviceDate, calendar: caseload.calendar)
        parts[stop.visit] = part
        last = part
        contact[role, default: [:]][part, default: 0] += (stop.end - stop.start).value
        guard let arrival = arrivals[stop.visit], arrival < stop.start else { continue }
        between[role, default: [:]][part, default: 0] +=
          min((stop.start - arrival).value, OverheadMeasurement.longestWait)
      }
      for leg in timeline.legs {
        guard let part = leg.visit.flatMap({ parts[$0] }) ?? last else { continue }
        between[role, default: [:]][part, default: 0] += (leg.arrival - leg.departure).value
      }
    }
  }

  /// Thousandths of contact time.
  var byRole: [Role: PerMille] {
    contact.reduce(into: [:]) { measured, entry in
      let whole = entry.value.values.reduce(0, +)
      guard whole >= OverheadMeasurement.leastContact.role else { return }
      measured[entry.key] = PerMille((between[entry.key] ?? [:]).values.reduce(0, +) * 1000 / whole)
    }
  }

  /// The same of each part of the day in which the role has time enough with people.
  var byPart: [Role: [PartOfDay: PerMille]] {
    contact.mapValues { $0.filter { $0.value >= OverheadMeasurement.leastContact.part } }.filter { !$0.value.isEmpty }
      .reduce(into: [:]) { measured, entry in
        for (part, minutes) in entry.value {
          measured[entry.key, default: [:]][part] = PerMille(
            (between[entry.key]?[part] ?? 0) * 1000 / minutes)
        }
      }
  }
}
