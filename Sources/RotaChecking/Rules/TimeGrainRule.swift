import CareModel
import Quantities

/// The start lies on the grain, a whole number of it from the day's origin; what has begun may have begun at any time.
struct TimeGrainRule: RotaRule {
  static let name = RuleName.timeGrain

  func findings(in rota: RotaUnderCheck) -> [Finding] {
    let grain = max(1, rota.caseload.policy.timeGrain.value)
    return rota.placedCalls.compactMap { call, start in
      guard !call.stops.allSatisfy(\.isAsItHappened), (start - rota.day.start).value % grain != 0 else { return nil }
      let limit = rota.words.length(Seconds(grain))
      return finding(
        Ground(of: call.stops, by: .start), visit: call.visit.id, worker: call.onlyWorker,
        measured: rota.words.time(start), limit: "a multiple of \(limit)",
        "Call \(call.visit.id) starts at \(rota.words.time(start)), which is not a multiple of \(limit).")
    }
  }
}
