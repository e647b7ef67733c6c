import CareModel

/// All demands of a call or none; its workers are different people.
struct WholeCallRule: RotaRule {
  static let name = RuleName.wholeCall

  func findings(in rota: RotaUnderCheck) -> [Finding] {
    rota.calls.filter { !$0.stops.isEmpty && $0.visit.demands.count > 1 }.flatMap(findings)
  }

  private func findings(about call: CallUnderCheck) -> [Finding] {
    let id = call.visit.id
    let needed = call.visit.demands.count
    let met = Set(call.stops.map(\.demandIndex)).count
    var findings: [Finding] = []
    if met < needed {
      // A call that was done by fewer workers than it needs is a fact; a lock never orders that.
      let asHappened = call.stops.allSatisfy(\.isAsItHappened)
      findings.append(
        finding(
          asHappened ? .fact : .choice, visit: id, worker: call.onlyWorker, measured: "\(met) of \(needed) workers",
          limit: "\(needed) workers", "Call \(id) needs \(needed) workers, but only \(met) would come."))
    }
    var first: [WorkerID: StopUnderCheck] = [:]
    for stop in call.stops {
      guard let other = first[stop.worker] else {
        first[stop.worker] = stop
        continue
      }
      guard other.demandIndex != stop.demandIndex else { continue }
      findings.append(
        finding(
          Ground(of: [other, stop], by: .worker), visit: id, worker: stop.worker, measured: "the same worker twice",
          limit: "different workers",
          "Call \(id) needs different workers, but \(stop.worker) is down for more than one of them."))
    }
    return findings
  }
}
