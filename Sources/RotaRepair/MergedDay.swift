import CareModel
import Quantities

/// The day's own records after events together with those that events bring, held against one another as a document's are.
///
/// Only what an event brings or touches can be wrong: the rest of the day has been read and stands.
struct MergedDay {
  let caseload: Caseload
  private(set) var problems: [EventProblem] = []
  private(set) var warnings: [EventProblem] = []

  /// Where a record comes from: the event, and the way to the record in it.
  private struct Origin {
    let event: Int
    let path: FieldPath
  }

  init(
    _ day: Caseload, asOf: Instant, people: [Person], workers: [Worker], calls: CallsAfterEvents,
    removed: Set<VisitID>, events: [DayEvent]
  ) {
    var draft = CaseloadDraft(
      title: day.title, isInvented: day.isInvented, asOf: asOf, serviceDate: day.serviceDate, calendar: day.calendar,
      policy: day.policy, matrices: day.matrices)
    var origins: [RecordKey: Origin] = [:]
    func merged<Value: Sendable>(
      _ kind: RecordKind, _ own: [Value], _ brought: (DayRecords) -> [Value]
    ) -> [DraftRecord<Value>] {
      var values = own
      for (event, records) in events.enumerated().compactMap({ index, event in event.records.map { (index, $0) } }) {
        for (place, value) in brought(records).enumerated() {
          let path = FieldPath([.key(kind.listKey), .item(place)])
          origins[RecordKey(kind, values.count)] = Origin(event: event, path: path)
          values.append(value)
        }
      }
      return values.enumerated().map { DraftRecord(index: $0, value: $1) }
    }
    let arrivals = Set(events.flatMap { $0.records?.workers.map(\.id) ?? [] })
    let own = calls.visits.map { visit in
      let written = visit.windows.map { WindowDraft(preferred: $0.preferred, agreed: $0.agreed, safe: $0.safe) }
      return VisitDraft(visit.with(windows: []), windows: calls.windows[visit.id] ?? written)
    }
    draft.places = merged(.place, day.places, \.places)
    draft.people = merged(.person, people, \.people)
    draft.episodes = merged(.episode, day.episodes, \.episodes)
    draft.referrals = merged(.referral, day.referrals, \.referrals)
    // A worker who was not on duty and comes in stands in the day already.
    draft.workers = merged(.worker, workers.filter { !arrivals.contains($0.id) }, \.workers)
    draft.visits = merged(.visit, own, \.visits)
    let links = day.links.filter { !removed.contains($0.first) && !removed.contains($0.second) }
    draft.links = merged(.link, links, \.links)
    for (index, visit) in calls.visits.enumerated() {
      calls.touched[visit.id].map { origins[RecordKey(.visit, index)] = Origin(event: $0, path: FieldPath()) }
    }

    let validation = CaseloadValidator.validate(draft)
    let read = validation.caseload()
    func located(_ problems: [RecordProblem]) -> [EventProblem] {
      problems.compactMap { problem in
        origins[problem.record].map {
          EventProblem(
            $0.event, FieldPath($0.path.steps + problem.field.steps), code: problem.code, found: problem.found,
            expected: problem.expected, suggestion: problem.suggestion)
        }
      }
    }
    /// The record as validated where an event brought or touched it, else as it was.
    func kept<Value>(_ kind: RecordKind, _ records: [DraftRecord<Value>], _ validated: (Value) -> Value?) -> [Value] {
      records.map { record in
        origins[RecordKey(kind, record.index)] == nil ? record.value : validated(record.value) ?? record.value
      }
    }
    let unchanged = Dictionary(calls.visits.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let visits = draft.visits.map { record -> Visit in
      let id = record.value.visit.id
      guard origins[RecordKey(.visit, record.index)] != nil else { return unchanged[id] ?? record.value.visit }
      return read.visit(id) ?? record.value.visit
    }
    caseload = Caseload(
      title: day.title, isInvented: day.isInvented, asOf: asOf, serviceDate: day.serviceDate, calendar: day.calendar,
      policy: day.policy, places: kept(.place, draft.places) { read.place($0.id) }, matrices: day.matrices,
      people: kept(.person, draft.people) { read.person($0.id) },
      episodes: kept(.episode, draft.episodes) { read.episode($0.id) },
      referrals: kept(.referral, draft.referrals) { read.referral($0.id) },
      workers: kept(.worker, draft.workers) { read.worker($0.id) }, visits: visits, links: draft.links.map(\.value),
      quarantine: day.quarantine)
    problems = located(validation.problems)
    warnings = located(validation.warnings)
    for (key, origin) in origins.sorted(by: { $0.key < $1.key }) where key.kind == .visit {
      let visit = visits[key.index]
      guard !visit.state.isFact, !visit.windows.isEmpty, let end = visit.windows.map(\.safe.end).max(), end < asOf
      else { continue }
      problems.append(
        EventProblem(
          origin.event, FieldPath(origin.path.steps + [.key("windows")]), code: "event.windowOver",
          found: day.calendar.iso(end),
          expected: "a window that is not over at asOf, \(day.calendar.iso(asOf)), is expected"))
    }
  }
}
