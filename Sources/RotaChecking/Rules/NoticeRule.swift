import CareModel
import Quantities

/// A call that has not begun does not start before `asOf`, and no worker sets out for it before `asOf`, but to the call to which they
/// were on the way already, as published.
struct NoticeRule: RotaRule {
  static let name = RuleName.notice

  func findings(in rota: RotaUnderCheck) -> [Finding] { rota.runs.flatMap { findings(in: $0, rota) } }

  private func findings(in run: RunUnderCheck, _ rota: RotaUnderCheck) -> [Finding] {
    let (words, asOf) = (rota.words, rota.caseload.asOf)
    return zip(run.stops, run.itinerary.approaches).compactMap { stop, approach in
      guard let visit = stop.visit, !visit.state.isFact else { return nil }
      if stop.start < asOf {
        return finding(
          Ground(of: [stop], by: .start), visit: visit.id, worker: stop.worker, measured: words.time(stop.start),
          limit: "from \(words.time(asOf))",
          "Call \(visit.id) has not begun, but is planned for \(words.time(stop.start)), before \(words.time(asOf)) "
            + "when this rota begins to count.")
      }
      // Where the worker is free only after `asOf`, being late is the travel rule's.
      let latest = stop.start - approach.travel
      guard approach.travel > .zero, latest < asOf, approach.free.map({ $0 <= asOf }) ?? true else { return nil }
      return finding(
        Ground(of: [stop], by: [.start, .worker]), visit: visit.id, worker: stop.worker, measured: words.time(latest),
        limit: "from \(words.time(asOf))",
        "Worker \(stop.worker) would have to set out for call \(visit.id) at \(words.time(latest)), before "
          + "\(words.time(asOf)) when this rota begins to count.")
    }
  }
}
