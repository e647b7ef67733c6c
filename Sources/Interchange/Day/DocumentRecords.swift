import CareModel

/// The records of a document while they are read: what is wrong with each, and which can't be read at all.
struct DocumentRecords {
  private let root: RecordReader
  private let lists: [RecordKind: RecordList]
  /// What is wrong with records, in the order in which it was found.
  private var problems: [RecordKey: [InputProblem]] = [:]
  private var mentions: [(key: RecordKey, mention: ProblemLog.Mention)] = []

  /// - Parameter lists: one of a kind.
  init(root: RecordReader, lists: [RecordList]) {
    self.root = root
    self.lists = Dictionary(lists.map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The records of a kind that are right in themselves.
  ///
  /// - Parameter read: gives nil, with a problem in the record's log, where something is wrong.
  mutating func read<Value: Sendable>(
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

  /// Ids of records that exist, though something is wrong with them.
  var unreadable: [RecordKind: Set<String>] {
    var ids: [RecordKind: Set<String>] = [:]
    for key in problems.keys {
      if let id = lists[key.kind]?.ids[key.index] { ids[key.kind, default: []].insert(id) }
    }
    return ids
  }

  /// Referrals whose first visit is among them.
  var unreadableFirstResponses: Set<ReferralID> {
    var referrals: Set<ReferralID> = []
    for key in problems.keys where key.kind == .visit {
      guard let value = lists[.visit]?.values[key.index],
        RecordList.text(value, "kind") == Visit.Kind.firstResponse.rawValue,
        let referral = RecordList.text(value, "referral")
      else { continue }
      referrals.insert(ReferralID(referral))
    }
    return referrals
  }

  /// Episodes among them.
  var unreadableEpisodes: [ServiceDraft.UnreadableEpisode] {
    guard let list = lists[.episode] else { return [] }
    return problems.keys.sorted().filter { $0.kind == .episode }.map { key in
      let value = list.values[key.index]
      return ServiceDraft.UnreadableEpisode(
        id: list.printedID(key.index), person: list.person(key.index),
        referral: RecordList.text(value, "referral").map { ReferralID($0) },
        state: RecordList.text(value, "state").flatMap(EpisodeRecord.State.init))
    }
  }

  /// Records that are set aside anyway are asked, too, whom they name: all problems are found in one pass.
  mutating func noteUnknownMentions() {
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

  /// Adds what the rules of the model have found.
  mutating func note(_ found: [RecordProblem]) {
    for problem in found { problems[problem.record, default: []].append(located(problem)) }
  }

  /// A problem with its place in the document.
  func located(_ problem: RecordProblem) -> InputProblem {
    let key = problem.record
    let list = lists[key.kind]
    let record = list?.path(key.index) ?? ""
    let field = problem.field.description
    let position = list?.values[key.index].position(of: problem.field) ?? root.position
    return InputProblem(
      code: problem.code, location: "\(record)\(field.isEmpty ? "" : ".")\(field) (\(position))", found: problem.found,
      expected: problem.expected, suggestion: problem.suggestion)
  }

  /// Every record with a problem, in the order of the format.
  var quarantine: [QuarantinedRecord] {
    problems.keys.sorted().compactMap { key in
      lists[key.kind].map { list in
        QuarantinedRecord(
          kind: key.kind.rawValue, id: list.printedID(key.index), person: list.person(key.index),
          problems: problems[key] ?? [])
      }
    }
  }
}
