import CareModel
import Quantities
import RotaOptimiser

extension DayProblem {
  /// A call with its windows, what it adds wherever it starts, and who may do it.
  func call(_ visit: Visit, node: Int?) -> RotaProblem.Call {
    RotaProblem.Call(
      demands: visit.demands.indices.map { demand(visit, $0) }, node: node,
      person: personIndex[visit.person] ?? -1, windows: windows(of: visit),
      uncovered: uncoveredAmounts(of: visit))
  }

  private func amount(_ kind: Level.Kind, _ rank: Rank? = nil, _ amount: Int) -> RotaProblem.LevelAmount? {
    caseload.policy.ladder.index(of: Level(kind, rank: rank)).map {
      RotaProblem.LevelAmount(level: $0 + levelOffset, amount: amount)
    }
  }

  private func levelIndex(_ kind: Level.Kind, _ rank: Rank? = nil) -> Int {
    (caseload.policy.ladder.index(of: Level(kind, rank: rank)) ?? caseload.policy.ladder.levels.count - 1) + levelOffset
  }

  /// What leaving it out adds: 1 at its level, and for a response due its lateness.
  private func uncoveredAmounts(of visit: Visit) -> [RotaProblem.LevelAmount] {
    guard let level = caseload.level(of: visit).level else { return [] }
    var amounts = [amount(level.kind, level.rank, 1)]
    if visit.lock != nil { amounts.append(RotaProblem.LevelAmount(level: 0, amount: 1)) }
    if let published = visit.published {
      amounts.append(amount(.stability, nil, (visit.demands.count + 1) * changeWeight(visit, published)))
    }
    if level.kind == .response, let deadline = caseload.responseDeadline(of: visit) {
      let quarters = startedQuarters(caseload.assumedStartOfUncoveredResponse - deadline)
      amounts.append(amount(.responseLateness, level.rank, quarters * quarters))
    }
    return amounts.compactMap { $0 }
  }

  private func startedQuarters(_ late: Seconds) -> Int { late.value <= 0 ? 0 : (late.value + 899) / 900 }

  // MARK: Who

  private func demand(_ visit: Visit, _ index: Int) -> RotaProblem.Demand {
    RotaProblem.Demand(
      length: visit.demands[index].length.seconds,
      placements: duties.map { placement(visit, index, $0.worker) })
  }

  /// What this worker adds; nil where the worker may not do it. A lock overrides every rule about who may.
  private func placement(_ visit: Visit, _ index: Int, _ worker: Worker) -> [RotaProblem.LevelAmount]? {
    guard let person = caseload.person(visit.person) else { return nil }
    let preferences = person.preferences + visit.preferences
    if let ordered = visit.lock?.workers {
      guard ordered.indices.contains(index), ordered[index] == worker.id else { return nil }
    } else {
      let refused =
        person.refusedWorkers.contains(worker.id) || visit.refusedWorkers.contains(worker.id)
        || worker.refusedPeople.contains(person.id)
      let lacks = preferences.contains { $0.strength == .required && !$0.isMet(by: worker) }
      if refused || lacks || !visit.demands[index].isMet(by: worker) || breaksWorkerLinksToFacts(visit, worker) {
        return nil
      }
    }
    var pence = strangeness(of: worker, to: person)
    for preference in preferences where !preference.isMet(by: worker) {
      switch preference.strength {
      case .weak: pence += caseload.policy.weakPreferenceUnmet.value
      case .strong: pence += caseload.policy.strongPreferenceUnmet.value
      case .required: break
      }
    }
    var amounts: [RotaProblem.LevelAmount?] = []
    if let published = visit.published, !published.workers.contains(worker.id) {
      pence += caseload.policy.publishedWorkerChanged.value * noticeFactor(published)
      amounts.append(amount(.stability, nil, changeWeight(visit, published)))
    }
    amounts.append(amount(.cost, nil, pence))
    return amounts.compactMap { $0 }
  }

  private func strangeness(of worker: Worker, to person: Person) -> Int {
    if person.coreTeam.contains(worker.id) { return 0 }
    let isKnownToAnybody = !person.coreTeam.isEmpty
    if person.recentVisits[worker.id, default: 0] > 0 {
      return isKnownToAnybody ? caseload.policy.outsideCoreTeam.value : 0
    }
    let hasVisits = person.recentVisits.values.contains { $0 > 0 }
    return isKnownToAnybody || hasVisits ? caseload.policy.neverSeenBefore.value : 0
  }

  private func breaksWorkerLinksToFacts(_ visit: Visit, _ worker: Worker) -> Bool {
    (linksOfVisit[visit.id] ?? []).contains { link in
      guard let other = caseload.visit(link.first == visit.id ? link.second : link.first), other.state.isFact,
        let workers = other.actual?.workers
      else { return false }
      switch link.relation {
      case .differentWorker: return workers.contains(worker.id)
      case .sameWorker: return visit.demands.count <= workers.count && !workers.contains(worker.id)
      default: return false
      }
    }
  }

  private func isShortNotice(_ published: Visit.Placement) -> Bool {
    published.start - caseload.asOf < caseload.policy.shortNotice.seconds
  }

  private func noticeFactor(_ published: Visit.Placement) -> Int { isShortNotice(published) ? 2 : 1 }

  private func changeWeight(_ visit: Visit, _ published: Visit.Placement) -> Int {
    noticeFactor(published) * (visit.isTimeCritical ? 2 : 1)
  }

  // MARK: When

  private func windows(of visit: Visit) -> [RotaProblem.Window] {
    if let start = visit.lock?.start {
      guard let nearest = nearestWindow(of: visit, to: start) else { return [] }
      return [
        RotaProblem.Window(
          from: elapsed(start), until: elapsed(start), terms: terms(of: visit, in: nearest), isOrdered: true)
      ]
    }
    return visit.windows.flatMap { window in
      allowed(visit, within: window.safe).map {
        RotaProblem.Window(from: $0.0, until: $0.1, terms: terms(of: visit, in: window))
      }
    }
  }

  private func nearestWindow(of visit: Visit, to start: Instant) -> WindowAlternative? {
    visit.windows.min { left, right in
      func distance(_ window: WindowAlternative) -> Int {
        max(0, (window.safe.start - start).value, (start - window.safe.end).value)
      }
      return distance(left) < distance(right)
    }
  }

  /// The parts of a safe window that everything but the other calls allows: notice, readiness, suspensions, what has happened.
  func allowed(_ visit: Visit, within safe: InstantInterval) -> [(Seconds, Seconds)] {
    var from = max(safe.start, caseload.asOf)
    var until = safe.end
    if let ready = visit.referral.flatMap(caseload.referral)?.readyFrom { from = max(from, ready) }
    let length = visit.length
    var closed: [(Instant, Instant)] = []
    for suspension in caseload.person(visit.person)?.suspensions ?? [] {
      // A call touches a suspension from one length before it to its end, both included.
      closed.append((suspension.start - length, suspension.end))
    }
    for other in factsOfPerson[visit.person] ?? [] where other.id != visit.id {
      guard let actual = other.actual, !isTogether(visit, other) else { continue }
      closed.append((actual.start - length + Seconds(1), actual.start + other.length - Seconds(1)))
    }
    for link in linksOfVisit[visit.id] ?? [] {
      guard let bounds = boundsFromFact(visit, link) else { continue }
      from = max(from, bounds.0 ?? from)
      until = min(until, bounds.1 ?? until)
    }
    guard from <= until else { return [] }
    var parts = [(from, until)]
    for gap in closed {
      parts = parts.flatMap { part in
        [(part.0, min(part.1, gap.0 - Seconds(1))), (max(part.0, gap.1 + Seconds(1)), part.1)]
          .filter { $0.0 <= $0.1 }
      }
    }
    return parts.map { (elapsed($0.0), elapsed($0.1)) }.filter { $0.0 <= $0.1 }
  }

  private func isTogether(_ visit: Visit, _ other: Visit) -> Bool {
    (linksOfVisit[visit.id] ?? []).contains {
      $0.relation == .sameStart
        && (($0.first, $0.second) == (visit.id, other.id) || ($0.first, $0.second) == (other.id, visit.id))
    }
  }

  /// What a link to a call that has begun leaves of this call's starts.
  private func boundsFromFact(_ visit: Visit, _ link: VisitLink) -> (Instant?, Instant?)? {
    let isSecond = link.second == visit.id
    guard isSecond || link.first == visit.id,
      let other = caseload.visit(isSecond ? link.first : link.second), other.state.isFact,
      let start = other.actual?.start
    else { return nil }
    switch link.relation {
    case .sameStart: return (start, start)
    case .gap(let minimum, let maximum):
      return isSecond
        ? (start + minimum, maximum.map { start + $0 }) : (maximum.map { start - $0 }, start - minimum)
    case .order: return isSecond ? (start + other.length, nil) : (nil, start - visit.length)
    case .sameWorker, .differentWorker, .requires: return nil
    }
  }

  /// What a start adds in an alternative (`Documentation/score.md`).
  private func terms(of visit: Visit, in window: WindowAlternative) -> [RotaProblem.TimingTerm] {
    let (policy, minute, cost) = (caseload.policy, Seconds(60), levelIndex(.cost))
    let level = caseload.level(of: visit).level
    let late = visit.isTimeCritical ? policy.latePerMinuteTimeCritical : policy.latePerMinute
    let (agreedFrom, agreedUntil) = (elapsed(window.agreed.start), elapsed(window.agreed.end))
    var terms = [
      RotaProblem.TimingTerm(
        .after, elapsed(window.preferred.end), .perUnit(minute), amount: late.value, level: cost),
      RotaProblem.TimingTerm(
        .before, elapsed(window.preferred.start), .step, amount: policy.beforePreferred.value, level: cost),
      RotaProblem.TimingTerm(
        .after, agreedUntil, .perUnit(minute), amount: policy.outsideAgreedPerMinute.value, level: cost),
      RotaProblem.TimingTerm(
        .before, agreedFrom, .perUnit(minute), amount: policy.outsideAgreedPerMinute.value, level: cost),
    ]
    if level?.kind == .timeCritical {
      let index = levelIndex(.timeCriticalLate)
      terms.append(RotaProblem.TimingTerm(.after, agreedUntil, .perUnit(minute), amount: 1, level: index))
      terms.append(RotaProblem.TimingTerm(.before, agreedFrom, .perUnit(minute), amount: 1, level: index))
    }
    if level?.kind == .response, let deadline = caseload.responseDeadline(of: visit) {
      let reference = Seconds((deadline - origin).value)
      terms.append(
        RotaProblem.TimingTerm(
          .after, reference, .perUnitSquared(Seconds(900)), amount: 1,
          level: levelIndex(.responseLateness, level?.rank)))
      if deadline >= caseload.asOf {
        terms.append(
          RotaProblem.TimingTerm(
            .after, reference, .step, amount: 1, level: levelIndex(.responseAvoidable, level?.rank)))
      }
    }
    if let published = visit.published { terms += publishedTerms(of: visit, published, cost: cost) }
    return terms
  }

  private func publishedTerms(
    of visit: Visit, _ published: Visit.Placement, cost: Int
  ) -> [RotaProblem.TimingTerm] {
    let policy = caseload.policy
    let start = elapsed(published.start)
    let price = policy.publishedTimeMovedPerMinute.value * noticeFactor(published)
    let (free, change) = (policy.publishedTimeFree.seconds, policy.changeFromMinutes.seconds)
    let (weight, stability) = (changeWeight(visit, published), levelIndex(.stability))
    return [
      RotaProblem.TimingTerm(.after, start + free, .perUnit(Seconds(60)), amount: price, level: cost),
      RotaProblem.TimingTerm(.before, start - free, .perUnit(Seconds(60)), amount: price, level: cost),
      RotaProblem.TimingTerm(.after, start + change, .step, amount: weight, level: stability),
      RotaProblem.TimingTerm(.before, start - change, .step, amount: weight, level: stability),
    ]
  }
}
