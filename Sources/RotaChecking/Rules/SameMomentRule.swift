import CareModel
import Quantities

/// All stops of a call start in the same second.
struct SameMomentRule: RotaRule {
  static let name = RuleName.sameMoment

  func findings(in rota: RotaUnderCheck) -> [Finding] {
    rota.calls.compactMap { call in
      let starts = call.stops.map(\.start)
      guard let earliest = starts.min(), let latest = starts.max(), earliest < latest else { return nil }
      let words = rota.words
      return finding(
        .choice, visit: call.visit.id, measured: words.length(latest - earliest), limit: "0 min",
        "The workers of call \(call.visit.id) don't start together: at \(words.time(earliest)) and "
          + "\(words.time(latest)).")
    }
  }
}
