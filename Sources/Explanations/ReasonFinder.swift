package import CareModel
import Quantities
package import RotaChecking
import RotaPlanning
package import TravelTimes

/// Says of each call that is uncovered or late what stood in the way, by trying it against the final rota.
///
/// Reasons noted during the search are sometimes wrong; these are computed afterwards, duty period by duty period (R65).
package struct ReasonFinder {
  private let caseload: Caseload
  private let checked: CheckedRota
  private let fits: RotaFits
  private let starts: [VisitID: Instant]

  package init(_ checked: CheckedRota, of caseload: Caseload, travel: TravelModel) {
    self.caseload = caseload
    self.checked = checked
    fits = RotaFits(checked.rota, of: caseload, travel: travel)
    starts = Dictionary(
      checked.rota.runs.flatMap(\.stops).map { ($0.visit, $0.start) }, uniquingKeysWith: { first, _ in first })
  }

  /// One explanation for each uncovered, late or badly timed call, most important level first, then by call.
  package func explanations() -> [Explanation] {
    let matters = caseload.visits.compactMap { visit in matter(of: visit).map { (visit, $0) } }
    return matters.map { visit, matter in explanation(of: visit, matter) }
      .sorted { (rank(of: $0), $0.visit) < (rank(of: $1), $1.visit) }
  }

  private func rank(of explanation: Explanation) -> Int {
    caseload.visit(explanation.visit).flatMap { caseload.level(of: $0).level }
      .flatMap(caseload.policy.ladder.index(of:)) ?? Int.max
  }

  private func matter(of visit: Visit) -> Explanation.Matter? {
    guard !visit.state.isFact, caseload.level(of: visit).level != nil else { return nil }
    guard let start = start(of: visit) else { return .uncovered }
    if let deadline = caseload.responseDeadline(of: visit), start > deadline { return .pastDeadline(start - deadline) }
    let window = visit.windows.first { $0.safe.contains(start) }
    guard let agreed = window?.agreed, !agreed.contains(start) else { return nil }
    return .outsideAgreed(max(agreed.start - start, start - agreed.end))
  }

  private func start(of visit: Visit) -> Instant? { starts[visit.id] }

  private func explanation(of visit: Visit, _ matter: Explanation.Matter) -> Explanation {
    let wanted = wantedStarts(of: visit, matter)
    var counts: [Explanation.Obstacle: Int] = [:]
    for demand in visit.demands.indices {
      for obstacle in obstacles(to: visit, demand: demand, wanted: wanted) { counts[obstacle, default: 0] += 1 }
    }
    if let overall = overallObstacle(to: visit) { counts = [overall: counts.values.reduce(0, +)] }
    let list = Explanation.Obstacle.allCases.compactMap { obstacle in
      counts[obstacle].map { Explanation.ObstacleCount(obstacle: obstacle, duties: $0) }
    }
    // What only says that somebody is not the right kind of worker explains least: it comes last.
    let ordered = list.sorted { left, right in
      let (leftIsBackground, rightIsBackground) = (left.obstacle.isBackground, right.obstacle.isBackground)
      if leftIsBackground != rightIsBackground { return rightIsBackground }
      return left.duties > right.duties
    }
    return Explanation(visit: visit.id, matter: matter, obstacles: ordered, nextPossible: opening(for: visit, matter))
  }

  /// The starts that would have been in time.
  private func wantedStarts(of visit: Visit, _ matter: Explanation.Matter) -> InstantInterval? {
    switch matter {
    case .uncovered: return nil
    case .pastDeadline:
      let deadline = caseload.responseDeadline(of: visit) ?? caseload.day.end
      return InstantInterval(start: min(caseload.asOf, deadline), end: deadline)
    case .outsideAgreed:
      return visit.windows.first { window in start(of: visit).map(window.safe.contains) ?? false }?.agreed
    }
  }

  private func overallObstacle(to visit: Visit) -> Explanation.Obstacle? {
    if let reason = caseload.obstacle(to: visit), reason == .suspended { return .personAway }
    if visit.isInStartBundle || visit.kind != .firstResponse,
      let first = firstVisit(of: visit), first.id != visit.id, !first.state.isFact, start(of: first) == nil
    {
      return .firstVisitUncovered
    }
    if let ready = visit.referral.flatMap(caseload.referral)?.readyFrom,
      visit.windows.allSatisfy({ $0.safe.end < ready })
    {
      return .notReady
    }
    return nil
  }

  private func firstVisit(of visit: Visit) -> Visit? {
    guard visit.isInStartBundle else { return nil }
    return caseload.visits.first { $0.referral == visit.referral && $0.kind == .firstResponse }
  }

  /// The first rule that stops each duty period, in the order of `Explanation.Obstacle`.
  private func obstacles(
    to visit: Visit, demand: Int, wanted: InstantInterval?
  ) -> [Explanation.Obstacle] {
    let question = RotaFits.Question(starts: wanted)
    let asIs = fits.earliestStarts(of: visit.id, demand: demand, question)
    let unlinked = fits.earliestStarts(
      of: visit.id, demand: demand, RotaFits.Question(starts: wanted, withoutLinks: true))
    let unbroken = fits.earliestStarts(
      of: visit.id, demand: demand, RotaFits.Question(starts: wanted, withoutBreaks: true))
    return fits.duties.enumerated().compactMap { index, entry in
      if let rule = whoRule(visit, demand, entry.worker) { return rule }
      if !isOnDuty(entry.duty, visit, wanted) { return .notOnDuty }
      if asIs[index] != nil { return visit.demands.count > 1 ? .partnerMissing : .linkedCall }
      if unlinked[index] != nil { return .linkedCall }
      return unbroken[index] != nil ? .breakNeeded : .dutyFull
    }
  }

  private func whoRule(_ visit: Visit, _ demand: Int, _ worker: Worker) -> Explanation.Obstacle? {
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

  private func isOnDuty(_ duty: DutyPeriod, _ visit: Visit, _ wanted: InstantInterval?) -> Bool {
    let intervals = wanted.map { [$0] } ?? visit.windows.map(\.safe)
    return intervals.contains { $0.overlaps(duty.hours) }
  }

  /// For an uncovered call the first start anywhere from now to the day's end at which it could be added; a late call has its own.
  private func opening(for visit: Visit, _ matter: Explanation.Matter) -> Explanation.Opening? {
    guard matter == .uncovered, caseload.level(of: visit).level != nil,
      let wide = InstantInterval(start: max(caseload.asOf, earliestStart(of: visit)), end: caseload.day.end)
    else { return nil }
    let question = RotaFits.Question(starts: wide)
    guard visit.demands.count == 1 else {
      return fits.bestFit(of: visit.id, question).map { Explanation.Opening(start: $0.start, workers: $0.workers) }
    }
    let starts = fits.earliestStarts(of: visit.id, demand: 0, question)
    let best = zip(starts, fits.duties).compactMap { start, entry in start.map { ($0, entry.worker.id) } }
      .min { $0 < $1 }
    return best.map { Explanation.Opening(start: $0.0, workers: [$0.1]) }
  }

  private func earliestStart(of visit: Visit) -> Instant {
    let ready = visit.referral.flatMap(caseload.referral)?.readyFrom
    let first = visit.windows.first?.safe.start ?? caseload.asOf
    return max(first, ready ?? first)
  }
}

extension Explanation.Obstacle {
  /// True of every worker of another trade, so no news to a coordinator.
  var isBackground: Bool { self == .noSuchRoleOrSkill || self == .notOnDuty }
}
