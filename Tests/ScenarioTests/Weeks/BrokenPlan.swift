import CareModel
import Quantities

/// A plan with one thing wrong that a law has to refuse.
enum BrokenPlan: String, CaseIterable, Sendable {
  case startDropped, startTwice, firstVisitDropped
  case packageCallDropped, callTwice, callBehindLastDay
  case responseBreachDropped, taskDropped, carePlanBreachDropped, reviewBreachDropped, reviewDropped, limitBreachDropped
  case authoriserDropped
  case bridgingCalledReablement, reviewAfterLimit, bridgingDropped
  case callWhileAway, callAfterEnd
  case startInPast, startBeforeReady, startBehindLowerRank
  case otherCallFirst

  var law: LifeLaw {
    switch self {
    case .startDropped, .startTwice, .firstVisitDropped: .nobodyIsLost
    case .packageCallDropped: .packagesGoOn
    case .callTwice, .callBehindLastDay: .eachCallOnce
    case .responseBreachDropped, .taskDropped, .carePlanBreachDropped, .reviewBreachDropped, .reviewDropped,
      .limitBreachDropped, .authoriserDropped:
      .noClockBreaksSilently
    case .bridgingCalledReablement, .reviewAfterLimit: .noReablementAfterLimit
    case .bridgingDropped: .essentialCallsAreBridged
    case .callWhileAway, .callAfterEnd: .noCallWithoutPerson
    case .startInPast, .startBeforeReady: .startsWithinOpening
    case .startBehindLowerRank: .lowerRankTakesNothing
    case .otherCallFirst: .sameBytes
    }
  }

  /// The morning's plan, broken; nil where this morning has nothing to break.
  func plan(of morning: PlannedMorning) -> EpisodePlan? {
    let (plan, service) = (morning.plan, morning.service)
    switch self {
    case .startDropped: return plan.starts.isEmpty ? nil : plan.with(starts: Array(plan.starts.dropFirst()))
    case .startTwice: return plan.starts.first.map { plan.with(starts: plan.starts + [$0]) }
    case .firstVisitDropped: return plan.without { $0.need.kind == .firstResponse && $0.basis == .planned }
    case .packageCallDropped: return plan.without { $0.basis == .package }
    case .callTwice: return plan.calls.first.map { plan.with(calls: plan.calls + [$0]) }
    case .callBehindLastDay: return plan.moving(to: plan.lastDay.adding(days: 1)) { $0.basis == .package }
    case .responseBreachDropped: return plan.withoutBreach(.response)
    case .taskDropped: return plan.without(.firstVisit)
    case .carePlanBreachDropped: return plan.withoutBreach(.carePlan)
    case .reviewBreachDropped: return plan.withoutBreach(.review)
    case .reviewDropped: return plan.without { $0.need.kind == .review && $0.basis == .planned }
    case .limitBreachDropped:
      return plan.breaches.contains { $0.clock == .limit && $0.hasHappened } ? plan.withoutBreach(.limit) : nil
    case .authoriserDropped: return plan.without(.authoriser)
    case .bridgingCalledReablement: return plan.calling(.package) { $0.basis == .bridging }
    case .reviewAfterLimit:
      let limits = morning.limits
      let review = plan.calls.first { call in
        call.need.kind == .review && call.basis == .planned && call.episode.map { limits[$0] != nil } ?? false
      }
      guard let review, let last = review.episode.flatMap({ limits[$0] }) else { return nil }
      return plan.moving(to: last.adding(days: 1)) { $0.id == review.id }
    case .bridgingDropped: return plan.without { $0.basis == .bridging && $0.need.consequence == .high }
    case .callWhileAway:
      let away = service.people.first { person in person.suspensions.contains { $0.end > service.asOf } }
      guard let away, let stay = away.suspensions.first(where: { $0.end > service.asOf }) else { return nil }
      let date = service.calendar.serviceDate(of: stay.start).adding(days: 1)
      guard service.calendar.day(date).end <= stay.end else { return nil }
      return plan.moving(to: date) { $0.person == away.id && $0.need.kind == .personalCare }
    case .callAfterEnd:
      guard let ending = morning.facts.running.first(where: { $0.endedOn != nil }), let end = ending.endedOn else {
        return nil
      }
      return plan.moving(to: end.adding(days: 1)) { $0.episode == ending.id }
    case .startInPast: return plan.starting(at: service.asOf - Minutes(1)) { _ in true }
    case .startBeforeReady:
      let ready = plan.starts.compactMap(\.readyFrom).filter { $0 > service.asOf + Minutes(1) }
      return ready.lazy.compactMap { ready in plan.starting(at: ready - Minutes(1)) { $0.readyFrom == ready } }.first
    case .startBehindLowerRank: return plan.withFirstRankWaiting(in: service)
    case .otherCallFirst: return plan.calls.count > 1 ? plan.with(calls: plan.calls.reversed()) : nil
    }
  }
}

extension PlannedMorning {
  /// The last permitted days of running episodes, where there is one.
  fileprivate var limits: [EpisodeID: CivilDate] {
    Dictionary(
      uniqueKeysWithValues: facts.running.compactMap { record in facts.lastPermittedDay(record).map { (record.id, $0) }
      }
    )
  }
}

extension EpisodePlan {
  /// Without the first call of a kind; nil where there is none.
  fileprivate func without(_ isMeant: (PlannedCall) -> Bool) -> EpisodePlan? {
    calls.first(where: isMeant).map { dropped in with(calls: calls.filter { $0.id != dropped.id }) }
  }

  fileprivate func without(_ kind: DueTask.Kind) -> EpisodePlan? {
    tasks.contains { $0.kind == kind } ? with(tasks: tasks.filter { $0.kind != kind }) : nil
  }

  fileprivate func withoutBreach(_ clock: ClockBreach.Clock) -> EpisodePlan? {
    breaches.contains { $0.clock == clock } ? with(breaches: breaches.filter { $0.clock != clock }) : nil
  }

  fileprivate func moving(to date: CivilDate, _ isMeant: (PlannedCall) -> Bool) -> EpisodePlan? {
    changing(isMeant) { $0.with(date: date) }
  }

  fileprivate func calling(_ basis: PlannedCall.Basis, _ isMeant: (PlannedCall) -> Bool) -> EpisodePlan? {
    changing(isMeant) { $0.with(basis: basis) }
  }

  private func changing(
    _ isMeant: (PlannedCall) -> Bool, _ change: (PlannedCall) -> PlannedCall
  ) -> EpisodePlan? {
    calls.firstIndex(where: isMeant).map { index in
      var calls = calls
      calls[index] = change(calls[index])
      return with(calls: calls)
    }
  }

  fileprivate func starting(at instant: Instant, _ isMeant: (PlannedStart) -> Bool) -> EpisodePlan? {
    var starts = starts
    for (index, start) in starts.enumerated() where isMeant(start) {
      guard case .starts(let when) = start.outcome, !when.isPublished else { continue }
      starts[index] = start.with(.starts(PlannedStart.Start(date: when.date, part: when.part, earliest: instant)))
      return with(starts: starts)
    }
    return nil
  }

  /// Somebody of the first rank that waits is left out for one behind.
  fileprivate func withFirstRankWaiting(in service: Service) -> EpisodePlan? {
    let first = service.policy.careHomeRiskScope.ranks.first { rank in starts.contains { $0.rank == rank } }
    func isFree(_ start: PlannedStart) -> Bool {
      if case .starts(let when) = start.outcome { return start.state == .accepted && !when.isPublished }
      return false
    }
    guard starts.contains(where: { $0.rank != first && isFree($0) }),
      let index = starts.firstIndex(where: { $0.rank == first && isFree($0) })
    else { return nil }
    var left = starts
    left[index] = starts[index].with(.waits(.needsUnknown))
    return with(starts: left)
  }
}

extension PlannedCall {
  fileprivate func with(date: CivilDate? = nil, basis: Basis? = nil) -> PlannedCall {
    PlannedCall(
      id: id, person: person, episode: episode, referral: referral, date: date ?? self.date, part: part,
      latestPart: latestPart, need: need, basis: basis ?? self.basis, lastPermittedDay: lastPermittedDay)
  }
}

extension PlannedStart {
  fileprivate func with(_ outcome: Outcome) -> PlannedStart {
    PlannedStart(
      referral: referral, person: person, rank: rank, patch: patch, state: state, receivedAt: receivedAt,
      readyFrom: readyFrom, mustRingWard: mustRingWard, deadline: deadline, literalDeadline: literalDeadline,
      nationalDeadline: nationalDeadline, outcome: outcome, hold: hold, restartOf: restartOf)
  }
}
