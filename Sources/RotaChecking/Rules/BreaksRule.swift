import CareModel
import Quantities

/// A run longer than `breakRequiredAfter` has each break of its duty that is not taken, in its order, of its length and
/// wholly in its window; in any run each break lies in one gap between stops and overlaps no other (N10).
struct BreaksRule: RotaRule {
  static let name = RuleName.breaks

  func findings(in rota: RotaUnderCheck) -> [Finding] {
    rota.runs.filter { !$0.stops.isEmpty }.flatMap { overlapping(in: $0, rota.words) + missing(in: $0, rota) }
  }

  private func overlapping(in run: RunUnderCheck, _ words: PlainWords) -> [Finding] {
    run.itinerary.rests.filter { !$0.isInGap }.map { rest in
      let times = words.times(rest.start, rest.end)
      return finding(
        .choice, worker: run.run.worker, measured: times, limit: "a gap between calls",
        "The break of worker \(run.run.worker) at \(times) doesn't lie in one gap between calls.")
    }
  }

  private func missing(in run: RunUnderCheck, _ rota: RotaUnderCheck) -> [Finding] {
    guard let duty = run.duty, run.span > rota.caseload.policy.breakRequiredAfter.seconds else { return [] }
    let words = rota.words
    var left = run.itinerary.rests[...]
    return duty.breaks.filter { !$0.isTaken }.enumerated().compactMap { position, due in
      if let found = left.firstIndex(where: { fits($0, due) }) {
        left = left[(found + 1)...]
        return nil
      }
      // Once its window has closed nobody can take it any more: nothing about it is chosen.
      let isOver = due.window.end - due.length < rota.caseload.asOf
      let rests = run.itinerary.rests
      let planned = rests.indices.contains(position) ? words.times(rests[position].start, rests[position].end) : nil
      let (length, window) = (words.length(due.length), words.times(due.window))
      return finding(
        isOver ? .fact : .choice, worker: run.run.worker, measured: planned ?? "none",
        limit: "\(length) within \(window)",
        "Worker \(run.run.worker) works \(words.length(run.span)) and has no break of \(length) within \(window)"
          + (planned.map { ": it is planned for \($0)." } ?? "."))
    }
  }

  private func fits(_ rest: Itinerary.Rest, _ due: Break) -> Bool {
    rest.end - rest.start == due.length.seconds && due.window.contains(rest.start) && due.window.contains(rest.end)
  }
}
