import CareModel
import Quantities

/// The day's own calls as they stand after events: what has begun as a fact, the rest as published, with what events say of it.
struct CallsAfterEvents {
  private(set) var visits: [Visit] = []
  private(set) var lifted: [LiftedLock] = []
  /// Windows that events give, by call: to be filled in where they are not written out.
  private(set) var windows: [VisitID: [WindowDraft]] = [:]
  /// Calls that an event gives other windows or another order, by event.
  private(set) var touched: [VisitID: Int] = [:]

  private let day: Caseload
  private let events: [DayEvent]
  private let played: PlayedRota
  private let interference: Interference
  private let asOf: Instant

  init(
    of day: Caseload, published: [VisitID: Visit.Placement], events: [DayEvent], played: PlayedRota,
    interference: Interference, removed: [VisitID: Int], asOf: Instant
  ) {
    self.day = day
    self.events = events
    self.played = played
    self.interference = interference
    self.asOf = asOf
    visits = day.visits.filter { removed[$0.id] == nil }.map { visit in
      var visit = visit
      if let call = played.calls[visit.id], call.start <= asOf {
        settle(&visit, call, published: published[visit.id])
      } else {
        visit.published = published[visit.id]
        visit.state = visit.published == nil ? .planned : .published
        visit.demands = visit.demands.map { demand in
          Demand(roles: demand.roles, skills: demand.skills, length: interference.length(of: demand, in: visit))
        }
      }
      return visit
    }
    for (index, event) in events.enumerated() { apply(event, index) }
    for index in visits.indices {
      liftVoidLock(index)
      withdrawVoidPromise(index)
    }
  }

  /// A call that has begun: done by whom, when and for how long.
  private func settle(_ visit: inout Visit, _ call: PlayedRota.Call, published: Visit.Placement?) {
    let most = CaseloadLimits.callMinutes.upperBound
    visit.demands = zip(visit.demands, call.ends).map { demand, end in
      let length = min(Minutes(most), max(Minutes(1), (end - call.start).startedMinutes))
      return Demand(roles: demand.roles, skills: demand.skills, length: length)
    }
    visit.state = (played.end(of: visit.id) ?? asOf) <= asOf ? .done : .underWay
    visit.actual = Visit.Placement(workers: call.workers, start: call.start)
    visit.published = published ?? visit.published
  }

  private mutating func apply(_ event: DayEvent, _ index: Int) {
    guard let id = event.visit, let place = visits.firstIndex(where: { $0.id == id }), !visits[place].state.isFact
    else { return }
    switch event.matter {
    case .newWindows(_, let windows):
      self.windows[id] = windows
      touched[id] = index
    case .locked(_, let order): lock(place, order, index)
    case .unlocked:
      visits[place].lock = nil
      touched[id] = index
    default: break
    }
  }

  /// A stretch of time narrows the call's windows; everything else is a lock.
  private mutating func lock(_ place: Int, _ order: CallOrder, _ index: Int) {
    let visit = visits[place]
    touched[visit.id] = index
    let isTime = order.start.map { $0.length == .zero } ?? false
    if order.workers != nil || isTime {
      visits[place].lock = Lock(
        workers: order.workers, start: isTime ? order.start?.start : nil, setBy: order.setBy, reason: order.reason)
    }
    guard let stretch = order.start, !isTime else { return }
    let narrowed = visit.windows.compactMap { narrow($0, to: stretch) }
    windows[visit.id] =
      narrowed.isEmpty ? [WindowDraft(preferred: stretch, agreed: stretch, safe: stretch)] : narrowed
  }

  private func narrow(_ window: WindowAlternative, to stretch: InstantInterval) -> WindowDraft? {
    guard let safe = window.safe.intersection(stretch) else { return nil }
    let agreed = window.agreed.intersection(safe) ?? safe
    return WindowDraft(preferred: window.preferred.intersection(agreed) ?? agreed, agreed: agreed, safe: safe)
  }

  /// What can't be kept, or is asked for otherwise now, binds nobody.
  private mutating func withdrawVoidPromise(_ place: Int) {
    let visit = visits[place]
    guard !visit.state.isFact, played.undone[visit.id] != nil || touched[visit.id] != nil else { return }
    visits[place].published = nil
    visits[place].state = .planned
  }

  // MARK: Orders that nobody can carry out any more

  private mutating func liftVoidLock(_ place: Int) {
    let visit = visits[place]
    guard let lock = visit.lock, !visit.state.isFact, touched[visit.id] == nil else { return }
    if let stay = interference.away[visit.person]?.first(where: { isVoid(visit, lock, $0.interval) }) {
      lift(place, lock, to: nil, by: stay.event)
      return
    }
    let gone = (lock.workers ?? []).compactMap { interference.off[$0] }
      .first { absence in lock.start.map { absence.from <= $0 } ?? true }
    let workers = gone == nil ? lock.workers : nil
    let begins = played.calls[visit.id]?.start
    let isTooLate = lock.start.map { start in start < asOf || begins.map { start < $0 } ?? false } ?? false
    let start = isTooLate ? nil : lock.start
    guard workers != lock.workers || start != lock.start else { return }
    let event = gone?.event ?? played.undone[visit.id] ?? played.calls[visit.id]?.delayedBy.first
    let rest =
      workers == nil && start == nil
      ? nil : Lock(workers: workers, start: start, setBy: lock.setBy, reason: lock.reason)
    lift(place, lock, to: rest, by: event)
  }

  private func isVoid(_ visit: Visit, _ lock: Lock, _ stay: InstantInterval) -> Bool {
    let end = lock.start.map { $0 + visit.length }
    if let start = lock.start, let end { return stay.start <= end && start <= stay.end }
    return visit.windows.allSatisfy { stay.contains($0.safe) }
  }

  private mutating func lift(_ place: Int, _ lock: Lock, to rest: Lock?, by event: Int?) {
    visits[place].lock = rest
    lifted.append(LiftedLock(visit: visits[place].id, lock: lock, event: event.map { events[$0].id }))
  }
}
