import CareModel
import Quantities
import RotaChecking

/// Measures on rotas how many minutes of travel and waiting go with each minute with people, by role and part of the day.
struct OverheadMeasurement {
  private var times: [Role: [PartOfDay: Time]] = [:]

  /// Seconds with people, and on the way and at doors.
  private struct Time {
    var contact = 0
    var between = 0

    /// Thousandths of contact time; nil where there is less of it than that.
    func overhead(ofAtLeast least: Int) -> PerMille? { contact >= least ? PerMille(between * 1000 / contact) : nil }
  }

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
        times[role, default: [:]][part, default: Time()].contact += (stop.end - stop.start).value
        guard let arrival = arrivals[stop.visit], arrival < stop.start else { continue }
        times[role, default: [:]][part, default: Time()].between +=
          min((stop.start - arrival).value, OverheadMeasurement.longestWait)
      }
      for leg in timeline.legs {
        guard let part = leg.visit.flatMap({ parts[$0] }) ?? last else { continue }
        times[role, default: [:]][part, default: Time()].between += (leg.arrival - leg.departure).value
      }
    }
  }

  /// Thousandths of contact time.
  var byRole: [Role: PerMille] {
    times.compactMapValues { parts in
      parts.values.reduce(into: Time()) { whole, part in
        whole.contact += part.contact
        whole.between += part.between
      }.overhead(ofAtLeast: OverheadMeasurement.leastContact.role)
    }
  }

  /// The same of each part of the day in which the role has time enough with people.
  var byPart: [Role: [PartOfDay: PerMille]] {
    times.mapValues { $0.compactMapValues { $0.overhead(ofAtLeast: OverheadMeasurement.leastContact.part) } }
      .filter { !$0.value.isEmpty }
  }
}
