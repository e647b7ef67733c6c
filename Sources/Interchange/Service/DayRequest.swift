package import CareModel
package import Quantities

/// Which day of a service is wanted, as somebody has asked on the command line.
package struct DayRequest: Hashable, Sendable {
  package let date: CivilDate
  /// Nil takes what a cut takes.
  package let asOf: Instant?

  /// Reads the options; nil, with problems, where one of them is wrong.
  ///
  /// - Parameters:
  ///   - date: `2026-11-24` or `24/11/2026`; nil takes the service's today.
  ///   - asOf: as ``LocalClock/commandLineMoment(_:report:)`` reads it.
  package static func read(
    date: String?, asOf: String?, of service: Service
  ) -> (request: DayRequest?, problems: [InputProblem]) {
    var problems: [InputProblem] = []
    let day = date.map { LocalClock.date($0) } ?? service.today
    if day == nil {
      problems.append(
        InputProblem(
          code: "date.unreadable", location: "--date", found: date ?? "", expected: "a day like 2026-11-24 is expected")
      )
    }
    let clock = LocalClock(calendar: service.calendar, serviceDate: day ?? service.today)
    let moment = asOf.flatMap { clock.commandLineMoment($0) { problems.append($0) } }
    if day != nil, let late = moment.flatMap({ clock.lateness(of: $0, location: "--as-of") }) { problems.append(late) }
    guard problems.isEmpty, let day else { return (nil, problems) }
    return (DayRequest(date: day, asOf: moment), [])
  }
}
