import CareModel
import Quantities

/// No call of a person starts before the `readyFrom` of the referral that the call names.
struct NotBeforeReadyRule: RotaRule {
  static let name = RuleName.notBeforeReady

  func findings(in rota: RotaUnderCheck) -> [Finding] {
    rota.placedCalls.compactMap { call, start in
      guard let ready = call.visit.referral.flatMap(rota.caseload.referral)?.readyFrom, start < ready
      else { return nil }
      let words = rota.words
      return finding(
        Ground(of: call.stops, by: .start), visit: call.visit.id, worker: call.onlyWorker,
        measured: words.time(start), limit: "from \(words.time(ready))",
        "Call \(call.visit.id) starts at \(words.time(start)), but \(call.visit.person) is not ready before "
          + "\(words.time(ready)).")
    }
  }
}
