import CareModel
import Quantities

/// No reablement call after the last permitted day, but for bridging (R23).
struct LastPermittedDayRule: RotaRule {
  static let name = RuleName.lastPermittedDay

  func findings(in rota: RotaUnderCheck) -> [Finding] {
    rota.placedCalls.compactMap { call, _ in
      guard rota.caseload.isPastLimit(call.visit),
        let episode = call.visit.episode.flatMap(rota.caseload.episode)
      else { return nil }
      let last = episode.lastPermittedDay(policy: rota.caseload.policy)
      return finding(
        Ground(of: call.stops, by: .presence), visit: call.visit.id, worker: call.onlyWorker,
        measured: "day \(episode.dayNumber(on: rota.caseload.serviceDate))",
        limit: "until day \(episode.dayNumber(on: last))",
        "Call \(call.visit.id) is reablement after \(last), the last permitted day, and nobody has extended it.")
    }
  }
}
