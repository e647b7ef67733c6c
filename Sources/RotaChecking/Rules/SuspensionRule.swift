import CareModel
import Quantities

/// No part of a call, its longest demand, touches a suspension of the person; both ends count.
struct SuspensionRule: RotaRule {
  static let name = RuleName.suspension

  func findings(in rota: RotaUnderCheck) -> [Finding] {
    rota.placedCalls.compactMap { call, start in
      let end = start + call.visit.length
      guard let person = rota.caseload.person(call.visit.person),
        let away = person.suspensions.first(where: { $0.start <= end && start <= $0.end })
      else { return nil }
      let words = rota.words
      return finding(
        Ground(of: call.stops, by: .start), visit: call.visit.id, worker: call.onlyWorker,
        measured: words.times(start, end), limit: "not \(words.times(away))",
        "Call \(call.visit.id) is planned for \(words.times(start, end)), but \(person.id) is away "
          + "\(words.times(away)).")
    }
  }
}
