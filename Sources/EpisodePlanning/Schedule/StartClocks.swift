import CareModel
import Quantities

/// The care plan and the weekly reviews of people who are to start, where what has been chosen leaves time for them (R21, R24).
///
/// They hold no time in the integer program, which no start waits for: until the first visit has been made, nobody books them.
struct StartClocks {
  let service: Service

  /// - Parameters:
  ///   - start: the day of the first visit.
  ///   - room: the time that is left; the calls take what they need.
  /// - Returns: The care plan with one day in hand where there is time for it, else as near to that as can be; each review a week
  ///   behind the one before or, where that day has no time, up to three days earlier.
  func calls(
    of entry: StartQueue.Entry, startingOn start: CivilDate, through last: CivilDate, in room: inout RemainingRoom
  ) -> [PlannedCall] {
    // Somebody who comes back has the clocks of the episode that goes on.
    guard !entry.isRestart else { return [] }
    let clocks = service.policy.clocks
    let end = min(last, start.adding(days: service.policy.reablementDays - 1))
    let away = service.person(entry.record.referral.person).map(Suspensions.init)
    func place(_ kind: Visit.Kind, by last: CivilDate, on days: [CivilDate]) -> PlannedCall? {
      let ways = days.filter { $0 <= end }.map { call(kind, of: entry, on: $0, by: last) }.filter { call in
        let preferred = service.calendar.interval(of: call.need.preferred, onServiceDay: call.date)
        return !(preferred.map { away?.coverWholly($0) ?? false } ?? false)
      }
      return room.place(ways)
    }
    let plan = start.adding(days: clocks.carePlanDays)
    let inHand = [plan.adding(days: -1), plan] + (0..<clocks.carePlanDays).map { plan.adding(days: -2 - $0) }
    // Not on the day of the first visit, which it might come before.
    var calls = [place(.carePlan, by: plan, on: inHand.filter { $0 > start || $0 == plan })].compactMap { $0 }
    var held = start
    while held.adding(days: clocks.reviewGapDays) <= end {
      let next = held.adding(days: clocks.reviewGapDays)
      let days = (0...ReviewChain.mostDaysBefore).map { next.adding(days: -$0) }.filter { $0 > held }
      let review = place(.review, by: next, on: days)
      calls += [review].compactMap { $0 }
      held = review?.date ?? next
    }
    return calls
  }

  private func call(
    _ kind: Visit.Kind, of entry: StartQueue.Entry, on date: CivilDate, by last: CivilDate
  ) -> PlannedCall {
    let need = ClockedCalls.usualNeed(kind)
    let parts = ClockedCalls.parts(of: need, on: date, service)
    return PlannedCall(
      id: .call(of: entry.owner, PackageLine.nameOfDue(kind), on: date), person: entry.record.referral.person,
      episode: entry.episode?.id, referral: entry.record.id, date: date, part: parts.lowerBound,
      latestPart: parts.upperBound, need: need, basis: entry.basis, lastPermittedDay: last)
  }
}
