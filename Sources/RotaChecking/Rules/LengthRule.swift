import CareModel
import Quantities

/// A stop ends exactly its demand's length after its start.
struct LengthRule: RotaRule {
  static let name = RuleName.length

  func findings(in rota: RotaUnderCheck) -> [Finding] {
    rota.calls.flatMap(\.stops).compactMap { stop in
      guard let demand = stop.demand, stop.end - stop.start != demand.length.seconds else { return nil }
      let (measured, limit) = (rota.words.length(stop.end - stop.start), rota.words.length(demand.length))
      return finding(
        .choice, visit: stop.visitID, worker: stop.worker, measured: measured, limit: limit,
        "Call \(stop.visitID) takes \(limit), but the run of worker \(stop.worker) gives it \(measured).")
    }
  }
}
