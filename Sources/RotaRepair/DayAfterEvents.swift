package import CareModel
package import Quantities
package import TravelTimes

/// A day as it stands after events, with what they do to its published rota: what a repair begins from.
///
/// What the rota has begun by `asOf` is a fact, done as published unless an event says otherwise; what is under way stays with its workers;
/// the rest is published to its workers at its start, but for calls of which the promise is void: whose worker or person is gone, or which
/// are asked for otherwise. Those bind nobody any more, so that no other call is moved to keep their time. Nothing is planned yet.
/// ```swift
/// let after = try DayAfterEvents(caseload, rota: rota, events: events, travel: travel)
/// ```
package struct DayAfterEvents: Sendable {
  package let caseload: Caseload
  /// Calls of the rota that had not begun, as published: those that are gone among them.
  package let published: [VisitID: Visit.Placement]
  /// Calls that would not be done as published if nobody did anything, by the events that struck them.
  package let struckBy: [VisitID: [EventID]]
  /// Calls that are not to be done any more.
  package let fallenAway: [FallenCall]
  /// Calls that events brought, in order of id.
  package let brought: [(visit: VisitID, event: EventID)]
  package let lifted: [LiftedLock]
  /// What was left out of a record that an event brought, or looks like a slip.
  package let warnings: [EventProblem]

  /// A call that an event has stopped before it began, or that can't be done without such a call.
  package struct FallenCall: Hashable, Sendable {
    package let visit: VisitID
    package let person: PersonID
    package let event: EventID
  }

  /// Applies events to a day and its published rota.
  ///
  /// - Parameters:
  ///   - asOf: nil takes the latest event's instant, or the day's where that is later.
  ///   - travel: between the places of the day.
  /// - Throws: `EventRefusal` with everything that is wrong with any event; nothing is applied then.
  package init(
    _ day: Caseload, rota: Rota, events: [DayEvent], asOf: Instant? = nil, travel: TravelModel
  ) throws(EventRefusal) {
    let now = asOf ?? events.map(\.at).reduce(day.asOf, max)
    let references = EventReferences(events, on: day, asOf: now)
    let interference = references.interference
    let played = PlayedRota(rota, of: day, travel: travel, with: interference)
    let removed = DayAfterEvents.removed(day, played, interference, asOf: now)
    let progress = EventProgress(day: day, played: played, asOf: now, removed: removed).problems(events)
    let told = Dictionary(
      PlayedRota.wholeCalls(of: rota, day).filter { !$0.visit.state.isFact }.map { call in
        let workers = call.stops.map { rota.runs[$0.run].worker }
        return (call.visit.id, Visit.Placement(workers: workers, start: call.stops[0].start))
      }, uniquingKeysWith: { first, _ in first })
    let calls = CallsAfterEvents(
      of: day, published: told, events: events, played: played, interference: interference, removed: removed,
      asOf: now)
    let facts = calls.visits.filter(\.state.isFact)
    let workers = WorkersAfterEvents(
      played: played, rota: rota, interference: interference, ends: DayAfterEvents.ends(of: facts), asOf: now)
    let merge = MergedDay(
      day, asOf: now, people: day.people.map { DayAfterEvents.person($0, interference, facts) },
      workers: day.workers.map(workers.worker), calls: calls, removed: Set(removed.keys), events: events)
    let problems = references.problems + progress + merge.problems
    guard problems.isEmpty else { throw EventRefusal(problems) }
    caseload = merge.caseload
    warnings = merge.warnings
    lifted = calls.lifted
    published = told.filter { id, _ in !facts.contains { $0.id == id } }
    fallenAway = removed.sorted { $0.key < $1.key }.compactMap { id, event in
      day.visit(id).map { FallenCall(visit: id, person: $0.person, event: events[event].id) }
    }
    brought = events.flatMap { event in (event.records?.visits ?? []).map { ($0.visit.id, event.id) } }
      .sorted { $0.0 < $1.0 }
    struckBy = DayAfterEvents.struck(
      caseload, published: told, played: played, interference: interference, touched: calls.touched
    ).mapValues { $0.map { events[$0].id } }
  }

  // MARK: Calls that are gone

  /// Calls that an event has stopped before they began, and those that can't be done without one of them.
  private static func removed(
    _ day: Caseload, _ played: PlayedRota, _ interference: Interference, asOf: Instant
  ) -> [VisitID: Int] {
    var removed = interference.stopped.filter { played.calls[$0.key] == nil && !$0.value.isAtDoor }
      .mapValues(\.event)
    var queue = removed.keys.sorted()
    while let id = queue.popLast() {
      guard let visit = day.visit(id), let event = removed[id] else { continue }
      var dependents = day.links.filter { $0.relation == .requires && $0.first == id }.map(\.second)
      if visit.kind == .firstResponse {
        dependents += day.visits.filter { $0.isInStartBundle && $0.referral == visit.referral }.map(\.id)
      }
      for dependent in dependents where removed[dependent] == nil {
        if let begun = played.calls[dependent]?.start, begun <= asOf { continue }
        removed[dependent] = event
        queue.append(dependent)
      }
    }
    return removed
  }

  // MARK: Calls that can't stay

  private static func struck(
    _ caseload: Caseload, published: [VisitID: Visit.Placement], played: PlayedRota, interference: Interference,
    touched: [VisitID: Int]
  ) -> [VisitID: [Int]] {
    var struck: [VisitID: [Int]] = [:]
    for visit in caseload.visits where !visit.state.isFact {
      guard let told = published[visit.id] else { continue }
      var events: [Int] = []
      if let call = played.calls[visit.id] {
        let isSafe = visit.windows.contains { $0.safe.contains(call.start) }
        if call.start - told.start > caseload.policy.changeFromMinutes.seconds || !isSafe { events += call.delayedBy }
      }
      // What needs a call that is not done can't stay either.
      let needed = caseload.links.filter { $0.relation == .requires && $0.second == visit.id }.map(\.first)
      let first = caseload.visits.first { $0.kind == .firstResponse && $0.referral == visit.referral }
      let ahead = needed + (visit.isInStartBundle ? [first?.id].compactMap { $0 } : [])
      events += ahead.compactMap { played.undone[$0] }
      events += [played.undone[visit.id], interference.lengths[visit.id]?.event, touched[visit.id]].compactMap { $0 }
      if !events.isEmpty { struck[visit.id] = Set(events).sorted() }
    }
    return struck
  }

  // MARK: People and facts

  /// Somebody who has gone to hospital is away from when their call in hand is over.
  private static func person(_ person: Person, _ interference: Interference, _ facts: [Visit]) -> Person {
    guard let stays = interference.away[person.id] else { return person }
    var person = person
    let ends = facts.filter { $0.person == person.id }.compactMap { visit in
      visit.actual.map { $0.start + visit.length + Seconds(1) }
    }
    person.suspensions += stays.compactMap { stay in
      let begun = ends.filter { stay.interval.start < $0 }.max() ?? stay.interval.start
      return InstantInterval(start: begun, end: max(begun, stay.interval.end))
    }
    return person
  }

  private static func ends(of facts: [Visit]) -> [WorkerID: [(start: Instant, end: Instant)]] {
    var ends: [WorkerID: [(start: Instant, end: Instant)]] = [:]
    for visit in facts {
      guard let actual = visit.actual else { continue }
      for (worker, demand) in zip(actual.workers, visit.demands) {
        ends[worker, default: []].append((actual.start, actual.start + demand.length))
      }
    }
    return ends
  }
}
