package import CareModel
package import Quantities
package import RotaChecking
import RotaPlanning
package import TravelTimes

/// Why a call is done by these workers at this time: what it costs there, and what the next best would.
package struct PlacementAccount: Hashable, Sendable {
  package let visit: VisitID
  package let placement: Visit.Placement
  /// What is the call's own in the cost of the day.
  package let costs: [CostAccount.Entry]
  /// By how much the rota is dearer than without the call, travel and all; never counts what leaving it out would add elsewhere.
  package let addedCost: Pence
  /// Cheapest first, by the score of the whole rota.
  package let alternatives: [Alternative]

  package init(
    visit: VisitID, placement: Visit.Placement, costs: [CostAccount.Entry], addedCost: Pence,
    alternatives: [Alternative]
  ) {
    self.visit = visit
    self.placement = placement
    self.costs = costs
    self.addedCost = addedCost
    self.alternatives = alternatives
  }

  /// Another way of doing the call, all other calls kept by their workers.
  package struct Alternative: Hashable, Sendable {
    package let opening: Explanation.Opening
    /// The levels at which the rota would be worth something else, in the order of the ladder; positive is worse.
    package let difference: [Change]

    package init(opening: Explanation.Opening, difference: [Change]) {
      self.opening = opening
      self.difference = difference
    }

    package struct Change: Hashable, Sendable {
      package let level: Level
      package let by: Int
      package init(level: Level, by: Int) {
        self.level = level
        self.by = by
      }
    }
  }
}

/// Accounts for the calls of a rota that are done.
package struct PlacementFinder {
  private let checked: CheckedRota
  private let caseload: Caseload
  private let travel: TravelModel
  private let fits: RotaFits
  private let account: CostAccount

  /// Ways looked at for each call, of which the checker then says what they are worth.
  private static let mostAlternatives = 5

  package init(_ checked: CheckedRota, of caseload: Caseload, travel: TravelModel) {
    self.init(
      checked, of: caseload, travel: travel, RotaFits(checked.rota, of: caseload, travel: travel),
      CostAccount(checked.rota, of: caseload, travel: travel))
  }

  init(
    _ checked: CheckedRota, of caseload: Caseload, travel: TravelModel, _ fits: RotaFits, _ account: CostAccount
  ) {
    self.checked = checked
    self.caseload = caseload
    self.travel = travel
    self.fits = fits
    self.account = account
  }

  /// Nil for a call that is not done, has begun, or is not wanted today.
  package func account(of visit: Visit) -> PlacementAccount? {
    guard !visit.state.isFact, caseload.level(of: visit).level != nil, let placement = placement(of: visit) else {
      return nil
    }
    let alternatives = fits.alternatives(for: visit, atMost: PlacementFinder.mostAlternatives)
      .map { (score: RotaChecker.check($0.rota, of: caseload, travel: travel).score, opening: $0) }
      .sorted { $0.score < $1.score }
    return PlacementAccount(
      visit: visit.id, placement: placement, costs: account.entries.filter { $0.visit == visit.id },
      addedCost: Pence(checked.score[Level(.cost)] - costWithout(visit)),
      alternatives: alternatives.map { alternative in
        PlacementAccount.Alternative(
          opening: Explanation.Opening(start: alternative.opening.start, workers: alternative.opening.workers),
          difference: difference(to: alternative.score))
      })
  }

  private func placement(of visit: Visit) -> Visit.Placement? {
    let stops = checked.rota.runs.flatMap { run in
      run.stops.filter { $0.visit == visit.id }.map { (worker: run.worker, stop: $0) }
    }.sorted { $0.stop.demand < $1.stop.demand }
    guard stops.map(\.stop.demand) == Array(visit.demands.indices), let start = stops.map(\.stop.start).min() else {
      return nil
    }
    return Visit.Placement(workers: stops.map(\.worker), start: start)
  }

  private func costWithout(_ visit: Visit) -> Int {
    let runs = checked.rota.runs.map { run in
      Run(worker: run.worker, duty: run.duty, stops: run.stops.filter { $0.visit != visit.id }, breaks: run.breaks)
    }.filter { !$0.stops.isEmpty }
    let rota = Rota(
      serviceDate: checked.rota.serviceDate, asOf: checked.rota.asOf, runs: runs,
      uncovered: checked.rota.uncovered + [visit.id])
    return RotaChecker.check(rota, of: caseload, travel: travel).score[Level(.cost)]
  }

  private func difference(to score: Score) -> [PlacementAccount.Alternative.Change] {
    zip(score.ladder.levels, zip(checked.score.values, score.values)).compactMap { level, values in
      values.0 == values.1 ? nil : PlacementAccount.Alternative.Change(level: level, by: values.1 - values.0)
    }
  }
}
