import CareModel
import Quantities

/// The reading of one document's records: decoded, held against one another, and the bad ones set aside.
struct DayReading {
  private let root: RecordReader
  private let head: DayHead
  private let lists: [RecordKind: RecordList]
  /// What is wrong with records, as they were read.
  private var problems: [RecordKey: [InputProblem]] = [:]
  private var mentions: [(key: RecordKey, mention: ProblemLog.Mention)] = []

  init(root: RecordReader, head: DayHead) {
    self.root = root
    self.head = head
    var lists: [RecordKind: RecordList] = [:]
    for kind in RecordKind.allCases { lists[kind] = RecordList(kind, of: root) }
    self.lists = lists
  }

  /// Reads all records.
  mutating func read() -> CaseloadReading {
    let validation = CaseloadValidator.validate(draft())
    noteUnknownMentions(validation)
    // Without `asOf` nothing can be said of what has begun.
    for problem in validation.problems where head.asOf != nil || problem.code != "visit.actualInFuture" {
      problems[problem.record, default: []].append(located(problem))
    }
    let quarantine = problems.keys.sorted().compactMap { key in
      lists[key.kind].map { list in
        QuarantinedRecord(
          kind: key.kind.rawValue, id: list.printedID(key.index), person: list.person(key.index),
          problems: problems[key] ?? [])
      }
    }
    let isFatal = !root.log.isEmpty
    return CaseloadReading(
      caseload: isFatal ? nil : validation.caseload(quarantine: quarantine),
      problems: root.log.problems + quarantine.flatMap(\.problems), warnings: validation.warnings.map(located))
  }

  private mutating func draft() -> CaseloadDraft {
    let (calendar, policy) = (head.calendar, head.policy)
    var draft = CaseloadDraft(
      title: head.title, isInvented: head.isInvented,
      asOf: head.asOf ?? calendar.start(of: head.serviceDate), serviceDate: head.serviceDate,
      calendar: calendar, policy: policy, matrices: head.matrices)
    draft.places = records(.place, PlaceReader.keys) { PlaceReader.read($0) }
    draft.people = records(.person, PersonReader.keys) { PersonReader.read($0, calendar: calendar) }
    draft.episodes = records(.episode, EpisodeReader.keys) { EpisodeReader.read($0) }
    draft.referrals = records(.referral, ReferralReader.keys) { ReferralReader.read($0, calendar: calendar) }
    draft.workers = records(.worker, WorkerReader.keys) {
      WorkerReader.read($0, calendar: calendar, policy: policy)
    }
    draft.visits = records(.visit, VisitReader.keys) { VisitReader.read($0, calendar: calendar) }
    draft.links = records(.link, LinkReader.keys) { LinkReader.read($0) }
    noteUnreadable(&draft)
    return draft
  }

  private mutating func records<Value: Sendable>(
    _ kind: RecordKind, _ keys: [String], read: (RecordReader) -> Value?
  ) -> [DraftRecord<Value>] {
    guard let list = lists[kind] else { return [] }
    let repeated = list.repeated()
    var records: [DraftRecord<Value>] = []
    for (index, value) in list.values.enumerated() {
      let log = ProblemLog()
      let record = RecordReader(value, path: list.path(index), keys: keys, log: log).flatMap(read)
      let all = (repeated[index].map { [$0] } ?? []) + log.problems
      if let record, all.isEmpty {
        records.append(DraftRecord(index: index, value: record))
      } else {
        let key = RecordKey(kind, index)
        problems[key] = all
        mentions += log.mentions.map { (key, $0) }
      }
    }
    return records
  }

  /// Tells the draft which records exist, though they could not be read.
  private func noteUnreadable(_ draft: inout CaseloadDraft) {
    for key in problems.keys {
      guard let list = lists[key.kind] else { continue }
      if let id = list.ids[key.index] { draft.unreadable[key.kind, default: []].insert(id) }
      let value = list.values[key.index]
      if key.kind == .visit, RecordList.text(value, "kind") == Visit.Kind.firstResponse.rawValue,
        let referral = RecordList.text(value, "referral")
      {
        draft.unreadableFirstResponses.insert(ReferralID(referral))
      }
    }
  }

  /// Records that are set aside anyway are asked, too, whom they name: all problems are found in one pass.
  private mutating func noteUnknownMentions(_ validation: CaseloadValidation) {
    var known: [RecordKind: Set<String>] = [:]
    for (key, mention) in mentions {
      if known[mention.kind] == nil { known[mention.kind] = Set(lists[mention.kind]?.ids.compactMap { $0 } ?? []) }
      guard known[mention.kind]?.contains(mention.id) == false else { continue }
      problems[key]?.append(
        InputProblem(
          code: "reference.unknown", location: mention.location, found: mention.id,
          expected: "the id of a \(mention.kind.rawValue) in this document is expected"))
    }
  }

  private func located(_ problem: RecordProblem) -> InputProblem {
    let key = problem.record
    let list = lists[key.kind]
    let record = list?.path(key.index) ?? ""
    let field = problem.field.description
    let position = list?.values[key.index].position(of: problem.field) ?? root.position
    return InputProblem(
      code: problem.code, location: "\(record)\(field.isEmpty ? "" : ".")\(field) (\(position))", found: problem.found,
      expected: problem.expected, suggestion: problem.suggestion)
  }
}
