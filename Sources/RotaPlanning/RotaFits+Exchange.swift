package import CareModel
package import Quantities
import RotaOptimiser

extension RotaFits {
  /// Where a whole call could be added if one other were moved.
  package struct Exchange: Sendable {
    package let opening: Opening
    package let moved: VisitID
    /// Where the other call would be.
    package let placement: Visit.Placement
    /// How far its start moves, either way.
    package let shift: Seconds
  }

  private struct Candidate {
    let demand: Int
    let duty: Int
    let call: Int
    let start: Instant
    /// From the nearest start that is wanted.
    let distance: Seconds
  }

  /// Other calls tried with their own worker, and with another one.
  private static let mostOthers = (own: 240, another: 60)

  /// The least that another call would have to move for a call to have a place: with its own worker where that is possible,
  /// or else with another. Nil where none of those looked at helps; only the nearest are.
  ///
  /// The other call stays within its agreed window and before its deadline, and no further from its published time than counts as a change. Locked calls, calls for
  /// two workers and calls tied to others stay where they are.
  package func exchange(for visit: Visit, within starts: [InstantInterval]) -> Exchange? {
    guard let call = day.callIndex[visit.id], !needsWhatIsNotPlanned(visit), let considerateProbe, !starts.isEmpty
    else { return nil }
    let demands = visit.demands.indices.map { demand in
      day.duties.indices.filter { isWorkable($0, length: visit.demands[demand].length, at: starts) }
    }
    let candidates = self.candidates(call, demands, starts)
    func best(of most: Int, _ shifts: (Candidate) -> [Int]) -> Exchange? {
      var best: Exchange?
      for candidate in candidates.prefix(most) {
        var own = demands
        own[candidate.demand] = [candidate.duty]
        let displaced = FitProbe.Displaced(
          call: candidate.call, spans: promisedSpans(of: candidate), shifts: shifts(candidate))
        guard
          let found = considerateProbe.opening(
            of: call, within: starts.map(span), shifts: own, displacing: displaced),
          let exchange = exchange(found, candidate), best.map({ exchange.shift < $0.shift }) ?? true
        else { continue }
        best = exchange
      }
      return best
    }
    return best(of: RotaFits.mostOthers.own) { [$0.duty] }
      ?? best(of: RotaFits.mostOthers.another) { candidate in day.duties.indices.filter { $0 != candidate.duty } }
  }

  /// Calls in runs that may take the call, nearest to it first.
  private func candidates(_ call: Int, _ demands: [[Int]], _ starts: [InstantInterval]) -> [Candidate] {
    let tied = Set(day.problem.links.flatMap { [$0.first, $0.second] } + day.problem.bundles.joined())
    let open = Set(
      demands.indices.flatMap { demand in
        demands[demand].filter { day.problem.calls[call].demands[demand].placements[$0] != nil }.map { [demand, $0] }
      })
    return open.flatMap { pair -> [Candidate] in
      let (demand, duty) = (pair[0], pair[1])
      return solution.runs[duty].stops.compactMap { stop in
        let other = day.calls[stop.call]
        guard stop.call != call, other.demands.count == 1, other.lock == nil, !tied.contains(stop.call) else {
          return nil
        }
        let start = day.instant(stop.start)
        let distance = starts.map { max($0.start - start, start - $0.end, .zero) }.min() ?? .zero
        return Candidate(demand: demand, duty: duty, call: stop.call, start: start, distance: distance)
      }
    }.sorted { ($0.distance, $0.start, $0.duty, $0.demand) < ($1.distance, $1.start, $1.duty, $1.demand) }
  }

  /// What the other person has been told: first from the time that the call has, then before it.
  private func promisedSpans(of candidate: Candidate) -> [FitProbe.Span] {
    let visit = day.calls[candidate.call]
    guard let window = visit.windows.first(where: { $0.safe.contains(candidate.start) }) else { return [] }
    let until = max(candidate.start, day.instant(toldUntil[candidate.call]))
    var from = min(window.agreed.start, candidate.start)
    if let published = visit.published { from = max(from, published.start - day.caseload.policy.changeFromMinutes) }
    let parts = [
      InstantInterval(start: candidate.start, end: until),
      InstantInterval(start: from, end: candidate.start - day.caseload.policy.timeGrain),
    ]
    return parts.compactMap { $0 }.flatMap { self.starts(of: visit, within: $0) }.map(span)
  }

  private func exchange(_ found: FitProbe.Opening, _ candidate: Candidate) -> Exchange? {
    for (shift, run) in found.rota.runs.enumerated() {
      guard let stop = run.stops.first(where: { $0.call == candidate.call }) else { continue }
      let start = day.instant(stop.start)
      return Exchange(
        opening: opening(found), moved: day.calls[candidate.call].id,
        placement: Visit.Placement(workers: [day.duties[shift].worker.id], start: start),
        shift: max(start - candidate.start, candidate.start - start))
    }
    return nil
  }
}
