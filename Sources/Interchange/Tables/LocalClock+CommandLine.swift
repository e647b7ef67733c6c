import CareModel
import Quantities

extension LocalClock {
  /// Reads a moment given as `--as-of`: a clock time of the service day, a day and a time as `24/11/2026 07:30`, or ISO 8601
  /// with its zone.
  ///
  /// - Parameter report: told what is wrong; nil is returned then.
  func commandLineMoment(_ text: String, report: (InputProblem) -> Void) -> Instant? {
    if !text.contains("T"), case .at(let instant) = moment(text, isEnd: false) { return instant }
    switch ZonedTime.read(text, in: calendar) {
    case .success(let instant): return instant
    case .failure(let fault):
      report(
        InputProblem(
          code: fault.code, location: "--as-of", found: text, expected: fault.expected, suggestion: fault.suggestion))
      return nil
    }
  }

  /// The same where it must be a moment of the service day itself.
  func commandLineMomentOfDay(_ text: String, report: (InputProblem) -> Void) -> Instant? {
    guard let moment = commandLineMoment(text, report: report) else { return nil }
    let day = calendar.day(serviceDate)
    if day.start <= moment, moment < day.end { return moment }
    report(
      InputProblem(
        code: moment < day.start ? "asOf.beforeDay" : "asOf.afterDay", location: "--as-of",
        found: calendar.iso(moment),
        expected:
          "a moment of \(serviceDate), from \(calendar.iso(day.start)) until before \(calendar.iso(day.end)), is expected"
      ))
    return nil
  }

  /// What is wrong with planning at a moment after the end of the service day; nil where it is not after it.
  func lateness(of asOf: Instant, location: String) -> InputProblem? {
    let end = calendar.day(serviceDate).end
    guard asOf > end else { return nil }
    return InputProblem(
      code: "asOf.afterDay", location: location, found: calendar.iso(asOf),
      expected: "a moment not after the end of the service day, \(calendar.iso(end)), is expected")
  }
}
