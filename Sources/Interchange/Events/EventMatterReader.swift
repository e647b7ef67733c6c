import CareModel
import Quantities

/// Reads what an event is about, kind by kind.
struct EventMatterReader {
  let record: RecordReader
  let day: Caseload

  private var calendar: ServiceCalendar { day.calendar }

  /// - Parameter at: when the event became known; nil where that can't be read.
  func matter(_ kind: DayEvent.Kind, at: Instant?) -> DayEvent.Matter? {
    switch kind {
    case .workerOff:
      let worker: WorkerID? = record.identifier("worker")
      let from = record.optionalInstant("from", in: calendar) ?? at
      return worker.flatMap { worker in from.map { .workerOff(worker, from: $0) } }
    case .runningLate:
      let worker: WorkerID? = record.identifier("worker")
      return minutes.flatMap { minutes in worker.map { .runningLate($0, by: minutes) } }
    case .cancelled: return visit.map { .cancelled($0) }
    case .refused: return visit.map { .refused($0) }
    case .noReply: return visit.map { .noReply($0) }
    case .unlocked: return visit.map { .unlocked($0) }
    case .cutShort:
      let visit = visit
      return minutes.flatMap { minutes in visit.map { .cutShort($0, to: minutes) } }
    case .takesLonger:
      let visit = visit
      return minutes.flatMap { minutes in visit.map { .takesLonger($0, to: minutes) } }
    case .newWindows:
      let windows = record.objects("windows", keys: VisitReader.windowKeys, count: CaseloadLimits.windows)
        .compactMap { VisitReader.readWindow($0, calendar) }
      return visit.map { .newWindows($0, windows) }
    case .toHospital:
      let person: PersonID? = record.identifier("person")
      let from = record.optionalInstant("from", in: calendar) ?? at
      let until = record.optionalInstant("until", in: calendar)
      return person.flatMap { person in from.map { .toHospital(person, from: $0, until: until) } }
    case .newCall: return .newCall(records(needing: ["visits"]))
    case .newReferral: return .newReferral(records(needing: ["referrals", "visits"]))
    case .providerOutage:
      let provider = record.text("provider")
      let records = records(needing: ["visits"])
      return provider.map { .providerOutage(provider: $0, records) }
    case .workerAdded: return .workerAdded(records(needing: ["workers"]))
    case .locked:
      let visit = visit
      return order.flatMap { order in visit.map { .locked($0, order) } }
    }
  }

  private var visit: VisitID? { record.identifier("visit") }

  private var minutes: Minutes? {
    record.integer("minutes", in: CaseloadLimits.callMinutes, unit: "minutes").map { Minutes($0) }
  }

  private var order: CallOrder? {
    guard let lock = record.object("lock", keys: EventReader.lockKeys) else { return nil }
    let workers: [WorkerID]? = lock.value("workers") == nil ? nil : lock.identifiers("workers")
    let stretch =
      lock.value("latestStart") == nil
      ? lock.optionalInstant("start", in: calendar).map { InstantInterval(at: $0) }
      : lock.interval(from: "start", to: "latestStart", in: calendar)
    let setBy = lock.text("setBy")
    let reason = lock.text("reason")
    guard let setBy, let reason else { return nil }
    return CallOrder(workers: workers, start: stretch, setBy: setBy, reason: reason)
  }

  /// - Parameter needed: lists that may not be empty.
  private func records(needing needed: [String]) -> DayRecords {
    for key in needed where record.value(key) == nil { _ = record.required(key, "a list of records is expected") }
    var records = DayRecords()
    records.places = list("places", PlaceReader.keys) { PlaceReader.read($0) }
    records.people = list("people", PersonReader.keys) { PersonReader.read($0, calendar: calendar) }
    records.episodes = list("episodes", EpisodeReader.keys) { EpisodeReader.read($0) }
    records.referrals = list("referrals", ReferralReader.keys) { ReferralReader.read($0, calendar: calendar) }
    records.workers = list("workers", WorkerReader.keys) {
      WorkerReader.read($0, calendar: calendar, policy: day.policy)
    }
    records.visits = list("visits", VisitReader.keys) { VisitReader.read($0, calendar: calendar) }
    records.links = list("links", LinkReader.keys) { LinkReader.read($0) }
    return records
  }

  private func list<Value>(_ key: String, _ keys: [String], _ read: (RecordReader) -> Value?) -> [Value] {
    record.objects(key, keys: keys).compactMap(read)
  }
}
