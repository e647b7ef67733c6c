package import CareModel
package import Quantities

/// From an episode's package versions, the person's suspensions and a date to the calls of that date.
///
/// It is pure, and the only way from a package to calls. A service day is a day like any other, bank holiday or not (R35).
/// - The version in force is the last whose `effectiveFrom` is on the date or before.
/// - A line falls on the date by its weekday, that of the service day: a call at half past midnight belongs to the day before.
/// - Clock times become instants by the calendar's rule: of a doubled time the first, for a missing one the moment of the
///   change.
/// - Nothing falls before the episode's first day or after the last it has been ended on, and nothing in `preStart`.
/// - After the last permitted day only what goes on as bridging falls (R23).
/// - A call whose whole safe window lies in a suspension does not fall.
package enum PackageExpansion {
  /// The calls of a date with their windows, in order of time.
  ///
  /// Windows that a line leaves out are filled in with the record's own calls; appointments shorten them only in a whole
  /// day (``DayCut``).
  package static func visits(
    of record: EpisodeRecord, person: Person, on date: CivilDate, calendar: ServiceCalendar, policy: Policy
  ) -> [Visit] {
    let drafts = drafts(of: record, person: person, on: date, calendar: calendar, policy: policy)
    let away = Suspensions(person)
    return VisitDraft.resolved(drafts, on: date, calendar: calendar, policy: policy)
      .filter { !$0.windows.isEmpty && !away.cover($0) }
      .sorted { (firstStart($0), $0.id) < (firstStart($1), $1.id) }
  }

  /// The calls of a date before their windows are filled in, suspended ones among them: for a whole day, in which the
  /// person may have other calls. In order of their lines.
  package static func drafts(
    of record: EpisodeRecord, person: Person, on date: CivilDate, calendar: ServiceCalendar, policy: Policy
  ) -> [VisitDraft] {
    lines(of: record, person: person, on: date, policy: policy).compactMap { line in
      line.call.draft(
        .call(of: record.id.text, line.id.text, on: date), person: record.episode.person, episode: record.id, on: date,
        calendar: calendar)
    }
  }

  /// What the calls of a date owe one another, by the package in force.
  ///
  /// Links of which a call does not fall on the date bind nothing and are left out.
  package static func links(
    of record: EpisodeRecord, person: Person, on date: CivilDate, policy: Policy
  ) -> [VisitLink] {
    let lines = Set(lines(of: record, person: person, on: date, policy: policy).map(\.id))
    return (record.package(on: date)?.links ?? []).filter { lines.contains($0.first) && lines.contains($0.second) }
      .map { link in
        VisitLink(
          first: .call(of: record.id.text, link.first.text, on: date),
          second: .call(of: record.id.text, link.second.text, on: date), relation: link.relation)
      }
  }

  /// The lines of which a call falls on a date, suspensions aside.
  static func lines(
    of record: EpisodeRecord, person: Person, on date: CivilDate, policy: Policy
  ) -> [PackageLine] {
    guard record.isRunning(on: date), let package = record.package(on: date) else { return [] }
    return package.lines(on: date).filter { line in
      let consequence = line.call.consequence
      return !record.episode.isPastLimit(
        line.call.kind, consequence: person.hadUncoveredEssentialCallYesterday ? consequence.raised : consequence,
        on: date, policy: policy)
    }
  }

  private static func firstStart(_ visit: Visit) -> Instant {
    visit.windows.first?.preferred.start ?? Instant(epochSeconds: .max)
  }
}

extension Service {
  /// The episode that an appointment belongs to is over before its day, or may have no reablement on it any more (R23): nobody
  /// is to be called on (hazard H9).
  package func isBehindEnd(_ appointment: Appointment) -> Bool {
    guard let record = appointment.episode.flatMap(episode) else { return false }
    let isPast = record.episode.isPastLimit(
      appointment.call.kind, consequence: appointment.call.consequence, on: appointment.date, policy: policy)
    return isPast || record.endedOn.map { appointment.date > $0 } ?? (record.state == .ended)
  }
}

extension EpisodeRecord {
  /// From the day of the first visit to the day that the episode ended on, both included.
  package func isRunning(on date: CivilDate) -> Bool {
    guard state != .preStart, episode.startDate <= date else { return false }
    return endedOn.map { date <= $0 } ?? true
  }
}
