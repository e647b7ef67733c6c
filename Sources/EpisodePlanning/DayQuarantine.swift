import CareModel

/// Holds the records of a day that was cut against one another, and names those that are set aside.
///
/// A service is validated before; what is found here hangs on the date: calls of two episodes with one id, a break for which
/// the change of the clocks leaves no time, a duty that begins before the last one ended.
struct DayQuarantine {
  private var draft: CaseloadDraft
  private var repeated: [RecordKey: InputProblem] = [:]
  private let ids: [RecordKind: [String]]
  private let callers: [PersonID]

  init(_ draft: CaseloadDraft) {
    self.draft = draft
    ids = [
      .place: draft.places.map(\.value.id.text), .person: draft.people.map(\.value.id.text),
      .episode: draft.episodes.map(\.value.id.text), .referral: draft.referrals.map(\.value.id.text),
      .worker: draft.workers.map(\.value.id.text), .visit: draft.visits.map(\.value.visit.id.text),
      .link: draft.links.map { "\($0.value.first) and \($0.value.second)" },
    ]
    callers = draft.visits.map(\.value.visit.person)
    setAsideRepeated()
  }

  /// The day without what was set aside.
  func caseload(besides earlier: [QuarantinedRecord]) -> Caseload {
    let validation = CaseloadValidator.validate(draft)
    var problems = repeated.mapValues { [$0] }
    for problem in validation.problems {
      let field = problem.field.description
      problems[problem.record, default: []].append(
        InputProblem(
          code: problem.code, location: path(problem.record) + (field.isEmpty ? "" : ".\(field)"),
          found: problem.found, expected: problem.expected, suggestion: problem.suggestion))
    }
    let quarantine = problems.keys.sorted().map { key in
      QuarantinedRecord(
        kind: key.kind.rawValue, id: id(key), person: person(key), problems: problems[key] ?? [])
    }
    return validation.caseload(quarantine: earlier + quarantine)
  }

  /// Two calls with one id: which one is meant nobody can tell.
  private mutating func setAsideRepeated() {
    var counts: [String: Int] = [:]
    for record in draft.visits { counts[record.value.visit.id.text, default: 0] += 1 }
    let all = draft.visits
    draft.visits = all.filter { counts[$0.value.visit.id.text] == 1 }
    for record in all where counts[record.value.visit.id.text] != 1 {
      let id = record.value.visit.id.text
      let key = RecordKey(.visit, record.index)
      draft.unreadable[.visit, default: []].insert(id)
      if record.value.visit.kind == .firstResponse, let referral = record.value.visit.referral {
        draft.unreadableFirstResponses.insert(referral)
      }
      repeated[key] = InputProblem(
        code: "id.repeated", location: path(key), found: id,
        expected: "an id of its own is expected for each call of the day; \(record.value.visit.person)'s is not alone")
    }
  }

  private func id(_ key: RecordKey) -> String {
    guard let all = ids[key.kind], all.indices.contains(key.index) else { return String(key.index) }
    return all[key.index]
  }

  private func path(_ key: RecordKey) -> String { "\(key.kind.listKey)[\(id(key))]" }

  private func person(_ key: RecordKey) -> PersonID? {
    func value<Value>(_ records: [DraftRecord<Value>]) -> Value? { records.first { $0.index == key.index }?.value }
    switch key.kind {
    case .person: return PersonID(id(key))
    case .episode: return value(draft.episodes)?.person
    case .referral: return value(draft.referrals)?.person
    case .visit: return callers.indices.contains(key.index) ? callers[key.index] : nil
    case .place, .worker, .link: return nil
    }
  }
}
