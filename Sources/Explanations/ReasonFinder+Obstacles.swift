package import CareModel
import Quantities
import RotaPlanning

extension ReasonFinder {
  /// Of each duty period of the day, what stops it from taking the call at a start that would be in time; nil where nothing does.
  /// Empty where nothing can be said.
  package func obstacles(to visit: Visit) -> [(duty: DutyID, obstacle: Explanation.Obstacle?)] {
    matter(of: visit).map { zip(fits.duties, obstacles(to: visit, $0)).map { ($0.duty.id, $1) } } ?? []
  }

  /// In the order of the duty periods.
  func obstacles(to visit: Visit, _ matter: Explanation.Matter) -> [Explanation.Obstacle?] {
    let hours = wantedHours(of: visit, matter)
    let starts = hours.flatMap { fits.starts(of: visit, within: $0) }
    if let overall = obstacleWhoeverComes(to: visit, hours: hours, starts: starts) {
      return fits.duties.map { _ in overall }
    }
    guard !starts.isEmpty else { return [] }
    let table = obstacleTable(visit, starts)
    guard !table.isEmpty else { return [] }
    let waits = matter == .uncovered && waitsForAnother(visit)
    let hasPartner = visit.demands.count < 2 || fits.opening(for: visit, within: starts) != nil
    return fits.duties.indices.map { duty in
      obstacle(of: table.map { $0[duty] }) ?? (waits ? .linkedCall : hasPartner ? nil : .partnerMissing)
    }
  }

  /// A duty period counts once: with what stops it from the demand that it comes nearest to; nil where it could take one.
  private func obstacle(of demands: [Explanation.Obstacle?]) -> Explanation.Obstacle? {
    let stopped = demands.compactMap { $0 }
    guard stopped.count == demands.count else { return nil }
    return stopped.max { $0.stage < $1.stage }
  }

  // MARK: Whoever comes

  private func obstacleWhoeverComes(
    to visit: Visit, hours: [InstantInterval], starts: [InstantInterval]
  ) -> Explanation.Obstacle? {
    if visit.lock?.start != nil { return .locked }
    if hours.isEmpty, let deadline = caseload.responseDeadline(of: visit) {
      let ready = visit.referral.flatMap(caseload.referral)?.readyFrom
      return ready.map { deadline < $0 } ?? false ? .notReady : .hoursOver
    }
    if starts.isEmpty, let last = hours.map(\.end).max() {
      if last < caseload.asOf { return .hoursOver }
      if let ready = visit.referral.flatMap(caseload.referral)?.readyFrom, last < ready { return .notReady }
      return caseload.person(visit.person)?.suspensions.isEmpty ?? true ? .linkedCall : .personAway
    }
    return isHeldUpByFirstVisit(visit) ? .firstVisitUncovered : nil
  }

  /// The first visit of its start is uncovered, and not merely because this call or another of the bundle is.
  private func isHeldUpByFirstVisit(_ visit: Visit) -> Bool {
    guard visit.isInStartBundle,
      let first = caseload.visits.first(where: { $0.referral == visit.referral && $0.kind == .firstResponse }),
      !first.state.isFact, start(of: first) == nil
    else { return false }
    let starts = first.windows.flatMap { fits.starts(of: first, within: $0.safe) }
    let table = obstacleTable(first, starts)
    return table.isEmpty || table.contains { row in row.allSatisfy { $0 != nil } }
  }

  /// The call may be done only with others, and one of those is uncovered.
  private func waitsForAnother(_ visit: Visit) -> Bool {
    let needed = caseload.links.filter { $0.relation == .requires && $0.second == visit.id }.map(\.first)
    let bundle = caseload.visits.filter {
      $0.id != visit.id && visit.referral != nil && $0.referral == visit.referral
        && ($0.isInStartBundle || $0.kind == .firstResponse)
    }
    return (needed.compactMap(caseload.visit) + bundle).contains { other in
      !other.state.isFact && start(of: other) == nil && caseload.level(of: other).level != nil
    }
  }

  // MARK: Duty by duty

  /// By demand and duty period: the first rule that stops it, in the order of `Explanation.Obstacle`.
  private func obstacleTable(_ visit: Visit, _ starts: [InstantInterval]) -> [[Explanation.Obstacle?]] {
    let who = visit.demands.indices.map { demand in
      fits.duties.map { obstacle(to: visit, demand, doneBy: $0.worker) }
    }
    let refusals = fits.refusals(of: visit, at: starts) { demand, duty in who[demand][duty] == nil }
    guard refusals.count == who.count else { return [] }
    return zip(who, refusals).map { who, row in
      zip(who, row).map { $0 ?? $1.map(Explanation.Obstacle.init) }
    }
  }

  private func obstacle(to visit: Visit, _ demand: Int, doneBy worker: Worker) -> Explanation.Obstacle? {
    if let lock = visit.lock?.workers, lock.indices.contains(demand) {
      return lock[demand] == worker.id ? nil : .locked
    }
    guard visit.demands[demand].isMet(by: worker) else { return .noSuchRoleOrSkill }
    guard let person = caseload.person(visit.person) else { return nil }
    if person.refusedWorkers.contains(worker.id) || visit.refusedWorkers.contains(worker.id)
      || worker.refusedPeople.contains(person.id)
    {
      return .refused
    }
    let isRequiredMet = (person.preferences + visit.preferences)
      .allSatisfy { $0.strength != .required || $0.isMet(by: worker) }
    return isRequiredMet ? nil : .requiredPreference
  }
}

extension Explanation.Obstacle {
  fileprivate init(_ refusal: RotaFits.Refusal) {
    switch refusal {
    case .offDuty: self = .notOnDuty
    case .links: self = .linkedCall
    case .breaks: self = .breakNeeded
    case .noRoom: self = .dutyFull
    case .worseElsewhere: self = .othersFirst
    case .dearer: self = .dearer
    }
  }

  /// How far a duty period comes before this stops it.
  fileprivate var stage: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
