import CareModel
import Quantities

/// What the model's own validator says of a day, as if it had been read from a document.
func validationProblems(_ day: Caseload) -> [String] {
  var draft = CaseloadDraft(
    title: day.title, isInvented: day.isInvented, asOf: day.asOf, serviceDate: day.serviceDate, calendar: day.calendar,
    policy: day.policy, matrices: day.matrices)
  draft.places = records(day.places)
  draft.people = records(day.people)
  draft.episodes = records(day.episodes)
  draft.referrals = records(day.referrals)
  draft.workers = records(day.workers)
  draft.links = records(day.links)
  draft.visits = records(
    day.visits.map { visit in
      VisitDraft(
        Visit(
          id: visit.id, person: visit.person, kind: visit.kind, episode: visit.episode, referral: visit.referral,
          mode: visit.mode, place: visit.place, demands: visit.demands, windows: [], consequence: visit.consequence,
          isTimeCritical: visit.isTimeCritical, preferences: visit.preferences, refusedWorkers: visit.refusedWorkers,
          lastPermittedDay: visit.lastPermittedDay, lock: visit.lock, state: visit.state, published: visit.published,
          actual: visit.actual),
        windows: visit.windows.map { WindowDraft(preferred: $0.preferred, agreed: $0.agreed, safe: $0.safe) })
    })
  let validation = CaseloadValidator.validate(draft)
  let unlike = validation.caseload() == day ? [] : ["the validator changed the day"]
  return (validation.problems + validation.warnings).map { "\($0.record) \($0.field) \($0.code) \($0.found)" } + unlike
}

private func records<Value: Sendable>(_ values: [Value]) -> [DraftRecord<Value>] {
  values.enumerated().map { DraftRecord(index: $0, value: $1) }
}
