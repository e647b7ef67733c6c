import Quantities

/// Workers: duty periods lie in the day, one after another, and have room for their breaks.
enum WorkerChecks {
  static func problems(_ index: DraftIndex) -> [RecordProblem] {
    index.draft.workers.flatMap { record in
      let key = RecordKey(.worker, record.index)
      let duties = record.value.dutyPeriods
      return order(duties, key, index) + duties.flatMap { self.duty($0, key, index) }
        + self.record(record.value, key, index)
    }
  }

  /// Duty periods are kept in order of start, so messages call them by id and not by place.
  private static func order(_ duties: [DutyPeriod], _ key: RecordKey, _ index: DraftIndex) -> [RecordProblem] {
    var problems: [RecordProblem] = []
    var seen: Set<DutyID> = []
    for duty in duties where !seen.insert(duty.id).inserted {
      problems.append(
        RecordProblem(
          key, "dutyPeriods", code: "worker.dutyRepeated", found: "\(duty.id) again",
          expected: "each duty period of a worker needs an id of its own"))
    }
    for (earlier, later) in zip(duties, duties.dropFirst()) where earlier.hours.sharesTime(with: later.hours) {
      problems.append(
        RecordProblem(
          key, "dutyPeriods", code: "worker.dutiesOverlap", found: "\(later.id), \(index.said(later.hours))",
          expected: "a start not before the end of \(earlier.id), \(index.said(earlier.hours.end)), is expected"))
    }
    return problems
  }

  private static func duty(_ duty: DutyPeriod, _ key: RecordKey, _ index: DraftIndex) -> [RecordProblem] {
    var problems: [RecordProblem] = []
    let reach = Minutes(CaseloadLimits.hoursOutsideDay * 60)
    let isNear = index.day.start - reach <= duty.hours.start && duty.hours.end <= index.day.end + reach
    if !isNear || !duty.hours.sharesTime(with: index.day) {
      problems.append(
        RecordProblem(
          key, "dutyPeriods", code: "worker.dutyOutsideDay", found: "\(duty.id), \(index.said(duty.hours))",
          expected: "a duty period of the service day, \(index.said(index.day)), is expected"))
    }
    if duty.hours.length.value > CaseloadLimits.dutyHours * 3600 || duty.hours.length.value <= 0 {
      problems.append(
        RecordProblem(
          key, "dutyPeriods", code: "worker.dutyLength", found: "\(duty.id), \(index.said(duty.hours))",
          expected: "an end after the start, at most \(CaseloadLimits.dutyHours) hours later, is expected"))
    }
    for rest in duty.breaks { problems += self.rest(rest, duty, key, index) }
    return problems
  }

  private static func rest(
    _ rest: Break, _ duty: DutyPeriod, _ key: RecordKey, _ index: DraftIndex
  ) -> [RecordProblem] {
    let found = "break of \(duty.id), \(index.said(rest.window))"
    var problems: [RecordProblem] = []
    if rest.window.length < rest.length.seconds {
      problems.append(
        RecordProblem(
          key, "dutyPeriods", code: "worker.breakWindow", found: found,
          expected: "a window of at least the break's \(rest.length.value) minutes is expected"))
    }
    if !duty.hours.contains(rest.window) {
      problems.append(
        RecordProblem(
          key, "dutyPeriods", code: "worker.breakOutsideDuty", found: found,
          expected: "a window within the duty period, \(index.said(duty.hours)), is expected"))
    }
    return problems
  }

  private static func record(_ worker: Worker, _ key: RecordKey, _ index: DraftIndex) -> [RecordProblem] {
    guard let first = worker.dutyPeriods.first, let end = worker.dutyPeriods.map(\.hours.end).max() else { return [] }
    var problems: [RecordProblem] = []
    if let previous = worker.record.previousDutyEnd, previous > first.hours.start {
      problems.append(
        RecordProblem(
          key, FieldPath("record").key("previousDutyEnd"), code: "worker.record", found: index.said(previous),
          expected: "the end of a duty before this day's first, \(index.said(first.hours.start)), is expected"))
    }
    if let next = worker.record.nextDutyStart, next < end {
      problems.append(
        RecordProblem(
          key, FieldPath("record").key("nextDutyStart"), code: "worker.record", found: index.said(next),
          expected: "the start of a duty after this day's last, \(index.said(end)), is expected"))
    }
    return problems
  }
}
