import Quantities

/// A lock by itself: an order that nobody could carry out is an input error, with the order's author named.
///
/// A lock that breaks a rule of the service (late, too long a day, the wrong skill) is no error: a named person has said so.
enum LockChecks {
  static func problems(_ index: DraftIndex) -> [RecordProblem] {
    index.visits.flatMap { record -> [RecordProblem] in
      guard let lock = record.value.lock, !record.value.state.isFact else { return [] }
      let key = RecordKey(.visit, record.index)
      return shape(lock, record.value, key) + time(lock, record.value, key, index)
        + workers(lock, record.value, key, index)
    }
  }

  private static func shape(_ lock: Lock, _ visit: Visit, _ key: RecordKey) -> [RecordProblem] {
    if lock.workers == nil, lock.start == nil {
      return [
        problem(key, "lock", "lock.empty", "neither workers nor start", "workers, a start or both are expected", lock)
      ]
    }
    guard let workers = lock.workers, workers.count != visit.demands.count else { return [] }
    let expected =
      visit.demands.count == 2 && workers.count == 1
      ? "two workers are expected: a two-person call is never sent single"
      : "one worker for each demand is expected: \(visit.demands.count)"
    return [
      problem(
        key, FieldPath("lock").key("workers"), "lock.workerCount", "\(workers.count) workers", expected, lock)
    ]
  }

  private static func time(
    _ lock: Lock, _ visit: Visit, _ key: RecordKey, _ index: DraftIndex
  ) -> [RecordProblem] {
    var problems: [RecordProblem] = []
    let field = FieldPath("lock").key("start")
    switch index.caseload.obstacle(to: visit) {
    case .suspended?:
      problems.append(
        problem(
          key, "lock", "lock.suspended", "the person is away", "a call when the person is at home is expected", lock))
    case let reason?:
      problems.append(
        problem(key, "lock", "lock.notWanted", reason.printedName, "a call that may be done is expected", lock))
    case nil: break
    }
    guard let start = lock.start else { return problems }
    if !index.day.contains(start) {
      problems.append(
        problem(
          key, field, "lock.outsideDay", index.said(start),
          "a start within the service day, \(index.said(index.day)), is expected", lock))
    } else if start < index.draft.asOf {
      problems.append(
        problem(
          key, field, "lock.past", index.said(start),
          "a start not before asOf, \(index.said(index.draft.asOf)), is expected for a call not yet begun", lock))
    }
    let stretch = index.stretch(visit, from: start)
    let suspensions = index.caseload.person(visit.person)?.suspensions ?? []
    if let away = suspensions.first(where: { $0.sharesTime(with: stretch) }), problems.isEmpty {
      problems.append(
        problem(
          key, field, "lock.suspended", index.said(start),
          "a time outside the person's absence, \(index.said(away)), is expected", lock))
    }
    if let ready = visit.referral.flatMap(index.caseload.referral)?.readyFrom, start < ready {
      problems.append(
        problem(
          key, field, "lock.notReady", index.said(start),
          "a start not before the person is ready, \(index.said(ready)), is expected", lock))
    }
    return problems
  }

  private static func workers(
    _ lock: Lock, _ visit: Visit, _ key: RecordKey, _ index: DraftIndex
  ) -> [RecordProblem] {
    (lock.workers ?? []).enumerated().compactMap { place, id in
      guard let worker = index.caseload.worker(id) else { return nil }
      let field = FieldPath("lock").key("workers").item(place)
      guard !worker.dutyPeriods.isEmpty else {
        return problem(key, field, "lock.offDuty", id.text, "a worker who is on duty this day is expected", lock)
      }
      guard let start = lock.start else { return nil }
      let stretch = index.stretch(visit, from: start)
      let isThere = worker.dutyPeriods.contains { duty in
        InstantInterval(start: duty.hours.start, end: duty.hours.end + duty.agreedOvertime)?
          .sharesTime(with: stretch) ?? false
      }
      if isThere { return nil }
      return problem(
        key, field, "lock.offDuty", "\(id) at \(index.said(start))",
        "a worker who is on duty at that time is expected", lock)
    }
  }

  private static func problem(
    _ key: RecordKey, _ field: FieldPath, _ code: String, _ found: String, _ expected: String, _ lock: Lock
  ) -> RecordProblem {
    RecordProblem(key, field, code: code, found: "\(found) (ordered by \(lock.setBy))", expected: expected)
  }
}
