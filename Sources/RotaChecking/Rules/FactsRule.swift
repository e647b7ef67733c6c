import CareModel
import Quantities

/// A call under way or done is in the run of its actual workers at its actual start, its length as demanded.
struct FactsRule: RotaRule {
  static let name = RuleName.facts

  func findings(in rota: RotaUnderCheck) -> [Finding] {
    rota.calls.filter(\.visit.state.isFact).flatMap { findings($0, rota) }
  }

  private func findings(_ call: CallUnderCheck, _ rota: RotaUnderCheck) -> [Finding] {
    let (visit, words) = (call.visit, rota.words)
    let state = visit.state == .done ? "done" : "under way"
    var findings: [Finding] = []
    if call.timesListedUncovered > 0 {
      findings.append(
        finding(
          .choice, visit: visit.id, measured: "listed as uncovered", limit: state,
          "Call \(visit.id) is \(state), but listed as uncovered."))
    }
    guard let actual = visit.actual else { return findings }
    for (index, worker) in actual.workers.enumerated() where visit.demands.indices.contains(index) {
      let isTold = call.stops.contains { $0.demandIndex == index && $0.isAsItHappened }
      guard !isTold else { continue }
      // Without a duty period in the document there is no run to put it in.
      let hasDuty = rota.caseload.worker(worker).map { !$0.dutyPeriods.isEmpty } ?? false
      let said = call.stops.filter { $0.demandIndex == index }.map { "\($0.worker) at \(words.time($0.start))" }
      let happened = "\(worker) at \(words.time(actual.start))"
      findings.append(
        finding(
          hasDuty ? .choice : .fact, visit: visit.id, worker: worker,
          measured: said.isEmpty ? "in no run" : said.joined(separator: ", "), limit: happened,
          "Call \(visit.id) is \(state): it was begun by \(worker) at \(words.time(actual.start)) and takes "
            + "\(words.length(visit.demands[index].length)), but the rota doesn't say so."))
    }
    for stop in call.stops where !actual.workers.indices.contains(stop.demandIndex) {
      findings.append(
        finding(
          .choice, visit: visit.id, worker: stop.worker, measured: "\(stop.worker)", limit: "nobody",
          "Call \(visit.id) is \(state) without worker \(stop.worker), in whose run it is."))
    }
    return findings
  }
}
