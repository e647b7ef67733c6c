import CareModel
import Quantities

/// The start lies in the safe window of one of the call's alternatives.
struct SafeWindowRule: RotaRule {
  static let name = RuleName.safeWindow

  func findings(in rota: RotaUnderCheck) -> [Finding] {
    rota.placedCalls.compactMap { call, start in
      guard let safe = call.visit.window(meantBy: start)?.safe, !safe.contains(start) else { return nil }
      let words = rota.words
      let missed =
        start < safe.start
        ? "before \(words.time(safe.start)), the earliest that is safe"
        : "after \(words.time(safe.end)) when it would count as missed"
      return finding(
        Ground(of: call.stops, by: .start), visit: call.visit.id, worker: call.onlyWorker,
        measured: words.time(start), limit: words.times(safe),
        "Call \(call.visit.id) starts at \(words.time(start)), \(missed).")
    }
  }
}
