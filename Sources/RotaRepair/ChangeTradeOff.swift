package import CareModel
import Quantities
import RotaChecking
import RotaOptimiser
package import RotaPlanning

/// What a repair would be with fewer changes of other people's calls, or with more.
package struct ChangeTradeOff: Hashable, Sendable {
  /// The best that was found with so many changes at most.
  package struct Row: Hashable, Sendable {
    package let limit: Int
    package let changed: Int
    package let score: Score

    package init(limit: Int, changed: Int, score: Score) {
      self.limit = limit
      self.changed = changed
      self.score = score
    }
  }

  /// For limits 0, 1, 2, 4 and so on, each better than the one before.
  package let rows: [Row]

  package init(rows: [Row]) { self.rows = rows }
}

extension RotaRepairer {
  /// Looks for repairs with no change of another's call, with one, two, four and so on: up to the usual limit, and on from there until
  /// nothing gets better.
  ///
  /// Below what levels before stability ask for, calls are held to their workers and, but for `changeFromMinutes`, to their times; which may
  /// change is chosen one after the other, by what greedy makes of it. It is what was found, not the best there is.
  /// - Complexity: a repair for each row, and greedy for each changed call and each of the first rows' changes.
  /// - Throws: `RotaPlanningError`.
  package func tradeOff() throws(RotaPlanningError) -> ChangeTradeOff {
    let most = try repair(mostChanges: 0)
    var held = HeldCalls(after: after, changed: most)
    var rows: [ChangeTradeOff.Row] = []
    var limit = 0
    while limit < held.needed {
      while held.free.count < limit, let next = try best(of: held) { held.free.insert(next) }
      let rota = try plan(held.day, from: start, settings.solver).rota
      rows.append(row(limit, rota))
      limit = max(1, limit * 2)
    }
    // From here on nothing is held.
    limit = max(limit, held.needed)
    while true {
      let repair = try repair(mostChanges: limit)
      let row = ChangeTradeOff.Row(
        limit: limit, changed: repair.report.others.changed, score: repair.checked.score)
      let isBetter = rows.last.map { gain(from: $0.score, to: row.score) } ?? true
      if isBetter { rows.append(row) }
      let total = repair.report.others.total
      guard limit < total, isBetter || limit < total / RotaRepairer.oneInSoMany else { break }
      limit = max(1, limit * 2)
    }
    return ChangeTradeOff(rows: rows)
  }

  private func row(_ limit: Int, _ rota: Rota) -> ChangeTradeOff.Row {
    let checked = RotaChecker.check(rota, of: after.caseload, travel: travel)
    let report = RepairDifference(after, from: start.rota, to: rota).report(mostChanges: limit)
    return ChangeTradeOff.Row(limit: limit, changed: report.others.changed, score: checked.score)
  }

  /// The changed call that brings most when it is not held any more.
  private func best(of held: HeldCalls) throws(RotaPlanningError) -> VisitID? {
    var best: (visit: VisitID, score: Score)?
    for visit in held.held {
      var trial = held
      trial.free.insert(visit)
      let score = row(0, try plan(trial.day, from: start, .greedy).rota).score
      if best.map({ gain(from: $0.score, to: score) }) ?? true { best = (visit, score) }
    }
    return best?.visit
  }

  /// The level stability left aside: changes are what is traded.
  private func gain(from before: Score, to now: Score) -> Bool {
    let stability = after.caseload.policy.ladder.index(of: Level(.stability))
    let values = [now, before].map { score in
      score.values.enumerated().filter { $0.offset != stability }.map(\.element)
    }
    return values[0].lexicographicallyPrecedes(values[1])
  }
}

/// Other people's calls held to what was published.
private struct HeldCalls {
  private let after: DayAfterEvents
  /// Those that a repair has changed.
  private let changed: [VisitID]
  /// Not held.
  var free: Set<VisitID> = []

  init(after: DayAfterEvents, changed repair: Repair) {
    self.after = after
    changed = repair.report.changes.filter { $0.countsAsChange && $0.struckBy.isEmpty }.map(\.visit)
  }

  /// So many changes the levels before stability ask for.
  var needed: Int { changed.count }

  /// Changed calls that are held.
  var held: [VisitID] { changed.filter { !free.contains($0) } }

  var day: Caseload { after.caseload.supposing(visits: after.caseload.visits.map(hold)) }

  private func hold(_ visit: Visit) -> Visit {
    guard let told = visit.published, visit.lock == nil, !visit.state.isFact, after.struckBy[visit.id] == nil,
      !free.contains(visit.id), after.caseload.level(of: visit).level != nil
    else { return visit }
    let minutes = after.caseload.policy.changeFromMinutes
    let stretch = InstantInterval(start: told.start - minutes, end: told.start + minutes)
    let windows = visit.windows.compactMap { window -> WindowAlternative? in
      guard let safe = stretch.flatMap(window.safe.intersection) else { return nil }
      let agreed = window.agreed.intersection(safe) ?? safe
      return WindowAlternative(preferred: window.preferred.intersection(agreed) ?? agreed, agreed: agreed, safe: safe)
    }
    var held = windows.isEmpty ? visit : visit.with(windows: windows)
    held.lock = Lock(workers: told.workers, start: nil, setBy: "published", reason: "held to what people were told")
    return held
  }
}
