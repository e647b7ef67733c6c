import CareModel
import Quantities

/// Reads one of `referrals`.
enum ReferralReader {
  static let keys = [
    "id", "person", "class", "careHomeRisk", "receivedAt", "readyFrom", "whereabouts", "homecoming", "state",
    "responseDeadline", "baselineMinutesAWeek",
  ]
  static let careHomeRiskKeys = ["setBy"]

  static func read(_ record: RecordReader, calendar: ServiceCalendar) -> Referral? {
    let id = record.identifier("id", of: Referral.self)
    let person = record.reference("person", to: .person, of: Person.self)
    let referralClass = record.word("class", of: ReferralClass.self)
    let riskSetBy = record.optionalObject("careHomeRisk", keys: careHomeRiskKeys)?.text("setBy")
    let receivedAt = record.instant("receivedAt", in: calendar)
    let readyFrom = record.optionalInstant("readyFrom", in: calendar)
    let whereabouts = record.word("whereabouts", of: Referral.Whereabouts.self)
    let homecoming = record.word("homecoming", default: Referral.Homecoming.confirmed)
    let state = record.word("state", default: Referral.State.accepted)
    let deadline = record.optionalInstant("responseDeadline", in: calendar)
    let baseline = record.optionalInteger("baselineMinutesAWeek", in: CaseloadLimits.weekMinutes, unit: "minutes")
    guard let id, let person, let referralClass, let receivedAt, let whereabouts, record.log.isEmpty else { return nil }
    return Referral(
      id: id, person: person, referralClass: referralClass,
      careHomeRisk: riskSetBy.map { Referral.CareHomeRisk(setBy: $0) }, receivedAt: receivedAt, readyFrom: readyFrom,
      whereabouts: whereabouts, homecoming: homecoming, state: state, responseDeadline: deadline,
      baselineWeekly: baseline.map { Minutes($0) })
  }
}
