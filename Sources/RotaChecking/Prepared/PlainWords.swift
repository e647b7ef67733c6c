import CareModel
import Quantities

/// Times and lengths as a coordinator says them.
struct PlainWords {
  let calendar: ServiceCalendar
  let serviceDate: CivilDate

  /// `08:45` within the service day, `2026-11-25 08:45` outside it; where the clocks show a time twice, which is meant.
  func time(_ instant: Instant) -> String {
    let local = calendar.local(instant)
    let text = calendar.serviceDate(of: instant) == serviceDate ? "\(local.time)" : "\(local)"
    guard case .twice(_, let second) = calendar.reading(local), second == instant else { return text }
    return text + " (the second)"
  }

  /// `08:00-09:30`.
  func times(_ interval: InstantInterval) -> String { times(interval.start, interval.end) }

  /// `08:00-09:30`.
  func times(_ start: Instant, _ end: Instant) -> String { "\(time(start))-\(time(end))" }

  /// `45 s`, `12 min`, `3 h 20 min`; a negative length with its sign.
  func length(_ length: Seconds) -> String {
    if length < .zero { return "-" + self.length(Seconds(-length.value)) }
    let parts = [(length.value / 3600, "h"), (length.value / 60 % 60, "min"), (length.value % 60, "s")]
    let told = parts.filter { $0.0 != 0 }.map { "\($0.0) \($0.1)" }
    return told.isEmpty ? "0 min" : told.joined(separator: " ")
  }

  /// `12 min`.
  func length(_ length: Minutes) -> String { self.length(length.seconds) }
}
