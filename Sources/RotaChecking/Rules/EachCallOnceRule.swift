import CareModel

/// Every wanted call is either covered by exactly one stop per demand or listed as uncovered, not both; nothing is lost.
/// A call of a closed referral is in no run. Calls under way or done that are missing are the facts rule's.
struct EachCallOnceRule: RotaRule {
  static let name = RuleName.eachCallOnce

  func findings(in rota: RotaUnderCheck) -> [Finding] { rota.calls.flatMap(findings) }

  private func findings(about call: CallUnderCheck) -> [Finding] {
    let id = call.visit.id
    var findings: [Finding] = []
    if call.level == .notWanted(.referralClosed), !call.stops.isEmpty, !call.visit.state.isFact {
      findings.append(
        finding(
          Ground(of: call.stops, by: .presence), visit: id, worker: call.onlyWorker, measured: "in a run",
          limit: "in no run", "Call \(id) is in a run, though the referral was declined or withdrawn."))
    }
    for (position, stop) in call.stops.enumerated().dropFirst()
    where call.stops[position - 1].demandIndex == stop.demandIndex {
      findings.append(
        finding(
          .choice, visit: id, worker: stop.worker, measured: "twice", limit: "once",
          "Call \(id) is in the rota twice for the same demand, the second time with worker \(stop.worker)."))
    }
    if call.timesListedUncovered > 1 {
      findings.append(
        finding(
          .choice, visit: id, measured: "\(call.timesListedUncovered) times", limit: "once",
          "Call \(id) is listed as uncovered \(call.timesListedUncovered) times."))
    }
    guard !call.visit.state.isFact else { return findings }
    if !call.stops.isEmpty, call.timesListedUncovered > 0 {
      findings.append(
        finding(
          .choice, visit: id, measured: "both", limit: "one of the two",
          "Call \(id) is in a run and also listed as uncovered."))
    }
    if call.stops.isEmpty, call.timesListedUncovered == 0, call.isWanted {
      findings.append(
        finding(
          .choice, visit: id, measured: "neither", limit: "in a run or listed as uncovered",
          "Call \(id) is lost: it is in no run and not listed as uncovered."))
    }
    return findings
  }
}
