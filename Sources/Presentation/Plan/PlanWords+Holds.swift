import CareModel
import Quantities

/// What is held for people who may not start yet (R18).
extension PlanWords {
  /// Where time is held and until when, or that nothing is; and what to ask for.
  func hold(_ hold: TentativeHold, of start: PlannedStart) -> [String] {
    switch hold {
    case .held(let held):
      let what = held.isFirstVisitAlone ? "the first visit alone is held tentatively" : "held tentatively"
      let until = held.until.map { " until \(clock.timeAndDay($0))" } ?? ""
      let isMissed = start.lateBy > .zero && start.deadline >= service.asOf
      return ["\(what) for \(day(held.date)) \(held.part.printedName)\(until)"]
        + (isMissed ? ["would miss \(service.policy.responseTime.spoken) by \(length(start.lateBy))"] : [])
        + (held.isFirstVisitAlone ? ["ask what calls the person needs: nothing is held for them"] : [])
    case .over(let ended): return ["the hold was over \(clock.timeAndDay(ended)): nothing is held"]
    case .answeredNo: return ["the contact assessment has answered no: nothing is held"]
    case .noRoom(let obstacle):
      let reason = why(obstacle)
      if start.outcome == .waits(obstacle) { return ["nothing is held"] }
      return ["nothing is held: \(reason)"]
    }
  }
}
