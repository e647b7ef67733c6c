import CareModel
import Quantities

/// Reads events against the day alone: whether what they name is there and what they say can be, and how they get in the rota's way.
struct EventReferences {
  private let day: Caseload
  private let asOf: Instant
  private(set) var interference = Interference()
  private(set) var problems: [EventProblem] = []
  /// Kinds and ids of records that events bring.
  private var brought: Set<[String]> = []

  init(_ events: [DayEvent], on day: Caseload, asOf: Instant) {
    self.day = day
    self.asOf = asOf
    var ids: Set<EventID> = []
    for (index, event) in events.enumerated() {
      if !ids.insert(event.id).inserted {
        add(index, "id", "id.repeated", event.id.text, "an id of its own is expected; another event has it too")
      }
      moment(index, "at", event.at)
      read(index, event)
    }
    for worker in interference.late.keys.sorted() { interference.late[worker]?.sort { $0.at < $1.at } }
  }

  private mutating func add(
    _ event: Int, _ field: FieldPath, _ code: String, _ found: String, _ expected: String, suggestion: String? = nil
  ) {
    problems.append(EventProblem(event, field, code: code, found: found, expected: expected, suggestion: suggestion))
  }

  private mutating func moment(_ index: Int, _ field: FieldPath, _ instant: Instant) {
    guard day.day.contains(instant) else {
      add(
        index, field, "event.outsideDay", said(instant),
        "a moment of the service day, \(said(day.day.start)) to \(said(day.day.end)), is expected")
      return
    }
    if field == "at", instant > asOf {
      add(index, field, "event.afterAsOf", said(instant), "a moment not after asOf, \(said(asOf)), is expected")
    }
  }

  private func said(_ instant: Instant) -> String { day.calendar.iso(instant) }

  // MARK: Event by event

  private mutating func read(_ index: Int, _ event: DayEvent) {
    switch event.matter {
    case .workerOff(let id, let from): workerOff(index, id, from)
    case .runningLate(let id, let by): runningLate(index, event, id, by)
    case .cancelled(let id), .refused(let id): stop(index, event, id, isAtDoor: false)
    case .noReply(let id): stop(index, event, id, isAtDoor: true)
    case .cutShort(let id, let minutes):
      guard let visit = visit(index, id) else { return }
      let range = "a length shorter than the call's \(visit.length.value) minutes, at least 1, is expected"
      length(index, id, minutes, isRight: minutes < visit.length && minutes.value >= 1, expected: range)
    case .takesLonger(let id, let minutes):
      guard let visit = visit(index, id) else { return }
      let most = CaseloadLimits.callMinutes.upperBound
      let range = "a length longer than the call's \(visit.length.value) minutes, at most \(most), is expected"
      length(index, id, minutes, isRight: visit.length < minutes && minutes.value <= most, expected: range)
    case .newWindows(let id, _): _ = visit(index, id)
    case .toHospital(let id, let from, let until): toHospital(index, id, from, until)
    case .locked(let id, let order): locked(index, id, order)
    case .unlocked(let id):
      guard let visit = visit(index, id), visit.lock == nil else { return }
      add(index, "visit", "event.noLock", id.text, "a call about which there is an order is expected")
    case .newCall(let records), .newReferral(let records), .providerOutage(_, let records), .workerAdded(let records):
      known(index, records)
    }
  }

  private mutating func visit(_ index: Int, _ id: VisitID) -> Visit? {
    if let visit = day.visit(id) { return visit }
    unknown(index, "visit", id.text, "call", day.visits.map(\.id.text))
    return nil
  }

  private mutating func worker(_ index: Int, _ field: FieldPath, _ id: WorkerID) -> Worker? {
    if let worker = day.worker(id) { return worker }
    unknown(index, field, id.text, "worker", day.workers.map(\.id.text))
    return nil
  }

  private mutating func unknown(_ index: Int, _ field: FieldPath, _ id: String, _ kind: String, _ known: [String]) {
    add(
      index, field, "reference.unknown", id, "the id of a \(kind) of this day is expected",
      suggestion: NearestWord.to(id, among: known))
  }

  private mutating func workerOff(_ index: Int, _ id: WorkerID, _ from: Instant) {
    moment(index, "from", from)
    guard let worker = worker(index, "worker", id) else { return }
    guard worker.dutyPeriods.contains(where: { from < $0.hours.end }) else {
      add(index, "worker", "event.notOnDuty", id.text, "a worker who is still on duty at \(said(from)) is expected")
      return
    }
    if let known = interference.off[id], known.from <= from { return }
    interference.off[id] = Interference.Absence(from: from, event: index)
  }

  private mutating func runningLate(_ index: Int, _ event: DayEvent, _ id: WorkerID, _ by: Minutes) {
    guard let worker = worker(index, "worker", id) else { return }
    guard worker.dutyPeriods.contains(where: { event.at < $0.hours.end }) else {
      add(index, "worker", "event.notOnDuty", id.text, "a worker who is still on duty at \(said(event.at)) is expected")
      return
    }
    guard CaseloadLimits.callMinutes.contains(by.value) else {
      add(index, "minutes", "number.range", "\(by.value)", "a whole number of minutes from 1 to 720 is expected")
      return
    }
    interference.late[id, default: []].append(Interference.Delay(at: event.at, by: by, event: index))
  }

  private mutating func stop(_ index: Int, _ event: DayEvent, _ id: VisitID, isAtDoor: Bool) {
    guard visit(index, id) != nil else { return }
    guard interference.stopped[id] == nil else {
      add(index, "visit", "event.callGone", id.text, "a call that no event before has stopped is expected")
      return
    }
    interference.stopped[id] = Interference.Stop(at: event.at, isAtDoor: isAtDoor, event: index)
  }

  private mutating func length(_ index: Int, _ id: VisitID, _ minutes: Minutes, isRight: Bool, expected: String) {
    guard isRight else {
      add(index, "minutes", "event.length", "\(minutes.value)", expected)
      return
    }
    interference.lengths[id] = Interference.Length(minutes: minutes, event: index)
  }

  private mutating func toHospital(_ index: Int, _ id: PersonID, _ from: Instant, _ until: Instant?) {
    moment(index, "from", from)
    if day.person(id) == nil { unknown(index, "person", id.text, "person", day.people.map(\.id.text)) }
    guard let stay = InstantInterval(start: from, end: until ?? max(from, day.day.end)) else {
      add(
        index, "until", "interval.backwards", until.map(said) ?? "", "an end not before \(said(from)) is expected")
      return
    }
    interference.away[id, default: []].append(Interference.Stay(interval: stay, event: index))
  }

  private mutating func locked(_ index: Int, _ id: VisitID, _ order: CallOrder) {
    _ = visit(index, id)
    for (place, worker) in (order.workers ?? []).enumerated() {
      _ = self.worker(index, FieldPath("lock").key("workers").item(place), worker)
    }
    if order.workers == nil, order.start == nil {
      add(index, "lock", "lock.empty", "neither workers nor start", "workers, a start or both are expected")
    }
    if let end = order.start?.end, end < asOf {
      add(
        index, FieldPath("lock").key("start"), "event.windowOver", said(end),
        "an end not before asOf, \(said(asOf)), is expected")
    }
  }

  /// Ids of records that come with an event must be new; a worker who is known and not on duty may come in.
  private mutating func known(_ index: Int, _ records: DayRecords) {
    func old(_ kind: String, _ ids: [String], isKnown: (String) -> Bool) {
      for (place, id) in ids.enumerated() {
        let isNew = brought.insert([kind, id]).inserted
        guard isKnown(id) || !isNew else { continue }
        add(
          index, FieldPath([.key(kind), .item(place), .key("id")]), "id.repeated", id,
          "an id of its own is expected; the day or another event has it already")
      }
    }
    old("places", records.places.map(\.id.text)) { day.place(PlaceID($0)) != nil }
    old("people", records.people.map(\.id.text)) { day.person(PersonID($0)) != nil }
    old("episodes", records.episodes.map(\.id.text)) { day.episode(EpisodeID($0)) != nil }
    old("referrals", records.referrals.map(\.id.text)) { day.referral(ReferralID($0)) != nil }
    old("workers", records.workers.map(\.id.text)) { !(day.worker(WorkerID($0))?.dutyPeriods.isEmpty ?? true) }
    old("visits", records.visits.map(\.visit.id.text)) { day.visit(VisitID($0)) != nil }
  }
}
