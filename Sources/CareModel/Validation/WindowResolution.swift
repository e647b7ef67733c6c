import Quantities

/// Fills in the windows that a document leaves out, and checks that the three lie within one another.
///
/// - agreed: the preferred window and the policy's tolerance either side;
/// - safe: from the agreed window's start to the preferred start of the person's next call or to `missedAfterClock`,
///   whichever is first; never to before the agreed window's end, and not into the next alternative;
/// - all are cut to the service day.
struct WindowResolution {
  private(set) var visits: [DraftRecord<Visit>] = []
  private(set) var problems: [RecordProblem] = []
  private let draft: CaseloadDraft
  private let day: InstantInterval
  private let missedAfter: Instant
  /// For each person the calls in order of their first preferred start.
  private let calls: [PersonID: [(start: Instant, visit: VisitID)]]

  init(_ draft: CaseloadDraft) {
    self.draft = draft
    day = draft.calendar.day(draft.serviceDate)
    missedAfter =
      draft.calendar.reading(draft.policy.missedAfterClock, onServiceDay: draft.serviceDate).instant ?? day.end
    var calls: [PersonID: [(start: Instant, visit: VisitID)]] = [:]
    for record in draft.visits {
      guard let start = record.value.windows.map(\.preferred.start).min() else { continue }
      calls[record.value.visit.person, default: []].append((start, record.value.visit.id))
    }
    self.calls = calls.mapValues { $0.sorted { ($0.start, $0.visit) < ($1.start, $1.visit) } }
    for record in draft.visits { resolve(record) }
  }

  private mutating func resolve(_ record: DraftRecord<VisitDraft>) {
    let key = RecordKey(.visit, record.index)
    let order = record.value.windows.indices.sorted {
      (record.value.windows[$0].preferred.start, $0) < (record.value.windows[$1].preferred.start, $1)
    }
    var alternatives: [(place: Int, window: WindowAlternative)] = []
    // From the last to the first: each alternative must end before the one after it.
    for (rank, place) in order.enumerated().reversed() {
      let next = order.dropFirst(rank + 1).first.map { record.value.windows[$0] }
      if let window = alternative(record.value, place, next: next, key) { alternatives.append((place, window)) }
    }
    alternatives.reverse()
    for (earlier, later) in zip(alternatives, alternatives.dropFirst())
    where earlier.window.safe.overlaps(later.window.safe) {
      problems.append(
        RecordProblem(
          key, FieldPath("windows").item(later.place), code: "window.overlap", found: said(later.window.safe),
          expected: "a safe window is expected that does not touch that of windows[\(earlier.place)], "
            + said(earlier.window.safe)))
    }
    visits.append(
      DraftRecord(index: record.index, value: record.value.visit.with(windows: alternatives.map(\.window))))
  }

  private mutating func alternative(
    _ call: VisitDraft, _ place: Int, next: WindowDraft?, _ key: RecordKey
  ) -> WindowAlternative? {
    let written = call.windows[place]
    let field = FieldPath("windows").item(place)
    let agreed = agreed(written, call.visit)
    let safe = written.safe ?? safe(agreed: agreed, preferred: written.preferred, call.visit, next: next)
    guard agreed.contains(written.preferred) else {
      nesting(key, field.key("agreed"), agreed, "agreed", within: "preferred", written.preferred)
      return nil
    }
    guard safe.contains(agreed) else {
      nesting(key, field.key("safe"), safe, "safe", within: "agreed", agreed)
      return nil
    }
    guard let preferredToday = written.preferred.intersection(day), let agreedToday = agreed.intersection(day),
      let safeToday = safe.intersection(day)
    else {
      problems.append(
        RecordProblem(
          key, field.key("preferred"), code: "window.outsideDay", found: said(written.preferred),
          expected: "a window within the service day, \(said(day)), is expected"))
      return nil
    }
    return WindowAlternative(preferred: preferredToday, agreed: agreedToday, safe: safeToday)
  }

  private func agreed(_ written: WindowDraft, _ visit: Visit) -> InstantInterval {
    if let agreed = written.agreed { return agreed }
    let policy = draft.policy
    let tolerance = visit.isTimeCritical ? policy.agreedToleranceTimeCritical : policy.agreedTolerance
    let wide = InstantInterval(start: written.preferred.start - tolerance, end: written.preferred.end + tolerance)
    let usual = wide ?? written.preferred
    // A safe window that somebody has written is the narrower word.
    guard let safe = written.safe, safe.contains(written.preferred) else { return usual }
    return usual.intersection(safe) ?? usual
  }

  private func safe(
    agreed: InstantInterval, preferred: InstantInterval, _ visit: Visit, next: WindowDraft?
  ) -> InstantInterval {
    var end = missedAfter
    let nextCall = calls[visit.person]?.first { $0.start > preferred.start && $0.visit != visit.id }
    if let nextCall { end = min(end, nextCall.start) }
    if let next {
      let start = next.safe?.start ?? self.agreed(next, visit).start
      end = min(end, start - Seconds(1))
    }
    return InstantInterval(start: agreed.start, end: max(agreed.end, end)) ?? agreed
  }

  private mutating func nesting(
    _ key: RecordKey, _ field: FieldPath, _ window: InstantInterval, _ name: String, within inner: String,
    _ wanted: InstantInterval
  ) {
    problems.append(
      RecordProblem(
        key, field, code: "window.nesting", found: "\(name) \(said(window))",
        expected: "the \(name) window must hold the \(inner) one, \(said(wanted))"))
  }

  private func said(_ interval: InstantInterval) -> String {
    "\(draft.calendar.iso(interval.start)) to \(draft.calendar.iso(interval.end))"
  }
}
