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
      return (needs.firstVisit.map { first.demands($0.demands) } ?? [])
        + (needs.firstVisit?.preferred.map { first.forward($0, "preferred") } ?? [])
        + lines.problems(needs.lines, name: "start")
        + lines.problems(
          needs.equipment, beside: needs.lines, today: draft.calendar.serviceDate(of: draft.asOf))
    }
  }

  /// Accepted though the contact assessment doesn't open the gate: it is planned, for it has been accepted, and somebody is told (R5, R6).
  ///
  /// Only of those who wait: what was written down of an episode that runs needs nobody any more.
  static func warnings(_ draft: ServiceDraft) -> [RecordProblem] {
    let begun = Set(draft.episodes.map(\.value).filter { $0.state != .preStart }.compactMap(\.episode.referral))
    return draft.referrals.compactMap { record -> RecordProblem? in
      guard record.value.referral.state == .accepted, !begun.contains(record.value.id) else { return nil }
      func warning(_ code: String, _ found: String, _ expected: String) -> RecordProblem {
        RecordProblem(
          RecordKey(.referral, record.index), "contactAssessment", code: code, found: found, expected: expected)
      }
      let assessors = ReferralRecord.assessors.map(\.printedName).joined(separator: " or a ")
      switch record.value.gate {
      case .open: return nil
      case .notHeld:
        return warning(
          "referral.notAssessed", "", "a contact assessment by a \(assessors) is expected before a referral is accepted"
        )
      case .heldBy(let role):
        return warning(
          "referral.notAssessed", "one by a \(role.printedName)",
          "one by a \(assessors) is expected before a referral is accepted")
      case .answeredNo:
        return warning(
          "referral.answeredNo", "an answer of no", "two answers of yes are expected before a referral is accepted")
      }
    }
  }
}
