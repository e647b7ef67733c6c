package import CareModel
package import RotaChecking
package import RotaOptimiser
package import RotaPlanning
package import TravelTimes

/// Mends a published rota after events, with as few changes as the levels before stability allow.
///
/// The published rota is mended first (`RotaStart`), what it leaves open is filled in, and search goes on from there: no level comes out
/// worse than that. Changes are counted at the level stability, before calls of low consequence and cost. As far as the limit on changes
/// allows, other people's calls are moved for those who were struck, too (`RepairEasing`); never for nobody's sake.
/// ```swift
/// let after = try DayAfterEvents(caseload, rota: rota, events: events, travel: travel)
/// let repair = try RotaRepairer(after, of: RotaStart(rota), travel: travel).repair()
/// ```
package struct RotaRepairer: Sendable {
  let after: DayAfterEvents
  let start: RotaStart
  let travel: TravelModel
  let settings: OptimiserSettings
  private let identity: RotaPlanner.Identity

  /// - Parameters:
  ///   - start: the published rota.
  ///   - travel: between the places of the day after the events.
  ///   - settings: without a budget it is `usualBudget`.
  package init(
    _ after: DayAfterEvents, of start: RotaStart, travel: TravelModel,
    settings: OptimiserSettings = OptimiserSettings(), identity: RotaPlanner.Identity = RotaPlanner.Identity()
  ) {
    self.after = after
    self.start = start
    self.travel = travel
    self.identity = identity
    var settings = settings
    settings.budget = settings.budget ?? RotaRepairer.usualBudget(calls: after.caseload.visits.count)
    self.settings = settings
  }

  /// Work units for a repair with the least changes; easing it takes as much again. A tenth of what making the rota takes, or less.
  package static func usualBudget(calls: Int) -> Int { min(1_500_000, 150_000 + 3_000 * calls) }

  /// One other call in so many may be changed unless another limit is set.
  package static let oneInSoMany = 10

  /// Makes the repair.
  ///
  /// - Parameters:
  ///   - mostChanges: how many other people's calls are to be changed at most; nil takes a tenth of them. More
  ///     are changed where a level before stability asks for it, and the report says so.
  ///   - progress: as `RotaPlanner.plan`.
  ///   - deadlineReached: as there.
  /// - Throws: `RotaPlanningError`.
  package func repair(
    mostChanges: Int? = nil, progress: (RotaPlanner.Progress) -> Void = { _ in },
    deadlineReached: @escaping () -> Bool = { false }
  ) throws(RotaPlanningError) -> Repair {
    let least = repair(try plan(after.caseload, from: start, settings.solver, progress, deadlineReached), mostChanges)
    let easing = RepairEasing(after: after, published: start.rota, least: least, mostChanges: mostChanges)
    guard easing.isAllowed, settings.solver != .greedy else { return least }
    do {
      let eased = try repair(easing, mostChanges, progress, deadlineReached)
      guard let eased, easing.isBetter(eased) else { return least }
      return eased
    } catch {
      // Orders that the search could not keep together a second time.
      guard error.isInputError else { throw error }
      return least
    }
  }

  /// Nil where nobody's call makes room.
  private func repair(
    _ easing: RepairEasing, _ mostChanges: Int?, _ progress: (RotaPlanner.Progress) -> Void,
    _ deadlineReached: @escaping () -> Bool
  ) throws(RotaPlanningError) -> Repair? {
    let kept = RotaStart(easing.least.checked.rota, digest: start.digest)
    let wide = try plan(
      easing.loosened(easing.candidates), from: kept, settings.solver, isEasing: true, progress, deadlineReached)
    let helpful = easing.helpful(in: wide.rota)
    guard !helpful.isEmpty else { return nil }
    let eased = try plan(
      easing.loosened(helpful), from: kept, settings.solver, isEasing: true, progress, deadlineReached)
    // Once more as published, without search, so that the rota is proved and scored by the day itself.
    return repair(
      try plan(after.caseload, from: RotaStart(eased.rota, digest: start.digest), .greedy), mostChanges)
  }

  func plan(
    _ day: Caseload, from start: RotaStart, _ solver: OptimiserSettings.Solver, isEasing: Bool = false,
    _ progress: (RotaPlanner.Progress) -> Void = { _ in }, _ deadlineReached: @escaping () -> Bool = { false }
  ) throws(RotaPlanningError) -> CheckedRota {
    var settings = settings
    settings.solver = solver
    if isEasing { settings.budget = settings.budget.map { $0 / 2 } }
    return try RotaPlanner(day, travel: travel, settings: settings, identity: identity)
      .plan(from: start, progress: progress, deadlineReached: deadlineReached)
  }

  private func repair(_ checked: CheckedRota, _ mostChanges: Int?) -> Repair {
    Repair(
      checked: checked,
      report: RepairDifference(after, from: start.rota, to: checked.rota).report(mostChanges: mostChanges))
  }
}

/// A mended rota, and what has changed.
package struct Repair: Hashable, Sendable {
  package let checked: CheckedRota
  package let report: RepairReport
}
