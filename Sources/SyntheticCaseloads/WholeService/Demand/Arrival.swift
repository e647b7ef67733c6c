import CareModel
import Quantities

/// A minute of a calendar day, before it becomes an instant.
struct DatedMinute: Hashable, Comparable, Sendable {
  var date: CivilDate
  /// After midnight of the date, 0 to 1439.
  var minute: Int

  static func < (left: Self, right: Self) -> Bool { (left.date, left.minute) < (right.date, right.minute) }

  func adding(days: Int) -> DatedMinute { DatedMinute(date: date.adding(days: days), minute: minute) }

  /// Minutes from another one to this; both on clocks that stand still.
  func minutes(since other: DatedMinute) -> Int {
    (date.daysSinceEpoch - other.date.daysSinceEpoch) * 1440 + minute - other.minute
  }
}

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
