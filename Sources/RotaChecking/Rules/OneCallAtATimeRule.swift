import CareModel
import Quantities

/// Two covered calls of one person do not overlap in time unless linked by `sameStart`.
///
/// Told once for each call, of the earliest-starting one that it overlaps.
struct OneCallAtATimeRule: RotaRule {
  static let name = RuleName.oneCallAtATime

  func findings(in rota: RotaUnderCheck) -> [Finding] {
    var together: Set<[VisitID]> = []
    for link in rota.caseload.links where link.relation == .sameStart {
      together.formUnion([[link.first, link.second], [link.second, link.first]])
    }
    var calls: [PersonID: [(call: CallUnderCheck, start: Instant)]] = [:]
    for call in rota.calls {
      guard let start = call.placement?.start else { continue }
      calls[call.visit.person, default: []].append((call, start))
    }
    return rota.caseload.people.flatMap { person -> [Finding] in
      let inOrder = (calls[person.id] ?? []).sorted { ($0.start, $0.call.visit.id) < ($1.start, $1.call.visit.id) }
      var running: [(call: CallUnderCheck, start: Instant)] = []
      return inOrder.compactMap { call, start in
        running.removeAll { $0.start + $0.call.visit.length <= start }
        let other = running.first { !together.contains([$0.call.visit.id, call.visit.id]) }
        running.append((call, start))
        return other.map { overlap(call, start, $0.call, $0.start, rota.words) }
      }
    }
  }

  private func overlap(
    _ call: CallUnderCheck, _ start: Instant, _ other: CallUnderCheck, _ otherStart: Instant, _ words: PlainWords
  ) -> Finding {
    let end = otherStart + other.visit.length
    return finding(
      Ground(of: [other, call], by: .start), visit: call.visit.id, worker: call.onlyWorker,
      measured: words.time(start), limit: "from \(words.time(end))",
      "Call \(call.visit.id) starts at \(words.time(start)), while \(call.visit.person) has call \(other.visit.id) "
        + "until \(words.time(end)).")
  }
}
