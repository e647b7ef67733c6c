import Quantities

/// Calls: kind, state and placements fit together.
enum VisitChecks {
  static func problems(_ index: DraftIndex) -> [RecordProblem] {
    var firstResponses: [ReferralID: [VisitID]] = [:]
    for visit in index.visits.map(\.value) where visit.kind == .firstResponse {
      visit.referral.map { firstResponses[$0, default: []].append(visit.id) }
    }
    return index.visits.flatMap { record in
      let key = RecordKey(.visit, record.index)
      let visit = record.value
      let rivals = visit.kind == .firstResponse ? visit.referral.flatMap { firstResponses[$0] } ?? [] : []
      return work(visit, key) + belonging(visit, key, index, rivals: rivals) + state(visit, key, index)
    }
  }

  /// Demands and place.
  private static func work(_ visit: Visit, _ key: RecordKey) -> [RecordProblem] {
    var problems: [RecordProblem] = []
    if !CaseloadLimits.demands.contains(visit.demands.count) {
      problems.append(
        RecordProblem(
          key, "demands", code: "list.length", found: "\(visit.demands.count) entries",
          expected: "one worker or two are expected"))
    }
    for (place, demand) in visit.demands.enumerated()
    where !CaseloadLimits.callMinutes.contains(demand.length.value) {
      let range = CaseloadLimits.callMinutes
      problems.append(
        RecordProblem(
          key, FieldPath("demands").item(place).key("lengthMinutes"), code: "number.range",
          found: String(demand.length.value),
          expected: "a whole number of minutes from \(range.lowerBound) to \(range.upperBound) is expected"))
    }
    if visit.mode == .clinic, visit.place == nil {
      problems.append(
        RecordProblem(
          key, "place", code: "visit.noPlace", found: "", expected: "the place of the clinic is expected"))
    }
    return problems
  }

  private static func belonging(
    _ visit: Visit, _ key: RecordKey, _ index: DraftIndex, rivals: [VisitID]
  ) -> [RecordProblem] {
    var problems: [RecordProblem] = []
    if visit.kind == .firstResponse, visit.referral == nil {
      problems.append(
        RecordProblem(
          key, "referral", code: "visit.noReferral", found: "",
          expected: "the referral that this first visit answers is expected"))
    }
    if let other = rivals.first(where: { $0 != visit.id }) {
      problems.append(
        RecordProblem(
          key, "referral", code: "visit.secondFirstResponse", found: "\(other) is a first visit of the same referral",
          expected: "one first visit for each referral is expected"))
    }
    if let episode = visit.episode.flatMap(index.caseload.episode), episode.person != visit.person {
      problems.append(.otherPerson(key, "episode", of: episode.person, notOf: visit.person))
    }
    if let referral = visit.referral.flatMap(index.caseload.referral), referral.person != visit.person {
      problems.append(.otherPerson(key, "referral", of: referral.person, notOf: visit.person))
    }
    return problems
  }

  private static func state(_ visit: Visit, _ key: RecordKey, _ index: DraftIndex) -> [RecordProblem] {
    var problems: [RecordProblem] = []
    func add(_ field: FieldPath, _ code: String, _ found: String, _ expected: String) {
      problems.append(RecordProblem(key, field, code: code, found: found, expected: expected))
    }
    // Fewer may be left of them: a worker who has been struck off the document is dropped.
    if let published = visit.published, published.workers.count > visit.demands.count {
      add(
        FieldPath("published").key("workers"), "visit.workerCount", "\(published.workers.count) workers",
        "at most one worker for each demand is expected: \(visit.demands.count)")
    }
    if visit.state == .published, visit.published == nil {
      add("published", "visit.noPublished", "", "workers and start of a published call are expected")
    }
    if visit.state.isFact, visit.actual == nil {
      add("actual", "visit.noActual", "", "workers and start of a call under way or done are expected")
    }
    guard let actual = visit.actual else { return problems }
    if !visit.state.isFact {
      add(
        "actual", "visit.notBegun", "state \(visit.state.rawValue)", "the state underWay or done is expected beside it")
    }
    if actual.workers.count != visit.demands.count {
      add(
        FieldPath("actual").key("workers"), "visit.workerCount", "\(actual.workers.count) workers",
        "one worker for each demand is expected: \(visit.demands.count)")
    }
    if actual.start > index.draft.asOf {
      add(
        FieldPath("actual").key("start"), "visit.actualInFuture", index.said(actual.start),
        "a start not after asOf, \(index.said(index.draft.asOf)), is expected")
    }
    if !index.day.contains(actual.start) {
      add(
        FieldPath("actual").key("start"), "visit.actualOutsideDay", index.said(actual.start),
        "a start within the service day, \(index.said(index.day)), is expected")
    }
    return problems
  }
}
