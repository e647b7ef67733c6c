import CareModel
import Quantities

/// The last permitted day: no reablement after it, and nobody left alone because of it (R23).
extension PlannedMorning {
  var reablementAfterLimit: [String] {
    let episodes = Dictionary(uniqueKeysWithValues: service.episodes.map { ($0.id, $0) })
    let starts = Dictionary(
      plan.calls.filter { $0.need.kind == .firstResponse }.map { ($0.referral, $0.date) }, uniquingKeysWith: min)
    return plan.calls.compactMap { call in
      if let record = call.episode.flatMap({ episodes[$0] }), record.state != .preStart {
        guard let last = facts.lastPermittedDay(record), call.date > last else { return nil }
        if call.basis != .bridging { return "\(call.id) is reablement after \(last)" }
        let isEssential = call.need.consequence >= (facts.person(record)?.raisedToday(call, service) ?? .medium)
        if !isEssential || call.need.kind.hasClock { return "\(call.id) needs no bridging" }
        return facts.stopsAtLimit(record) ? "\(call.id) goes on though it was handed over or stopped" : nil
      }
      guard let start = starts[call.referral], call.date > start.adding(days: 41) else { return nil }
      return "\(call.id) lies after day 42 of a start on \(start)"
    }
  }

  var callsNotBridged: [String] {
    let calls = Dictionary(plan.calls.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return expectedLines { record, date in
      facts.lastPermittedDay(record).map { date > $0 } ?? false && !facts.stopsAtLimit(record)
    }.filter { $0.line.call.consequence >= .medium && !$0.line.call.kind.hasClock }
      .filter { calls[$0.id]?.basis != .bridging }
      .map { "\($0.id) is lost because of the limit" }
  }
}

extension Person {
  /// From which consequence on a call is essential: what was left undone yesterday lifts today's by one.
  fileprivate func raisedToday(_ call: PlannedCall, _ service: Service) -> Consequence {
    hadUncoveredEssentialCallYesterday && call.date == service.today ? .low : .medium
  }
}
