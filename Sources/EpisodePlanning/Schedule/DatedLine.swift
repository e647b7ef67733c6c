import CareModel
import Quantities

/// A line of a package on one of its days, with the parts of the day in which it can be done.
struct DatedLine {
  let line: PackageLine
  let preferred: InstantInterval
  let part: PartOfDay
  /// Before the person's next call; a time-critical one no later than agreed.
  let latestPart: PartOfDay

  /// The lines of a package that fall on a service day, in order of time.
  static func of(
    _ lines: [PackageLine], on date: CivilDate, calendar: ServiceCalendar, policy: Policy
  ) -> [DatedLine] {
    let falling = lines.filter { $0.falls(on: date.weekday) }
      .compactMap { line in calendar.interval(of: line.call.preferred, onServiceDay: date).map { (line, $0) } }
      .sorted { ($0.1.start, $0.0.id) < ($1.1.start, $1.0.id) }
    return falling.enumerated().map { index, item in
      let (line, preferred) = item
      let next = falling.dropFirst(index + 1).first?.1.start
      return DatedLine(
        line: line, preferred: preferred, part: .of(preferred.start, on: date, calendar: calendar),
        latestPart: .of(
          latestStart(of: line.call, preferred, next: next, on: date, calendar: calendar, policy: policy), on: date,
          calendar: calendar))
    }
  }

  /// The last moment at which a call could begin, as the rules of a day fill it in (`design.md` section 3).
  static func latestStart(
    of call: CallNeed, _ preferred: InstantInterval, next: Instant?, on date: CivilDate, calendar: ServiceCalendar,
    policy: Policy
  ) -> Instant {
    let agreed =
      call.agreed.flatMap { calendar.interval(of: $0, onServiceDay: date)?.end }
      ?? preferred.end + (call.isTimeCritical ? policy.agreedToleranceTimeCritical : policy.agreedTolerance)
    if call.isTimeCritical { return agreed }
    if let safe = call.safe.flatMap({ calendar.interval(of: $0, onServiceDay: date)?.end }) { return safe }
    let missed = calendar.instant(of: policy.missedAfterClock, onServiceDay: date)
    return max(preferred.start, min(next.map { $0 - call.length } ?? missed, missed))
  }
}
