package import CareModel
import Quantities
import ReproducibleNumbers

/// Makes a whole invented service as it stands on a date: referrals, people, episodes, packages, workers and their rosters.
///
/// Referrals come in day by day, each with a course of its own to its end, and what is known of them on the date is
/// kept: so the episodes in progress are a snapshot of a service that has been running for months. Each thing is drawn from a
/// stream of its own, keyed by purpose, day and number. One worker more changes no person's care; and the same seed seen
/// a week later is the same service a week later.
///
/// ```swift
/// let service = ServiceGenerator(ServicePreset.innerLondon.parameters(seed: 1)).service
/// ```
package struct ServiceGenerator: Sendable {
  package let parameters: ServiceParameters
  private let calendar: ServiceCalendar

  /// Days of referrals that are played through before the date: the longest hold, wait, stay and delay of somebody whose
  /// episode ended when the document begins to remember.
  private var daysBefore: Int {
    let longest = parameters[.provisionalLeadDays] + CoursePlanner.longestWait + parameters[.stayLongestDays]
    return longest + CoursePlanner.longestDelay + 7 * parameters[.historyWeeks] + 1
  }

  package init(_ parameters: ServiceParameters) {
    self.parameters = parameters
    calendar = LondonCalendar.calendar(around: parameters.date)
  }

  /// The service, the same for the same parameters.
  ///
  /// - Complexity: linear in people and workers, but for each person's team, which is chosen among a patch's workers.
  package var service: Service {
    let plane = ServicePlane(parameters)
    let members = Establishment(parameters: parameters, plane: plane).members
    let acquaintance = Acquaintance(parameters, members: members, patches: plane.patches.count)
    let snapshot = EpisodeSnapshot(parameters, calendar: calendar, plane: plane, acquaintance: acquaintance)
    let since = parameters.date.adding(days: -7 * parameters[.historyWeeks])
    let records = courses(from: parameters.date.adding(days: -daysBefore), through: parameters.date)
      .compactMap { snapshot.records(of: $0, since: since) }
    let hours = ServiceHours(calendar: calendar, date: parameters.date)
    return Service(
      title: parameters.title, isInvented: true, asOf: hours.instant(parameters.asOf.secondsOfDay / 60),
      calendar: calendar, policy: Policy(),
      places: records.map(\.place) + members.map(\.home) + plane.patches.map(\.base)
        + plane.patches.flatMap(\.clinics),
      people: records.map(\.person), referrals: records.map(\.referral), episodes: records.compactMap(\.episode),
      staff: members.map(\.staff), appointments: records.flatMap(\.appointments))
  }

  /// What becomes of the referrals of some days, in order; also of days to come.
  func courses(from first: CivilDate, through last: CivilDate) -> [Course] {
    let process = DemandProcess(parameters: parameters, calendar: calendar)
    let planner = CoursePlanner(parameters: parameters)
    return stride(from: first.daysSinceEpoch, through: last.daysSinceEpoch, by: 1).flatMap { day in
      process.arrivals(on: CivilDate(daysSinceEpoch: day)).map(planner.course)
    }
  }
}
