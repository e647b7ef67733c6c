package import CareModel
package import Quantities

extension CallNeed {
  /// The windows of a service day, as written; what is left out is filled in with the person's other calls.
  ///
  /// Nil where the preferred times run backwards from the day's origin.
  package func windows(on date: CivilDate, calendar: ServiceCalendar) -> WindowDraft? {
    guard let preferred = calendar.interval(of: preferred, onServiceDay: date) else { return nil }
    return WindowDraft(
      preferred: preferred, agreed: agreed.flatMap { calendar.interval(of: $0, onServiceDay: date) },
      safe: safe.flatMap { calendar.interval(of: $0, onServiceDay: date) })
  }

  /// The call on a service day; nil where it has no windows there.
  package func draft(
    _ id: VisitID, person: PersonID, episode: EpisodeID? = nil, referral: ReferralID? = nil, on date: CivilDate,
    calendar: ServiceCalendar, lastPermittedDay: CivilDate? = nil, published: Visit.Placement? = nil
  ) -> VisitDraft? {
    guard let windows = windows(on: date, calendar: calendar) else { return nil }
    let visit = Visit(
      id: id, person: person, kind: kind, episode: episode, referral: referral, mode: mode, place: place,
      demands: demands, windows: [], consequence: consequence, isTimeCritical: isTimeCritical,
      preferences: preferences, lastPermittedDay: lastPermittedDay, state: published == nil ? .planned : .published,
      published: published)
    return VisitDraft(visit, windows: [windows])
  }
}

extension CivilDate {
  /// `20261124`, for the ids of calls.
  var compact: String { String(description.filter { $0 != "-" }) }
}

extension VisitID {
  /// `<episode>-<line>-<yyyymmdd>`: the same call keeps its id however often its day is cut.
  static func call(of owner: String, _ line: String, on date: CivilDate) -> VisitID {
    VisitID("\(owner)-\(line)-\(date.compact)")
  }
}
