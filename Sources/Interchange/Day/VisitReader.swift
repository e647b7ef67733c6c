import CareModel
import Quantities

/// Reads one of `visits`.
enum VisitReader {
  static let keys = [
    "id", "person", "kind", "episode", "referral", "mode", "place", "demands", "windows", "consequence", "timeCritical",
    "preferences", "refusedWorkers", "lastPermittedDay", "lock", "state", "published", "actual",
  ]
  static let demandKeys = ["roles", "skills", "lengthMinutes"]
  static let windowKeys = ["preferred", "agreed", "safe"]
  static let intervalKeys = ["start", "end"]
  static let lockKeys = ["workers", "start", "setBy", "reason"]
  static let placementKeys = ["workers", "start"]

  static func read(_ record: RecordReader, calendar: ServiceCalendar) -> VisitDraft? {
    let id = record.identifier("id", of: Visit.self)
    let person = record.reference("person", to: .person, of: Person.self)
    let kind = record.word("kind", of: Visit.Kind.self)
    let episode = record.optionalReference("episode", to: .episode, of: Episode.self)
    let referral = record.optionalReference("referral", to: .referral, of: Referral.self)
    let mode = record.word("mode", default: Visit.Mode.home)
    let place = record.optionalReference("place", to: .place, of: Place.self)
    let demands = demands(record)
    let windows = record.objects("windows", keys: windowKeys, count: CaseloadLimits.windows).compactMap {
      readWindow($0, calendar)
    }
    let consequence = record.optionalWord("consequence", of: Consequence.self)
    let isTimeCritical = record.truth("timeCritical", default: false)
    let preferences = PreferenceReader.list(record, "preferences")
    let refused: [WorkerID] = record.identifiers("refusedWorkers")
    let lastDay = record.optionalDate("lastPermittedDay")
    let lock = record.optionalObject("lock", keys: lockKeys).flatMap { readLock($0, calendar) }
    let state = record.word("state", default: Visit.State.planned)
    let published = placement(record, "published", calendar)
    let actual = placement(record, "actual", calendar)
    guard let id, let person, let kind, record.log.isEmpty else { return nil }
    let visit = Visit(
      id: id, person: person, kind: kind, episode: episode, referral: referral, mode: mode, place: place,
      demands: demands, windows: [], consequence: consequence, isTimeCritical: isTimeCritical,
      preferences: preferences, refusedWorkers: refused, lastPermittedDay: lastDay, lock: lock, state: state,
      published: published, actual: actual)
    return VisitDraft(visit, windows: windows)
  }

  /// What each worker of a call must be.
  static func demands(_ record: RecordReader) -> [Demand] {
    record.objects("demands", keys: demandKeys, count: CaseloadLimits.demands).compactMap(readDemand)
  }

  private static func readDemand(_ record: RecordReader) -> Demand? {
    let roles: [Role] = record.words("roles")
    let skills: [Skill] = record.identifiers("skills")
    let length = record.integer("lengthMinutes", in: CaseloadLimits.callMinutes, unit: "minutes")
    return length.map { Demand(roles: roles, skills: skills, length: Minutes($0)) }
  }

  static func readWindow(_ record: RecordReader, _ calendar: ServiceCalendar) -> WindowDraft? {
    let preferred = record.object("preferred", keys: intervalKeys)?.interval(in: calendar)
    let agreed = record.optionalObject("agreed", keys: intervalKeys)?.interval(in: calendar)
    let safe = record.optionalObject("safe", keys: intervalKeys)?.interval(in: calendar)
    return preferred.map { WindowDraft(preferred: $0, agreed: agreed, safe: safe) }
  }

  private static func readLock(_ record: RecordReader, _ calendar: ServiceCalendar) -> Lock? {
    let workers: [WorkerID]? = record.value("workers") == nil ? nil : record.identifiers("workers")
    let start = record.optionalInstant("start", in: calendar)
    let setBy = record.text("setBy")
    let reason = record.text("reason")
    guard let setBy, let reason else { return nil }
    return Lock(workers: workers, start: start, setBy: setBy, reason: reason)
  }

  static func placement(
    _ record: RecordReader, _ key: String, _ calendar: ServiceCalendar
  ) -> Visit.Placement? {
    guard let object = record.optionalObject(key, keys: placementKeys) else { return nil }
    let workers: [WorkerID] = object.identifiers("workers")
    return object.instant("start", in: calendar).map { Visit.Placement(workers: workers, start: $0) }
  }
}
