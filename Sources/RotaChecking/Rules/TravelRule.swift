import CareModel
import Quantities

/// No stop starts before the worker can have arrived from what comes before it; this includes overlaps.
///
/// The first stop of a run is reached by leaving early enough, which the duty period judges.
struct TravelRule: RotaRule {
  static let name = RuleName.travel

  func findings(in rota: RotaUnderCheck) -> [Finding] { rota.runs.flatMap { findings(in: $0, rota.words) } }

  private func findings(in run: RunUnderCheck, _ words: PlainWords) -> [Finding] {
    zip(run.stops, run.itinerary.approaches).enumerated().compactMap { position, pair in
      let (stop, approach) = pair
      guard let free = approach.free, stop.start < free + approach.travel else { return nil }
      let earliest = free + approach.travel
      let before = approach.followsStop ? run.stops[position - 1] : nil
      let ground = before.map { Ground(of: [$0, stop], by: [.start, .worker]) } ?? .choice
      let (start, cause) = (words.time(stop.start), before.map { "call \($0.visitID)" } ?? "the break")
      let sentence =
        stop.start < free
        ? "Call \(stop.visitID) starts at \(start), but worker \(stop.worker) is busy with \(cause) until "
          + "\(words.time(free))."
        : "Call \(stop.visitID) starts at \(start), but worker \(stop.worker) can't be there before "
          + "\(words.time(earliest)): \(words.length(approach.travel)) on the way after \(cause)."
      return finding(
        ground, visit: stop.visitID, worker: stop.worker, measured: start, limit: "from \(words.time(earliest))",
        sentence)
    }
  }
}
