/// Mentions that a record can do without: they are dropped where the one named is not there.
///
/// A worker who is ill is struck off the list of workers, and then still stands in core teams, counts of visits,
/// refusals and published times. Nobody's calls may be lost for that. Whoever is not in the document at all is named in
/// one warning, because it may be a slip of the pen; whoever was set aside is in the quarantine already.
struct SoftMentions {
  private(set) var warnings: [RecordProblem] = []
  /// Ids of one kind that are warned of: whoever gets so many has seen what is wrong.
  private static let mostWarnings = 200
  private let index: DraftIndex
  private let gone: [RecordKind: Set<String>]
  private var unknown: [RecordKind: [String: (first: RecordProblem, count: Int)]] = [:]

  init(_ index: DraftIndex, gone: [RecordKind: Set<String>]) {
    self.index = index
    self.gone = gone
  }

  /// The day's records without such mentions.
  mutating func drop() -> (draft: CaseloadDraft, visits: [DraftRecord<Visit>]) {
    var draft = index.draft
    draft.people = draft.people.map {
      DraftRecord(index: $0.index, value: person($0.value, RecordKey(.person, $0.index)))
    }
    draft.episodes = draft.episodes.map {
      DraftRecord(index: $0.index, value: episode($0.value, RecordKey(.episode, $0.index)))
    }
    draft.workers = draft.workers.map {
      DraftRecord(index: $0.index, value: worker($0.value, RecordKey(.worker, $0.index)))
    }
    let visits = index.visits.map {
      DraftRecord(index: $0.index, value: visit($0.value, RecordKey(.visit, $0.index)))
    }
    warn()
    return (draft, visits)
  }

  private mutating func person(_ person: Person, _ key: RecordKey) -> Person {
    var recent: [WorkerID: Int] = [:]
    for worker in person.recentVisits.keys.sorted() where isThere(worker, key, "recentVisits") {
      recent[worker] = person.recentVisits[worker]
    }
    return Person(
      id: person.id, place: person.place, coreTeam: kept(person.coreTeam, key, "coreTeam"), recentVisits: recent,
      refusedWorkers: kept(person.refusedWorkers, key, "refusedWorkers"),
      preferences: preferences(person.preferences, key), suspensions: person.suspensions,
      hadUncoveredEssentialCallYesterday: person.hadUncoveredEssentialCallYesterday)
  }

  private mutating func episode(_ episode: Episode, _ key: RecordKey) -> Episode {
    guard let referral = episode.referral else { return episode }
    let isThere = isThere(.referral, referral.text, index.caseload.referral(referral) != nil, key, "referral")
    return Episode(
      id: episode.id, person: episode.person, referral: isThere ? referral : nil, kind: episode.kind,
      startDate: episode.startDate, extension: episode.extension, isHandoverRecorded: episode.isHandoverRecorded,
      stopAtLimit: episode.stopAtLimit)
  }

  private mutating func worker(_ worker: Worker, _ key: RecordKey) -> Worker {
    var refused: [PersonID] = []
    for person in worker.refusedPeople
    where isThere(.person, person.text, index.caseload.person(person) != nil, key, "refusedPeople") {
      refused.append(person)
    }
    return Worker(
      id: worker.id, role: worker.role, skills: worker.skills, gender: worker.gender, languages: worker.languages,
      dutyPeriods: worker.dutyPeriods, refusedPeople: refused, record: worker.record)
  }

  private mutating func visit(_ visit: Visit, _ key: RecordKey) -> Visit {
    // The time that people were told stays, even where the worker they were told of is gone.
    let published = visit.published.map {
      Visit.Placement(workers: kept($0.workers, key, FieldPath("published").key("workers")), start: $0.start)
    }
    return Visit(
      id: visit.id, person: visit.person, kind: visit.kind, episode: visit.episode, referral: visit.referral,
      mode: visit.mode, place: visit.place, demands: visit.demands, windows: visit.windows,
      consequence: visit.consequence, isTimeCritical: visit.isTimeCritical,
      preferences: preferences(visit.preferences, key),
      refusedWorkers: kept(visit.refusedWorkers, key, "refusedWorkers"), lastPermittedDay: visit.lastPermittedDay,
      lock: visit.lock, state: visit.state, published: published, actual: visit.actual)
  }

  /// A wish for workers of whom none is left can't be met, and stays: a required one then keeps everybody else out.
  private mutating func preferences(_ preferences: [Preference], _ key: RecordKey) -> [Preference] {
    var result: [Preference] = []
    for preference in preferences {
      guard case .workers(let workers) = preference.wish else {
        result.append(preference)
        continue
      }
      result.append(Preference(.workers(kept(workers, key, "preferences")), preference.strength))
    }
    return result
  }

  private mutating func kept(_ workers: [WorkerID], _ key: RecordKey, _ field: FieldPath) -> [WorkerID] {
    var result: [WorkerID] = []
    for worker in workers where isThere(worker, key, field) { result.append(worker) }
    return result
  }

  private mutating func isThere(_ worker: WorkerID, _ key: RecordKey, _ field: FieldPath) -> Bool {
    isThere(.worker, worker.text, index.caseload.worker(worker) != nil, key, field)
  }

  private mutating func isThere(
    _ kind: RecordKind, _ id: String, _ isKnown: Bool, _ key: RecordKey, _ field: FieldPath
  ) -> Bool {
    if gone[kind]?.contains(id) == true { return false }
    if isKnown { return true }
    let before = unknown[kind]?[id]
    guard before != nil || unknown[kind, default: [:]].count < SoftMentions.mostWarnings else { return false }
    let problem = RecordProblem(
      key, field, code: "reference.dropped", found: id,
      expected: "no \(kind.rawValue) of the document has this id; the rota is made as if it were not there")
    unknown[kind, default: [:]][id] = (before?.first ?? problem, (before?.count ?? 0) + 1)
    return false
  }

  private mutating func warn() {
    for kind in RecordKind.allCases {
      let mentions = unknown[kind] ?? [:]
      for id in mentions.keys.sorted() {
        guard let mention = mentions[id] else { continue }
        let more = mention.count > 1 ? " (and in \(mention.count - 1) other places)" : ""
        warnings.append(
          RecordProblem(
            mention.first.record, mention.first.field, code: mention.first.code, found: mention.first.found + more,
            expected: mention.first.expected))
      }
    }
  }
}
