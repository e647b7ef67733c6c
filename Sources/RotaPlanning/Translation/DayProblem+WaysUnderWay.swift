import CareModel
import Quantities
import RotaOptimiser
import TravelTimes

extension DayProblem {
  /// Whoever is on the way to the call that is theirs next, as published, has only the rest of that way before them.
  ///
  /// They set out as late as the published start allows, but not before they were free. To every other call they go from where they were.
  mutating func layWaysUnderWay() {
    let next = caseload.callsToGoToNext
    var longest = Seconds.zero
    for (shift, inHand) in duties.enumerated() {
      guard let visit = next[DutyKey(worker: inHand.worker.id, duty: inHand.duty.id)],
        let call = callIndex[visit.id], let node = callNodes[call], let behind = wayBehind(inHand, to: visit),
        let mode = modes.firstIndex(of: inHand.duty.mode)
      else { continue }
      problem.travel[mode].seconds[startNodes[shift] * problem.nodeCount + node] -= Int32(behind.value)
      if inHand.facts.isEmpty, !problem.shifts[shift].breaks.isEmpty { longest = max(longest, behind) }
    }
    // A run that has not begun is reckoned from `asOf` here, though its worker set out before: its breaks are asked for so much sooner.
    problem.breakRequiredAfter = max(.zero, problem.breakRequiredAfter - longest)
  }

  /// How much of the way to a call lies behind its worker at `asOf`; nil for somebody who has not set out.
  private func wayBehind(_ inHand: DutyInHand, to visit: Visit) -> Seconds? {
    guard let told = visit.published, let place = caseload.place(of: visit) else { return nil }
    let leg = travel.leg(
      from: inHand.lastPlace ?? inHand.duty.startPlace, to: place, mode: inHand.duty.mode,
      part: caseload.travelDayPart(to: visit)
    ).seconds
    let free = inHand.facts.map(\.end).max() ?? inHand.limits.earliestStart
    let departure = max(free, told.start - leg)
    return departure < caseload.asOf && caseload.asOf <= departure + leg ? caseload.asOf - departure : nil
  }
}
