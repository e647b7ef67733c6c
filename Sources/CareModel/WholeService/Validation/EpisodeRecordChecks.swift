import Quantities

/// Episodes: packages with somebody's word for each change, clocks that have run, and a state that fits them.
struct EpisodeRecordChecks {
  private(set) var problems: [RecordProblem] = []
  private let draft: ServiceDraft
  private let today: CivilDate
  private let people: [PersonID: Person]

  init(_ draft: ServiceDraft) {
    self.draft = draft
    today = draft.calendar.serviceDate(of: draft.asOf)
    people = Dictionary(draft.people.map { ($0.value.id, $0.value) }, uniquingKeysWith: { first, _ in first })
    for record in draft.episodes {
      let key = RecordKey(.episode, record.index)
      packages(record.value, key)
      clocks(record.value, key)
      state(record.value, key)
    }
  }

  private mutating func add(_ key: RecordKey, _ field: FieldPath, _ code: String, _ found: String, _ expected: String) {
    problems.append(RecordProblem(key, field, code: code, found: found, expected: expected))
  }

  private mutating func packages(_ record: EpisodeRecord, _ key: RecordKey) {
    let checks = PackageChecks(
      key: key, field: "packages", dayOrigin: draft.calendar.dayOrigin, owner: record.id.text)
    for version in record.packages {
      problems += checks.problems(version.lines, version.links, name: "package of \(version.effectiveFrom)")
    }
    problems += PackageChecks(
      key: key, field: "equipment", dayOrigin: draft.calendar.dayOrigin, owner: record.id.text
    ).problems(record.equipment, beside: record.packages.flatMap(\.lines), today: today)
    for (earlier, later) in zip(record.packages, record.packages.dropFirst()) {
      if earlier.effectiveFrom == later.effectiveFrom {
        add(
          key, "packages", "package.repeated", "two from \(later.effectiveFrom)", "one package for each day is expected"
        )
      }
      if later.approval == nil {
        add(
          key, "packages", "package.noApproval", "package of \(later.effectiveFrom)",
          "who approved the change, with the note on its risk, is expected: no package is changed without")
      }
    }
    if record.packages.isEmpty, record.state != .ended {
      add(key, "packages", "package.missing", "", "a package is expected, with no lines where no calls are due")
    }
  }

  private mutating func clocks(_ record: EpisodeRecord, _ key: RecordKey) {
    let (clocks, start) = (record.clocks, record.episode.startDate)
    let field = FieldPath("clocks")
    if let first = clocks.firstVisitAt {
      if first > draft.asOf {
        add(
          key, field.key("firstVisitAt"), "episode.clock", draft.calendar.iso(first),
          "a moment not after asOf, \(draft.calendar.iso(draft.asOf)), is expected")
      }
      let day = draft.calendar.serviceDate(of: first)
      if day != start {
        add(
          key, field.key("firstVisitAt"), "episode.clock", "\(draft.calendar.iso(first)), service day \(day)",
          "a moment of the episode's first day, \(start), is expected")
      }
    }
    let past = [("carePlanAgreedOn", clocks.carePlanAgreedOn.map { [$0] } ?? []), ("reviewsHeld", clocks.reviewsHeld)]
    for (name, dates) in past {
      for date in dates where date < start || date > today {
        add(
          key, field.key(name), "episode.clock", date.description,
          "a day from the episode's first, \(start), to today, \(today), is expected")
      }
    }
    let week = today < start ? 0 : (today.daysSinceEpoch - start.daysSinceEpoch) / 7 + 1
    for caller in record.callers where caller.weeks.last.map({ $0 > week }) ?? false {
      add(
        key, "callers", "episode.clock", "\(caller.worker.text) in week \(caller.weeks.last ?? 0)",
        "weeks up to this one, the episode's week \(week), are expected")
    }
    for predicted in clocks.predictedEnds where predicted.madeOn > today {
      add(
        key, field.key("predictedEnds"), "episode.clock", "made on \(predicted.madeOn)",
        "a day not after today, \(today), is expected")
    }
  }

  private mutating func state(_ record: EpisodeRecord, _ key: RecordKey) {
    let found = "state \(record.state.rawValue)"
    if let ended = record.endedOn, ended < record.episode.startDate {
      add(
        key, "endedOn", "episode.state", ended.description,
        "a day not before the episode's first, \(record.episode.startDate), is expected")
    }
    switch record.state {
    case .preStart:
      if record.clocks.firstVisitAt != nil {
        add(key, "state", "episode.state", found, "another state is expected once the first visit is made")
      }
    case .ended:
      if record.endedOn == nil { add(key, "endedOn", "episode.state", found, "the last day with calls is expected") }
    case .awaitingOnward:
      if record.awaitingOnwardSince == nil {
        add(key, "awaitingOnwardSince", "episode.state", found, "the day since when is expected")
      }
    case .suspended:
      let stays = people[record.episode.person]?.suspensions ?? []
      if !stays.contains(where: { $0.contains(draft.asOf) }) {
        add(
          key, "state", "episode.state", found,
          "a suspension of the person at asOf is expected, or calls would be made while nobody is there")
      }
    case .active: break
    }
    if record.state != .preStart, record.episode.startDate > today {
      add(
        key, "startDate", "episode.state", "\(found), first day \(record.episode.startDate)",
        "a first day not after today, \(today), or the state preStart is expected")
    }
  }
}
