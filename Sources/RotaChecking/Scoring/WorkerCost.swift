import CareModel
import Quantities

/// What it costs that this worker does a call. A worker whom the document doesn't know costs nothing.
struct WorkerCost {
  /// Outside the core team, or never seen before.
  let continuity: Pence
  /// Weak and strong preferences unmet.
  let preferences: Pence
  /// Not the one who was published.
  let changed: Pence

  init(of id: WorkerID, for visit: Visit, change: PublishedChange?, in caseload: Caseload) {
    guard let worker = caseload.worker(id) else {
      (continuity, preferences, changed) = (.zero, .zero, .zero)
      return
    }
    let policy = caseload.policy
    continuity = caseload.person(visit.person).map { Self.continuity(of: id, $0, policy) } ?? .zero
    preferences = caseload.preferences(about: visit).reduce(.zero) { sum, preference in
      guard !preference.isMet(by: worker) else { return sum }
      return switch preference.strength {
      case .weak: sum + policy.weakPreferenceUnmet
      case .strong: sum + policy.strongPreferenceUnmet
      case .required: sum
      }
    }
    changed = change.map { $0.newWorkers.contains(id) ? policy.publishedWorkerChanged * $0.factor : .zero } ?? .zero
  }

  var total: Pence { continuity + preferences + changed }

  private static func continuity(of worker: WorkerID, _ person: Person, _ policy: Policy) -> Pence {
    let hasTeam = !person.coreTeam.isEmpty
    return switch Acquaintance(of: worker, person) {
    case .coreTeam: .zero
    case .seen: hasTeam ? policy.outsideCoreTeam : .zero
    case .stranger:
      hasTeam || person.recentVisits.values.contains { $0 > 0 } ? policy.neverSeenBefore : .zero
    }
  }
}
