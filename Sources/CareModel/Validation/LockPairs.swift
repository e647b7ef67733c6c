import Quantities

/// Locks that contradict each other, or what has happened already: each names the other.
struct LockPairs {
  /// A call whose start is settled, by a lock or because it has begun.
  private struct Fixed {
    let visit: Visit
    let key: RecordKey
    let stretch: InstantInterval
    let isLock: Bool
  }

  private let index: DraftIndex
  private var problems: [RecordProblem] = []

  static func problems(_ index: DraftIndex) -> [RecordProblem] {
    var pairs = LockPairs(index: index)
    pairs.check()
    return pairs.problems
  }

  private init(index: DraftIndex) { self.index = index }

  private mutating func check() {
    var byWorker: [WorkerID: [Fixed]] = [:]
    var byPerson: [PersonID: [Fixed]] = [:]
    for record in index.visits {
      guard let fixed = fixed(record) else { continue }
      byPerson[fixed.visit.person, default: []].append(fixed)
      for worker in workers(fixed.visit) { byWorker[worker, default: []].append(fixed) }
    }
    var together: Set<Set<VisitID>> = []
    for link in index.draft.links.map(\.value) where link.relation == .sameStart {
      together.insert([link.first, link.second])
    }
    for worker in byWorker.keys.sorted() {
      overlaps(byWorker[worker] ?? [], except: []) { "\(worker) can't be at \($0) at the same time" }
    }
    for person in byPerson.keys.sorted() {
      overlaps(byPerson[person] ?? [], except: together) { "\(person) is locked to \($0) at the same time" }
    }
    for link in index.draft.links.map(\.value) { check(link) }
  }

  private func fixed(_ record: DraftRecord<Visit>) -> Fixed? {
    let visit = record.value
    guard let start = visit.state.isFact ? visit.actual?.start : visit.lock?.start else { return nil }
    return Fixed(
      visit: visit, key: RecordKey(.visit, record.index), stretch: index.stretch(visit, from: start),
      isLock: !visit.state.isFact)
  }

  private func workers(_ visit: Visit) -> [WorkerID] {
    (visit.state.isFact ? visit.actual?.workers : visit.lock?.workers) ?? []
  }

  /// Sweeps calls in order of start; each is held against the one that lasts longest so far.
  private mutating func overlaps(
    _ calls: [Fixed], except together: Set<Set<VisitID>>, said: (VisitID) -> String
  ) {
    let calls = calls.sorted { ($0.stretch.start, $0.visit.id) < ($1.stretch.start, $1.visit.id) }
    guard var longest = calls.first else { return }
    for call in calls.dropFirst() {
      if call.stretch.sharesTime(with: longest.stretch), !together.contains([call.visit.id, longest.visit.id]) {
        blame(longest, call, said)
      }
      if call.stretch.end > longest.stretch.end { longest = call }
    }
  }

  private mutating func blame(_ left: Fixed, _ right: Fixed, _ said: (VisitID) -> String) {
    for (one, other) in [(left, right), (right, left)] where one.isLock {
      problems.append(
        RecordProblem(
          one.key, "lock", code: "lock.contradiction",
          found: "\(said(other.visit.id)): \(index.said(one.stretch.start)) and \(index.said(other.stretch.start))"
            + order(one.visit),
          expected: "locks that can all be kept are expected"))
    }
  }

  private func order(_ visit: Visit) -> String { visit.lock.map { " (ordered by \($0.setBy))" } ?? "" }

  private mutating func check(_ link: VisitLink) {
    guard let first = index.caseload.visit(link.first), let second = index.caseload.visit(link.second),
      first.id != second.id, !holds(link, first, second)
    else { return }
    for (one, other) in [(first, second), (second, first)] where one.lock != nil && !one.state.isFact {
      guard let key = index.key(of: one.id) else { continue }
      problems.append(
        RecordProblem(
          key, "lock", code: "lock.contradiction",
          found: "the lock breaks the link with \(other.id)" + order(one),
          expected: "locks that keep the links between their calls are expected"))
    }
  }

  /// Whether a link can still hold, as far as locks and facts settle it.
  private func holds(_ link: VisitLink, _ first: Visit, _ second: Visit) -> Bool {
    switch link.relation {
    case .sameWorker, .differentWorker:
      let (one, other) = (Set(workers(first)), Set(workers(second)))
      guard !one.isEmpty, !other.isEmpty else { return true }
      if link.relation == .differentWorker { return one.isDisjoint(with: other) }
      return one.count <= other.count ? one.isSubset(of: other) : other.isSubset(of: one)
    case .requires: return true
    case .sameStart, .order, .gap:
      guard let start = settledStart(first), let later = settledStart(second) else { return true }
      switch link.relation {
      case .sameStart: return start == later
      case .order: return start + first.length <= later
      case .gap(let minimum, let maximum):
        return start + minimum <= later && (maximum.map { later <= start + $0 } ?? true)
      default: return true
      }
    }
  }

  private func settledStart(_ visit: Visit) -> Instant? { visit.state.isFact ? visit.actual?.start : visit.lock?.start }
}
