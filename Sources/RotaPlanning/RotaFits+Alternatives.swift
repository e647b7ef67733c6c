package import CareModel
import Quantities
import RotaOptimiser

extension RotaFits {
  /// Other ways of doing a call that is done, all other calls kept: with other workers, each at the best of the first starts in its preferred, agreed and
  /// safe hours. In the order of what the whole rota would be worth, prices for early starts left aside.
  ///
  /// Of a call for two, one worker is another at a time.
  ///
  /// - Complexity: places of the call in the runs of those who may do it.
  package func alternatives(for visit: Visit, atMost count: Int) -> [Opening] {
    guard let call = day.callIndex[visit.id], let considerateProbe else { return [] }
    let now = visit.demands.indices.compactMap { demand in
      solution.runs.firstIndex { $0.stops.contains { $0.call == call && $0.demand == demand } }
    }
    guard now.count == visit.demands.count else { return [] }
    let hours = [visit.windows.map(\.preferred), visit.windows.map(\.agreed), visit.windows.map(\.safe)]
      .map { $0.flatMap { starts(of: visit, within: $0) }.map(span) }
    var found: [(levels: [Int], opening: Opening)] = []
    for demand in visit.demands.indices {
      for duty in day.duties.indices where !now.contains(duty) {
        var duties = now
        duties[demand] = duty
        let ways = hours.compactMap { considerateProbe.opening(of: call, within: $0, shifts: duties.map { [$0] }) }
        guard
          let best = ways.min(by: { $0.rota.levels.lexicographicallyPrecedes($1.rota.levels) })
        else { continue }
        found.append((best.rota.levels, opening(best)))
      }
    }
    return found.sorted { left, right in
      left.levels == right.levels
        ? (left.opening.start, left.opening.workers.map(\.text).joined(separator: " "))
          < (right.opening.start, right.opening.workers.map(\.text).joined(separator: " "))
        : left.levels.lexicographicallyPrecedes(right.levels)
    }.prefix(count).map(\.opening)
  }
}
