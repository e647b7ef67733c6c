package import CareModel
import Quantities
package import RotaChecking
package import TravelTimes

/// Everything that is to be said of a rota, or of some calls of it, as data.
package struct RotaExplanation: Sendable {
  /// Calls that are uncovered, late or outside their agreed time, weightiest first, with what would free each.
  package let shortfalls: [Shortfall]
  /// Calls that are done, as far as they were asked about, in order of start.
  package let placements: [PlacementAccount]
  /// The cost of the whole rota, or of the workers and people asked about.
  package let costs: [CostAccount.Entry]

  package struct Shortfall: Hashable, Sendable {
    package let explanation: Explanation
    package let releases: [Release]

    package init(explanation: Explanation, releases: [Release]) {
      self.explanation = explanation
      self.releases = releases
    }
  }

  package init(shortfalls: [Shortfall], placements: [PlacementAccount], costs: [CostAccount.Entry]) {
    self.shortfalls = shortfalls
    self.placements = placements
    self.costs = costs
  }

  /// Whom or what a question is about; the whole rota where nothing is named.
  package struct Question: Sendable {
    package var visits: Set<VisitID> = []
    package var people: Set<PersonID> = []
    package var workers: Set<WorkerID> = []
    package init() {}

    package var isOpen: Bool { visits.isEmpty && people.isEmpty && workers.isEmpty }
  }

  /// - Parameter progress: told how many of the calls in question have been looked at.
  /// - Complexity: for each call in question twice what it takes to put the day before the optimiser.
  package init(
    _ checked: CheckedRota, of caseload: Caseload, travel: TravelModel, about question: Question,
    progress: (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) {
    let stops = checked.rota.runs.flatMap { run in run.stops.map { (worker: run.worker, visit: $0.visit) } }
    let done = Set(stops.filter { question.workers.contains($0.worker) }.map(\.visit))
    func isMeant(_ visit: VisitID) -> Bool {
      question.visits.contains(visit) || done.contains(visit)
        || caseload.visit(visit).map { question.people.contains($0.person) } ?? false
    }
    let reasonFinder = ReasonFinder(checked, of: caseload, travel: travel)
    let reasons = reasonFinder.explanations { question.isOpen || isMeant($0.id) }
    let releases = ReleaseFinder(checked, of: caseload, travel: travel, reasonFinder)
    let account = CostAccount(checked.rota, of: caseload, travel: travel)
    let finder = PlacementFinder(checked, of: caseload, travel: travel, reasonFinder.fits, account)
    let meant = caseload.visits.filter { isMeant($0.id) }
    var looked = 0
    func note() {
      looked += 1
      progress(looked, reasons.count + meant.count)
    }
    shortfalls = reasons.map { explanation in
      defer { note() }
      return Shortfall(
        explanation: explanation, releases: caseload.visit(explanation.visit).map(releases.releases) ?? [])
    }
    placements = meant.compactMap { visit in
      defer { note() }
      return finder.account(of: visit)
    }.sorted { ($0.placement.start, $0.visit) < ($1.placement.start, $1.visit) }
    costs = account.entries.filter { entry in
      question.isOpen || entry.visit.map(isMeant) ?? false
        || (entry.visit == nil && entry.worker.map(question.workers.contains) ?? false)
    }
  }
}
