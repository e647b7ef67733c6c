package import Quantities

/// When the clocks change, when the service's day begins, and which days are bank holidays.
///
/// It is data: the edge fills it from a time zone and writes it into the document, so that a rota is the same
/// wherever it is made. A service day runs from `dayOrigin` to the next day's; the day on which the clocks go
/// back has 90,000 seconds.
package struct ServiceCalendar: Hashable, Sendable {
  /// Clocks stand `offset` ahead of UTC from this instant on.
  package struct OffsetChange: Hashable, Sendable {
    package let from: Instant
    package let offset: Seconds
    package init(from: Instant, offset: Seconds) {
      self.from = from
      self.offset = offset
    }
  }

  /// What a wall-clock reading means on its day.
  package enum LocalReading: Hashable, Sendable {
    case once(Instant)
    /// The clocks skip this reading.
    case missing
    /// The clocks show it twice; the rule is to take the first, which is also summer time.
    case twice(first: Instant, second: Instant)

    /// The instant by the stated rule: the only one, the first of two, none where it is missing.
    package var instant: Instant? {
      switch self {
      case .once(let instant): instant
      case .missing: nil
      case .twice(let first, _): first
      }
    }
  }

  /// The zone's name, for people (`Europe/London`).
  package let zone: String
  /// The offset before the first change.
  package let initialOffset: Seconds
  /// In order of time.
  package let changes: [OffsetChange]
  package let bankHolidays: [CivilDate]
  /// The wall-clock time at which a service day begins; 05:00 unless set.
  package let dayOrigin: ClockTime

  package init(
    zone: String, initialOffset: Seconds, changes: [OffsetChange], bankHolidays: [CivilDate] = [],
    dayOrigin: ClockTime = ClockTime(wrapping: 5 * 3600)
  ) {
    self.zone = zone
    self.initialOffset = initialOffset
    self.changes = changes.sorted { $0.from < $1.from }
    self.bankHolidays = bankHolidays.sorted()
    self.dayOrigin = dayOrigin
  }

  /// Seconds ahead of UTC at an instant.
  package func offset(at instant: Instant) -> Seconds {
    changes.last { $0.from <= instant }?.offset ?? initialOffset
  }

  /// What the clocks show.
  package func local(_ instant: Instant) -> CivilDateTime { CivilDateTime(instant, offset: offset(at: instant)) }

  /// The instant that a wall-clock reading names.
  package func reading(_ local: CivilDateTime) -> LocalReading {
    var offsets = [initialOffset]
    for change in changes where !offsets.contains(change.offset) { offsets.append(change.offset) }
    let instants = offsets.map { local.instant(offset: $0) }.filter { self.local($0) == local }.sorted()
    guard let first = instants.first, let last = instants.last else { return .missing }
    return first == last ? .once(first) : .twice(first: first, second: last)
  }

  /// The first instant of a service day; where the clocks skip `dayOrigin`, the first reading after it.
  package func start(of date: CivilDate) -> Instant {
    let origin = CivilDateTime(date: date, time: dayOrigin)
    if let instant = reading(origin).instant { return instant }
    // The change that skips it is the first after which the clocks stand past it.
    return changes.first { local($0.from) > origin }?.from ?? origin.instant(offset: initialOffset)
  }

  /// The service day's first and last instant; the last is the next day's first.
  package func day(_ date: CivilDate) -> InstantInterval {
    let start = start(of: date)
    let end = self.start(of: date.adding(days: 1))
    return InstantInterval(start: start, end: max(start, end)) ?? InstantInterval(at: start)
  }

  /// The service day in which an instant falls.
  package func serviceDate(of instant: Instant) -> CivilDate {
    let local = local(instant)
    return instant < start(of: local.date) ? local.date.adding(days: -1) : local.date
  }

  /// The instant of a clock time within a service day: times before `dayOrigin` belong to the next calendar day.
  package func reading(_ time: ClockTime, onServiceDay date: CivilDate) -> LocalReading {
    reading(CivilDateTime(date: time < dayOrigin ? date.adding(days: 1) : date, time: time))
  }

  package func isBankHoliday(_ date: CivilDate) -> Bool { bankHolidays.contains(date) }

  /// An instant as ISO 8601 with the zone's offset.
  package func iso(_ instant: Instant) -> String { ZonedReading(instant, offset: offset(at: instant)).iso }
}
