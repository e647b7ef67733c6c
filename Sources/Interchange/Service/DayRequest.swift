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
  ///   - asOf: as ``LocalClock/commandLineMoment(_:)`` reads it.
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
    var moment: Instant?
    let clock = LocalClock(calendar: service.calendar, serviceDate: day ?? service.today)
    switch asOf.map(clock.commandLineMoment) {
    case .none: break
    case .success(let instant): moment = instant
    case .failure(let fault):
      problems.append(
        InputProblem(
          code: fault.code, location: "--as-of", found: asOf ?? "", expected: fault.expected,
          suggestion: fault.suggestion))
    }
    if let day, let moment, moment > service.calendar.day(day).end {
      problems.append(
        InputProblem(
          code: "asOf.afterDay", location: "--as-of", found: service.calendar.iso(moment),
          expected: "a moment not after the end of the service day, "
            + "\(service.calendar.iso(service.calendar.day(day).end)), is expected"))
    }
    guard problems.isEmpty, let day else { return (nil, problems) }
    return (DayRequest(date: day, asOf: moment), [])
  }
}
