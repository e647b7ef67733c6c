import CareModel
import Quantities

/// Calls under thirty minutes go to workers who know the person; a warning (N7, NICE NG21 1.4).
struct ShortCallRule: RotaRule {
  static let name = RuleName.shortCall

  /// A shorter call is a short one.
  private static let usualLength = Minutes(30)

  func findings(in rota: RotaUnderCheck) -> [Finding] {
    rota.calls.filter { $0.visit.length < Self.usualLength && !$0.visit.isRemote }.flatMap { call in
      call.stops.compactMap { stop in
        guard let person = rota.caseload.person(call.visit.person), Acquaintance(of: stop.worker, person) == .stranger
        else { return nil }
        let length = rota.words.length(call.visit.length)
        return finding(
          Ground(of: [stop], by: .worker), severity: .warning, visit: call.visit.id, worker: stop.worker,
          measured: length, limit: rota.words.length(Self.usualLength),
          "Call \(call.visit.id) takes only \(length), and worker \(stop.worker) doesn't know \(person.id).")
      }
    }
  }
}
