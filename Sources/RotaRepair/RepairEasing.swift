import CareModel
import Quantities
import RotaChecking

/// Finds which other people's calls to move so that those whom events have struck need not wait so long.
///
/// A repair with the least changes can leave somebody waiting for hours whom a quarter of an hour of somebody else would spare that. So the
/// repair is made again with calls loosened: they are no longer published, but would rather keep their worker and their time. What helps is
/// found with all of them loosened, and then only as much of it as the limit allows.
struct RepairEasing {
  let after: DayAfterEvents
  let published: Rota
  let least: Repair
  /// How many other calls may be changed in all.
  let most: Int

  /// - Parameter mostChanges: as somebody has set it; nil allows twice as many as are struck or new, and no more than the report's limit.
  init(after: DayAfterEvents, published: Rota, least: Repair, mostChanges: Int?) {
    self.after = after
    self.published = published
    self.least = least
    most = mostChanges ?? min(least.report.others.limit, 2 * (after.struckBy.count + after.brought.count))
  }

  /// There is room for a change more, and somebody to make it for.
  var isAllowed: Bool { least.report.others.changed < most && !(after.struckBy.isEmpty && after.brought.isEmpty) }

  /// The day with some calls loosened.
  func loosened(_ visits: Set<VisitID>) -> Caseload {
    let day = after.caseload
    return day.supposing(
      visits: day.visits.compactMap { visit in
        guard visits.contains(visit.id), let told = visit.published else { return nil }
        return loosened(visit, told, within: day.policy.changeFromMinutes)
      })
  }

  private func loosened(_ visit: Visit, _ told: Visit.Placement, within minutes: Minutes) -> Visit {
    let wish = InstantInterval(start: told.start - minutes, end: told.start + minutes)
    let windows = visit.windows.map { window -> WindowAlternative in
      let preferred = wish.flatMap(window.agreed.intersection) ?? window.preferred
      return WindowAlternative(preferred: preferred, agreed: window.agreed, safe: window.safe) ?? window
    }
    return Visit(
      id: visit.id, person: visit.person, kind: visit.kind, episode: visit.episode, referral: visit.referral,
      mode: visit.mode, place: visit.place, demands: visit.demands, windows: windows, consequence: visit.consequence,
      isTimeCritical: visit.isTimeCritical,
      preferences: visit.preferences + [Preference(.workers(told.workers), .strong)],
      refusedWorkers: visit.refusedWorkers, lastPermittedDay: visit.lastPermittedDay, lock: visit.lock)
  }

  /// Other calls that may be loosened.
  var candidates: Set<VisitID> {
    Set(
      after.caseload.visits.filter { visit in
        !visit.state.isFact && visit.published != nil && visit.lock == nil && after.struckBy[visit.id] == nil
      }.map(\.id))
  }

  /// Of the calls that a rota made with all of them loosened has changed, those that make room for a struck or new one: the nearest in time,
  /// no more than the limit leaves.
  func helpful(in rota: Rota) -> Set<VisitID> {
    let changes = RepairDifference(after, from: published, to: rota).report(mostChanges: most).changes
    let needy = Set(after.struckBy.keys).union(after.brought.map(\.visit))
    let nearest = changes.filter(\.countsAsChange).compactMap { change in
      change.makesRoomFor.filter(needy.contains).compactMap { distance(change, to: $0) }.min()
        .map { (distance: $0, visit: change.visit) }
    }.sorted { ($0.distance, $0.visit) < ($1.distance, $1.visit) }
    return Set(nearest.prefix(most - least.report.others.changed).map(\.visit))
  }

  private func distance(_ change: CallChange, to other: VisitID) -> Seconds? {
    let wanted = after.published[other]?.start ?? after.caseload.visit(other)?.windows.first?.preferred.start
    guard let wanted, let told = change.before?.start else { return nil }
    return max(told - wanted, wanted - told)
  }

  /// Within the limit, no worse at any level before stability, and better behind it or before.
  func isBetter(_ repair: Repair) -> Bool {
    guard repair.report.others.changed <= most else { return false }
    let stability = after.caseload.policy.ladder.index(of: Level(.stability))
    func levels(_ repair: Repair) -> [Int] {
      repair.checked.score.values.enumerated().filter { $0.offset != stability }.map(\.element)
    }
    return levels(repair).lexicographicallyPrecedes(levels(least))
  }
}
