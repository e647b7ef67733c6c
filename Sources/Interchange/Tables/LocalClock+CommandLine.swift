import Quantities

extension LocalClock {
  /// Reads a moment given on the command line: a clock time of the service day, a day and a time as `24/11/2026 07:30`,
  /// or ISO 8601 with its zone.
  func commandLineMoment(_ text: String) -> Result<Instant, ZonedTime.Fault> {
    if !text.contains("T"), case .at(let instant) = moment(text, isEnd: false) { return .success(instant) }
    return ZonedTime.read(text, in: calendar)
  }
}
