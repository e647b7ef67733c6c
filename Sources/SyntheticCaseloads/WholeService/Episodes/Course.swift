import CareModel
import Quantities

/// What becomes of a referral, told to its end: what is known of it on a date is for ``EpisodeSnapshot`` to say.
struct Course: Sendable {
  let arrival: Arrival
  /// Declined or withdrawn before the first visit; then nothing follows.
  let refusal: Refusal?
  let firstVisit: DatedMinute
  /// Days of reablement, the first visit's included.
  let days: Int
  let ending: EpisodeRecord.EndReason
  /// The day number from which the person waits for onward care; nil where nobody is waited for.
  let waitsFromDay: Int?
  /// The day number of the last day with calls.
  let lastDay: Int
  /// In hospital from and until.
  let suspension: (from: DatedMinute, until: DatedMinute)?

  struct Refusal: Sendable {
    let state: Referral.State
    let at: DatedMinute
  }

  var startDate: CivilDate { firstVisit.date }
  var lastDate: CivilDate { startDate.adding(days: lastDay - 1) }

  /// Somebody else will have to go on caring.
  var needsOnwardCare: Bool { ending == .longTermCare || ending == .reducedCare }

  /// 1 on the service day of the first visit.
  func dayNumber(on date: CivilDate) -> Int { date.daysSinceEpoch - startDate.daysSinceEpoch + 1 }
}
