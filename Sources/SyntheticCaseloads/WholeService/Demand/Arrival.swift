import CareModel
import Quantities

/// A referral as it comes in.
struct Arrival: Sendable {
  /// The day's referrals are numbered from 1.
  let number: Int
  let received: DatedMinute
  let referralClass: ReferralClass
  /// Who has set the flag for care-home risk; nil where there is none.
  let flaggedBy: String?
  /// When somebody in hospital comes home; nil for somebody at home.
  let ready: DatedMinute?
  /// A tentative hold, made ahead of a planned stay in hospital (R18).
  let isProvisional: Bool

  /// Keys the person's random numbers: the day of the referral.
  var index: UInt64 { UInt64(max(0, received.date.daysSinceEpoch)) }
  /// Keys the person's random numbers within the day.
  var subindex: UInt64 { UInt64(max(0, number)) }

  /// `261103-02`: the date of the referral and its number on it. It is the same on whatever date the service is seen.
  var label: String {
    let date = received.date.components
    return PersonPlan.padded(date.year % 100, to: 2) + PersonPlan.padded(date.month, to: 2)
      + PersonPlan.padded(date.day, to: 2) + "-" + PersonPlan.padded(number, to: 2)
  }

  /// The earliest moment for a first visit.
  var earliestVisit: DatedMinute { ready.map { max($0, received) } ?? received }
}
