/// Follows what is set aside to everything that can't do without it.
///
/// A place takes its people and workers; a person their episodes, referrals and calls; an episode or referral its calls;
/// a worker the calls that are locked to them or that they have begun; a call its links, the calls that require it,
/// and, if it is a first visit, the other calls of its start.
struct FollowThrough {
  private let index: DraftIndex
  /// Those of the checks, then those of following through.
  private(set) var problems: [RecordProblem]
  /// Ids of all records that are left out.
  private(set) var gone: [RecordKind: Set<String>]
  private var known: [RecordKind: [String]] = [:]
  private var knownSets: [RecordKind: Set<String>] = [:]
  private var setAside: Set<RecordKey>
  /// Guesses take time: a document that is wrong everywhere gets no more than these.
  private var guessesLeft = 100

  init(_ index: DraftIndex, checked: [RecordProblem]) {
    self.index = index
    problems = checked
    gone = index.draft.unreadable
    setAside = Set(checked.map(\.record))
    let caseload = index.caseload
    known = [
      .place: caseload.places.map(\.id.text), .person: caseload.people.map(\.id.text),
      .episode: caseload.episodes.map(\.id.text), .referral: caseload.referrals.map(\.id.text),
      .worker: caseload.workers.map(\.id.text), .visit: caseload.visits.map(\.id.text),
    ]
    knownSets = known.mapValues { Set($0) }
  }

  /// Follows through; kinds come in such an order that none looks back.
  mutating func run() {
    let draft = index.draft
    follow(draft.places, .place) { $0.id.text }
    follow(draft.people, .person) { $0.id.text }
    follow(draft.episodes, .episode) { $0.id.text }
    follow(draft.referrals, .referral) { $0.id.text }
    follow(draft.workers, .worker) { $0.id.text }
    follow(index.visits, .visit) { $0.id.text }
    followRequirements()
    follow(draft.links, .link) { _ in nil }
  }

  private mutating func follow<Value: Mentioning>(
    _ records: [DraftRecord<Value>], _ kind: RecordKind, id: (Value) -> String?
  ) {
    for record in records {
      let key = RecordKey(kind, record.index)
      for mention in record.value.hardMentions { check(mention, of: key) }
      if setAside.contains(key), let id = id(record.value) { gone[kind, default: []].insert(id) }
    }
  }

  private mutating func check(_ mention: HardMention, of key: RecordKey) {
    if gone[mention.kind]?.contains(mention.id) == true {
      add(
        RecordProblem(
          key, mention.field, code: "reference.leftOut", found: mention.id,
          expected: "this \(mention.kind.printedName) is itself left out; put it right first"))
    } else if knownSets[mention.kind]?.contains(mention.id) != true {
      add(
        RecordProblem(
          key, mention.field, code: "reference.unknown", found: mention.id,
          expected: "the id of a \(mention.kind.rawValue) in this document is expected",
          suggestion: guess(mention.id, mention.kind)))
    }
  }

  func isSetAside(_ record: RecordKey) -> Bool { setAside.contains(record) }

  private mutating func add(_ problem: RecordProblem) {
    problems.append(problem)
    setAside.insert(problem.record)
  }

  private mutating func guess(_ id: String, _ kind: RecordKind) -> String? {
    guard guessesLeft > 0 else { return nil }
    guessesLeft -= 1
    return NearestWord.to(id, among: known[kind] ?? [])
  }

  /// Calls that may only be done if another is done.
  private mutating func followRequirements() {
    var dependents: [VisitID: [(visit: VisitID, code: String)]] = [:]
    for link in index.draft.links.map(\.value) where link.relation == .requires && link.first != link.second {
      dependents[link.first, default: []].append((link.second, "visit.requiredCallLeftOut"))
    }
    var firstResponses: [ReferralID: VisitID] = [:]
    for visit in index.visits.map(\.value) where visit.kind == .firstResponse {
      visit.referral.map { firstResponses[$0] = visit.id }
    }
    for visit in index.visits.map(\.value) where visit.isInStartBundle {
      guard let referral = visit.referral else { continue }
      if let first = firstResponses[referral] {
        dependents[first, default: []].append((visit.id, "visit.firstVisitLeftOut"))
      } else if index.draft.unreadableFirstResponses.contains(referral) {
        setAside(visit.id, because: "the first visit of \(referral)", code: "visit.firstVisitLeftOut")
      }
    }
    // Calls that are named but not in the document are as good as left out.
    var open = Set(gone[.visit] ?? [])
    open.formUnion(dependents.keys.map(\.text).filter { knownSets[.visit]?.contains($0) != true })
    var queue = open.sorted()
    var place = 0
    while place < queue.count {
      for (visit, code) in dependents[VisitID(queue[place])] ?? [] {
        if setAside(visit, because: queue[place], code: code) { queue.append(visit.text) }
      }
      place += 1
    }
  }

  /// True where the call was not set aside before.
  @discardableResult
  private mutating func setAside(_ visit: VisitID, because cause: String, code: String) -> Bool {
    guard let key = index.key(of: visit), !setAside.contains(key) else { return false }
    add(
      RecordProblem(
        key, code: code, found: "\(cause) is left out", expected: "this call may only be done if that one is"))
    gone[.visit, default: []].insert(visit.text)
    return true
  }
}
