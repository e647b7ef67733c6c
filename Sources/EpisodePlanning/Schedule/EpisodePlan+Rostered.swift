package import CareModel
import Quantities

extension EpisodePlan {
  /// The plan with what rotas of its first days have shown: when first visits are, which calls of starts have a place and which
  /// have none, and what promises that breaks.
  package func rostered(_ rotas: RosteredCalls, of service: Service) -> EpisodePlan {
    let calls = calls.map { $0.rostered(rotas, of: service) }
    let leftOut = Dictionary(grouping: calls.filter { $0.basis == .leftOut }, by: \.referral)
    var firstVisits: [ReferralID: PlannedCall] = [:]
    for call in calls where call.need.kind == .firstResponse && rotas.starts[call.id] != nil {
      if let referral = call.referral { firstVisits[referral] = call }
    }
    let starts = starts.map { start in
      let visit = firstVisits[start.referral].flatMap { start.isPlanned(as: $0) ? $0 : nil }
      return start.rostered(
        at: visit.flatMap { rotas.starts[$0.id] }, part: visit?.part, leavingOut: leftOut[start.referral] ?? [])
    }
    let responses = ClockBreaches(service: service, starts: starts, calls: []).responses()
    let others = breaches.filter { $0.referral == nil }
    return with(
      starts: starts, calls: calls,
      breaches: ClockBreaches.ordered(responses + others + unkept(calls, rotas, service, besides: others)),
      changes: changes?.compactMap { $0.rostered(starts) })
  }

  /// Plans and reviews whose last day goes by because the rota of a day has no place for them, or nobody is on duty.
  private func unkept(
    _ calls: [PlannedCall], _ rotas: RosteredCalls, _ service: Service, besides known: [ClockBreach]
  ) -> [ClockBreach] {
    let byEpisode = Dictionary(grouping: calls.filter { $0.need.kind.hasClock && $0.referral == nil }, by: \.episode)
    let told = Set(known.map { [$0.episode?.text ?? "", $0.clock.rawValue] })
    return callsDue.compactMap { due in
      let clock: ClockBreach.Clock = due.kind == .carePlan ? .carePlan : .review
      guard service.today <= due.lastPermittedDay, due.lastPermittedDay <= lastDay,
        !told.contains([due.episode.text, clock.rawValue])
      else { return nil }
      let own = byEpisode[due.episode, default: []].filter { ($0.need.kind == .carePlan) == (due.kind == .carePlan) }
      let inTime = own.filter { $0.date <= due.lastPermittedDay }
      guard !inTime.isEmpty, inTime.allSatisfy({ rotas.uncovered.contains($0.id) }) else { return nil }
      let next = own.first { $0.date > due.lastPermittedDay }
      return ClockBreach(
        clock, person: due.person, episode: due.episode,
        deadline: service.calendar.lastInstant(of: due.lastPermittedDay),
        keptAt: next.map { service.calendar.lastInstant(of: $0.date) }, hasHappened: false)
    }
  }
}

extension PlannedStart {
  /// It is the first visit that the plan has for the start.
  fileprivate func isPlanned(as visit: PlannedCall) -> Bool {
    guard case .starts(let start) = outcome else { return false }
    return start.date == visit.date
  }
}

extension PlannedCall {
  /// A first visit at the time that its day's rota has for it; another call of a start done or left out as there.
  fileprivate func rostered(_ rotas: RosteredCalls, of service: Service) -> PlannedCall {
    guard referral != nil, !need.kind.hasClock else { return self }
    if let start = rotas.starts[id] {
      guard need.kind == .firstResponse else { return basis == .leftOut ? placed : self }
      return rostered(
        from: service.calendar.local(start).time,
        in: .of(start, on: date, calendar: service.calendar))
    }
    let isOfPackage = basis == .planned && need.kind != .firstResponse && need.consequence.isEssential
    return isOfPackage && rotas.uncovered.contains(id) ? leftOut : self
  }
}

extension PlanChange {
  /// Nil where the rota has the first visit in the part in which the plan before had it.
  fileprivate func rostered(_ starts: [PlannedStart]) -> PlanChange? {
    guard let referral, case .starts(let start)? = starts.first(where: { $0.referral == referral })?.outcome,
      start.rosteredAt != nil
    else { return self }
    let now = Place(date: start.date, part: start.part)
    guard before != now else { return nil }
    return PlanChange(person: person, referral: referral, kind: kind, before: before, after: now, reason: reason)
  }
}
