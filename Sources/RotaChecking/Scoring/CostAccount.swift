package import CareModel
package import Quantities
package import TravelTimes

/// What the cost of a rota is made of: which term, for which worker, call and person.
///
/// The entries add up to the level `cost` (`Documentation/score.md`).
package struct CostAccount: Hashable, Sendable {
  /// Entries of nothing are left out. Runs first, in the order of the rota, then calls in order of id.
  package let entries: [Entry]

  package struct Entry: Hashable, Sendable {
    package let term: Term
    package let pence: Pence
    /// Whose run it is, or who does the call; nil for what a call costs whoever comes.
    package let worker: WorkerID?
    /// Nil for what a run costs as a whole.
    package let visit: VisitID?
    package let person: PersonID?

    package init(term: Term, pence: Pence, worker: WorkerID?, visit: VisitID?, person: PersonID?) {
      self.term = term
      self.pence = pence
      self.worker = worker
      self.visit = visit
      self.person = person
    }
  }

  package enum Term: String, CaseIterable, Hashable, Sendable {
    case travel, mileage, overtime, unevenLoad
    case late, early, outsideAgreed, continuity, wishes
    case timeMoved, workerChanged

    /// As it stands in front of a sum.
    package var printedName: String {
      switch self {
      case .travel: "paid travel"
      case .mileage: "mileage"
      case .overtime: "overtime"
      case .unevenLoad: "more than an even share of contact"
      case .late: "after the wanted time"
      case .early: "before the wanted time"
      case .outsideAgreed: "outside the agreed time"
      case .continuity: "not the usual worker"
      case .wishes: "wishes not met"
      case .timeMoved: "a published time moved"
      case .workerChanged: "a published worker changed"
      }
    }
  }

  /// - Complexity: n log n in the number of stops and calls.
  package init(_ rota: Rota, of caseload: Caseload, travel: TravelModel) {
    let prepared = RotaUnderCheck(rota, of: caseload, travel: travel)
    let runCost = RunCost(of: prepared)
    var entries = prepared.runs.flatMap { run in
      runCost.parts(of: run).map {
        Entry(term: $0.term, pence: $0.pence, worker: run.run.worker, visit: nil, person: nil)
      }
    }
    for call in prepared.calls where call.isWanted {
      guard let placement = call.placement else { continue }
      let (visit, policy) = (call.visit, caseload.policy)
      let change = PublishedChange(of: visit, to: placement, asOf: caseload.asOf, policy: policy)
      let own = CallCost(of: visit, placement, change: change, policy: policy)
      func add(_ term: Term, _ pence: Pence, by worker: WorkerID? = nil) {
        entries.append(Entry(term: term, pence: pence, worker: worker, visit: visit.id, person: visit.person))
      }
      add(.late, own.late)
      add(.early, own.early)
      add(.outsideAgreed, own.outsideAgreed)
      add(.timeMoved, own.moved)
      for worker in placement.workers {
        let cost = WorkerCost(of: worker, for: visit, change: change, in: caseload)
        add(.continuity, cost.continuity, by: worker)
        add(.wishes, cost.preferences, by: worker)
        add(.workerChanged, cost.changed, by: worker)
      }
    }
    self.entries = entries.filter { $0.pence != .zero }
  }

  /// By term, in the order of `Term`; terms of nothing are left out.
  package static func sums(_ entries: [Entry]) -> [(term: Term, pence: Pence)] {
    var sums: [Term: Pence] = [:]
    for entry in entries { sums[entry.term, default: .zero] = sums[entry.term, default: .zero] + entry.pence }
    return Term.allCases.compactMap { term in sums[term].map { (term, $0) } }
  }
}
