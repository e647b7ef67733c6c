/// Holds the records of a day against one another, so that everything in a `Caseload` fits together.
///
/// Pure: it knows neither files nor zones. Each problem sets its record aside; what depends on a record that is set
/// aside follows it (``FollowThrough``), and the rest goes on.
package enum CaseloadValidator {
  /// Checks a day as read; every problem is found in one pass.
  ///
  /// - Complexity: n log n in the number of records, but for links that contradict each other.
  package static func validate(_ draft: CaseloadDraft) -> CaseloadValidation {
    let windows = WindowResolution(draft)
    let index = DraftIndex(draft, visits: windows.visits)
    let checked =
      PlaceChecks.problems(index) + EpisodeChecks.problems(index) + ReferralChecks.problems(index)
      + WorkerChecks.problems(index) + VisitChecks.problems(index) + windows.problems + LinkChecks.problems(index)
      + LinkContradictions.problems(index) + LockChecks.problems(index) + LockPairs.problems(index)
    var followThrough = FollowThrough(index, checked: checked)
    followThrough.run()
    var mentions = SoftMentions(index, gone: followThrough.gone)
    let kept = mentions.drop()
    return CaseloadValidation(
      draft: kept.draft, visits: kept.visits, setAside: Set(followThrough.problems.map(\.record)),
      problems: followThrough.problems,
      warnings: mentions.warnings + PlaceOutliers.warnings(index) + EpisodeChecks.warnings(index))
  }
}

/// What came of holding a day's records against one another.
package struct CaseloadValidation: Sendable {
  private let draft: CaseloadDraft
  private let visits: [DraftRecord<Visit>]
  private let setAside: Set<RecordKey>
  /// Each sets its record aside.
  package let problems: [RecordProblem]
  /// What was left out of a record that was kept, or looks like a slip.
  package let warnings: [RecordProblem]

  init(
    draft: CaseloadDraft, visits: [DraftRecord<Visit>], setAside: Set<RecordKey>, problems: [RecordProblem],
    warnings: [RecordProblem]
  ) {
    self.draft = draft
    self.visits = visits
    self.setAside = setAside
    self.problems = problems
    self.warnings = warnings
  }

  /// The day without the records that were set aside.
  ///
  /// - Parameter quarantine: those records, as the edge says where they stand.
  package func caseload(quarantine: [QuarantinedRecord] = []) -> Caseload {
    Caseload(
      title: draft.title, isInvented: draft.isInvented, asOf: draft.asOf, serviceDate: draft.serviceDate,
      calendar: draft.calendar, policy: draft.policy, places: kept(draft.places, .place), matrices: draft.matrices,
      people: kept(draft.people, .person), episodes: kept(draft.episodes, .episode),
      referrals: kept(draft.referrals, .referral), workers: kept(draft.workers, .worker), visits: kept(visits, .visit),
      links: kept(draft.links, .link), quarantine: quarantine)
  }

  private func kept<Value>(_ records: [DraftRecord<Value>], _ kind: RecordKind) -> [Value] {
    records.filter { !setAside.contains(RecordKey(kind, $0.index)) }.map(\.value)
  }
}
