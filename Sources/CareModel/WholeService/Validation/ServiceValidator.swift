/// Holds the records of a service against one another, so that everything in a `Service` fits together.
///
/// Each problem sets its record aside; what depends on it follows by the rules of a day (`Documentation/input-errors.md`), and
/// the rest goes on. Whether a worker's shifts leave the rest between two days is looked at when a day is cut.
package enum ServiceValidator {
  /// Checks a service as read; every problem is found in one pass.
  ///
  /// - Complexity: n log n in the number of the records and of the lines and shifts within them.
  package static func validate(_ draft: ServiceDraft) -> ServiceValidation {
    let index = draft.asDay
    let places = PlaceChecks.problems(index)
    var checked =
      places + EpisodeChecks.problems(index) + ReferralChecks.problems(index)
      + PlaceMentions(draft, setAside: places).problems
      + EpisodeRecordChecks(draft).problems + ReferralRecordChecks.problems(draft) + StaffChecks.problems(draft)
      + AppointmentChecks.problems(draft, index.caseload)
    checked += AnswerChecks.problems(draft, setAside: Set(checked.map(\.record)))
    var followThrough = FollowThrough(index, checked: checked)
    followThrough.run()
    var mentions = SoftMentions(index, gone: followThrough.gone)
    let kept = mentions.drop()
    return ServiceValidation(
      draft: draft, day: kept.draft, visits: kept.visits, setAside: Set(followThrough.problems.map(\.record)),
      problems: followThrough.problems,
      warnings: mentions.warnings + EpisodeChecks.warnings(index)
        + ReferralRecordChecks.warnings(draft).filter { !followThrough.isSetAside($0.record) })
  }
}

/// What came of holding a service's records against one another.
package struct ServiceValidation: Sendable {
  private let draft: ServiceDraft
  private let day: CaseloadDraft
  private let visits: [DraftRecord<Visit>]
  private let setAside: Set<RecordKey>
  /// Each sets its record aside.
  package let problems: [RecordProblem]
  /// What was left out of a record that was kept, and what of one looks like a slip.
  package let warnings: [RecordProblem]

  init(
    draft: ServiceDraft, day: CaseloadDraft, visits: [DraftRecord<Visit>], setAside: Set<RecordKey>,
    problems: [RecordProblem], warnings: [RecordProblem]
  ) {
    self.draft = draft
    self.day = day
    self.visits = visits
    self.setAside = setAside
    self.problems = problems
    self.warnings = warnings
  }

  /// The service without the records that were set aside, and without mentions of people who are not in it.
  ///
  /// Wishes in the lines of packages stay as written: whom they name is asked when a day is cut.
  /// - Parameter quarantine: those records, as the edge says where they stand.
  package func service(quarantine: [QuarantinedRecord] = []) -> Service {
    let episodes = zip(draft.episodes, day.episodes).map { record, known in
      DraftRecord(index: record.index, value: record.value.with(known.value))
    }
    let staff = zip(draft.staff, day.workers).map { record, known in
      DraftRecord(index: record.index, value: record.value.with(refusedPeople: known.value.refusedPeople))
    }
    let appointments = zip(draft.appointments, visits).map { record, known in
      DraftRecord(index: record.index, value: record.value.with(known.value))
    }
    return Service(
      title: draft.title, isInvented: draft.isInvented, asOf: draft.asOf, calendar: draft.calendar,
      policy: draft.policy, places: kept(draft.places, .place), matrices: draft.matrices,
      people: kept(day.people, .person), referrals: kept(draft.referrals, .referral),
      episodes: kept(episodes, .episode), staff: kept(staff, .worker), appointments: kept(appointments, .visit),
      quarantine: quarantine)
  }

  private func kept<Value>(_ records: [DraftRecord<Value>], _ kind: RecordKind) -> [Value] {
    records.filter { !setAside.contains(RecordKey(kind, $0.index)) }.map(\.value)
  }
}

extension EpisodeRecord {
  /// The same record around another state of what a day knows of the episode.
  fileprivate func with(_ episode: Episode) -> EpisodeRecord {
    var copy = self
    copy.episode = episode
    return copy
  }
}

extension StaffMember {
  fileprivate func with(refusedPeople: [PersonID]) -> StaffMember {
    StaffMember(
      id: id, role: role, skills: skills, gender: gender, languages: languages, refusedPeople: refusedPeople,
      home: home, patch: patch, mode: mode, startsFrom: startsFrom, endsAt: endsAt, contract: contract, roster: roster,
      rosterChanges: rosterChanges, leave: leave, sickness: sickness, employed: employed,
      agreedOvertime: agreedOvertime)
  }
}

extension Appointment {
  /// The same with the wishes and the published workers that are left.
  fileprivate func with(_ visit: Visit) -> Appointment {
    Appointment(
      id: id, person: person, episode: episode, referral: referral, date: date,
      call: CallNeed(
        kind: call.kind, mode: call.mode, place: call.place, demands: call.demands, preferred: call.preferred,
        agreed: call.agreed, safe: call.safe, consequence: call.consequence, isTimeCritical: call.isTimeCritical,
        preferences: visit.preferences), line: line,
      lastPermittedDay: lastPermittedDay, published: visit.published)
  }
}
