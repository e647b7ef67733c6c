import CareModel
import Quantities

/// Who answers for care plans: one named registered professional for each, who still works for the service (R21, R33).
struct CarePlanOwners {
  let service: Service

  /// Of each running episode whose plan has been agreed, in order of person and episode.
  var all: [CarePlanOwnership] {
    service.episodes.filter { $0.isRunning(on: service.today) }.compactMap(ownership)
      .sorted { ($0.person, $0.episode) < ($1.person, $1.episode) }
  }

  /// Nil where no plan has been agreed, and where none is asked for: bridging is no programme.
  func ownership(of record: EpisodeRecord) -> CarePlanOwnership? {
    guard let agreedOn = record.clocks.carePlanAgreedOn, record.episode.kind != .bridging else { return nil }
    return CarePlanOwnership(
      episode: record.id, person: record.episode.person, agreedOn: agreedOn, owner: record.clocks.carePlanOwner,
      flaw: flaw(in: record.clocks.carePlanOwner))
  }

  /// The first day on which somebody else was to be named; nil where nobody is.
  func openSince(_ ownership: CarePlanOwnership) -> CivilDate? {
    switch ownership.flaw {
    case nil: nil
    case .noOwner, .notRegistered: ownership.agreedOn
    case .left:
      ownership.owner.flatMap(service.staffMember)?.employed?.last.map { max(ownership.agreedOn, $0.adding(days: 1)) }
        ?? service.today
    }
  }

  private func flaw(in owner: WorkerID?) -> CarePlanOwnership.Flaw? {
    guard let owner else { return .noOwner }
    guard let member = service.staffMember(owner), member.employed?.last.map({ service.today <= $0 }) ?? true else {
      return .left
    }
    return Role.registeredProfessions.contains(member.role) ? nil : .notRegistered
  }
}
