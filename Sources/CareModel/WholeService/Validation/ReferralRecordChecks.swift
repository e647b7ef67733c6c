import Quantities

/// Referrals: what a start would need.
enum ReferralRecordChecks {
  static func problems(_ draft: ServiceDraft) -> [RecordProblem] {
    draft.referrals.flatMap { record -> [RecordProblem] in
      guard let needs = record.value.needs else { return [] }
      let key = RecordKey(.referral, record.index)
      let origin = draft.calendar.dayOrigin
      let first = CallNeedChecks(key: key, field: "needs", name: "first visit", dayOrigin: origin)
      let lines = PackageChecks(key: key, field: "needs", dayOrigin: origin, owner: record.value.id.text)
      return first.demands(needs.firstVisit.demands)
        + (needs.firstVisit.preferred.map { first.forward($0, "preferred") } ?? [])
        + lines.problems(needs.lines, name: "start")
        + lines.problems(
          needs.equipment, beside: needs.lines, today: draft.calendar.serviceDate(of: draft.asOf))
    }
  }
}
