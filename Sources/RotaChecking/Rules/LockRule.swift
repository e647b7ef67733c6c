import CareModel
import Quantities

/// A locked call that is wanted is covered, by the locked workers in the order of demands, at the locked start.
struct LockRule: RotaRule {
  static let name = RuleName.lock

  func findings(in rota: RotaUnderCheck) -> [Finding] {
    rota.calls.flatMap { call in call.visit.lock.map { findings(call, $0, rota.words) } ?? [] }
  }

  private func findings(_ call: CallUnderCheck, _ lock: Lock, _ words: PlainWords) -> [Finding] {
    let id = call.visit.id
    guard call.isCovered else {
      guard call.isWanted else { return [] }
      return [
        finding(
          .choice, visit: id, measured: "uncovered", limit: "covered",
          "Call \(id) is locked by \(lock.setBy), but not covered.")
      ]
    }
    // What has happened otherwise than ordered can't be undone: not a choice.
    let ground: Ground = call.stops.allSatisfy(\.isAsItHappened) ? .fact : .choice
    var findings: [Finding] = []
    let start = call.start ?? call.placement?.start
    if let ordered = lock.start, let start, start != ordered {
      findings.append(
        finding(
          ground, visit: id, worker: call.onlyWorker, measured: words.time(start), limit: words.time(ordered),
          "Call \(id) is locked to \(words.time(ordered)) by \(lock.setBy), but starts at \(words.time(start))."))
    }
    guard let ordered = lock.workers else { return findings }
    for stop in call.stops {
      let index = stop.demandIndex
      guard ordered.indices.contains(index), ordered[index] != stop.worker else { continue }
      findings.append(
        finding(
          ground, visit: id, worker: stop.worker, measured: "\(stop.worker)", limit: "\(ordered[index])",
          "Call \(id) is locked to worker \(ordered[index]) by \(lock.setBy), but goes to \(stop.worker)."))
    }
    return findings
  }
}
