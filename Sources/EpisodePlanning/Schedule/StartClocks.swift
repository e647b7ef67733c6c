import CareModel
import Quantities

/// The care plan and the weekly reviews of people who are to start, drawn on the days that leave one in hand (R21, R24).
///
/// They hold no time in the integer program: until the first visit has been made, nobody books them.
struct StartClocks {
  let service: Service

  /// - Parameter start: the day of the first visit.
  func calls(of entry: StartQueue.Entry, startingOn start: CivilDate, through last: CivilDate) -> [PlannedCall] {
    // Somebody who comes back has the clocks of the episode that goes on.
    guard !entry.isRestart else { return [] }
    let clocks = service.policy.clocks
    let end = min(last, start.adding(days: service.policy.reablementDays - 1))
    let plan = start.adding(days: clocks.carePlanDays)
    let away = service.person(entry.record.referral.person).map(Suspensions.init)
    let reviews = stride(from: clocks.reviewGapDays, to: service.policy.reablementDays, by: clocks.reviewGapDays)
      .map { call(.review, of: entry, on: start.adding(days: $0), by: start.adding(days: $0)) }
    return ([call(.carePlan, of: entry, on: max(start, plan.adding(days: -1)), by: plan)] + reviews).filter { call in
      let preferred = service.calendar.interval(of: call.need.preferred, onServiceDay: call.date)
      return call.date <= end && !(preferred.map { away?.coverWholly($0) ?? false } ?? false)
    }
  }

  private func call(
    _ kind: Visit.Kind, of entry: StartQueue.Entry, on date: CivilDate, by last: CivilDate
  ) -> PlannedCall {
    let need = ClockedCalls.usualNeed(kind)
    let calendar = service.calendar
    let part = PartOfDay.of(
      calendar.interval(of: need.preferred, onServiceDay: date)?.start ?? calendar.start(of: date), on: date,
      calendar: calendar)
    return PlannedCall(
      id: .call(of: entry.owner, PackageLine.nameOfDue(kind), on: date), person: entry.record.referral.person,
      episode: entry.episode?.id, referral: entry.record.id, date: date, part: part, latestPart: part, need: need,
      basis: entry.basis, lastPermittedDay: last)
  }
}
