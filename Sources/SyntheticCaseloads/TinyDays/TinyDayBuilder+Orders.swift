import CareModel
import Quantities
import ReproducibleNumbers
import TravelTimes

/// Locks and facts: at most one call, so that a run of that call alone always keeps it.
extension TinyDayBuilder {
  mutating func addOrders() {
    if chance(600, of: .facts) { settle(asFact: true) } else if chance(600, of: .locks) { settle(asFact: false) }
  }

  private mutating func settle(asFact: Bool) {
    let day = draft.caseload
    let travel = TravelModel(places: draft.places, matrices: draft.matrices, policy: draft.policy.travel)
    let linked = draft.links.flatMap { [$0.first, $0.second] }
    let visits = draft.visits.indices.filter { index in
      let visit = draft.visits[index]
      return visit.demands.count == 1 && !visit.isRemote && visit.episode != nil && !linked.contains(visit.id)
        && day.obstacle(to: visit) == nil
    }
    let candidates = visits.flatMap { index in
      draft.workers.flatMap { worker in
        worker.dutyPeriods.flatMap { duty in
          starts(of: draft.visits[index], by: worker, in: duty, day, travel, asFact: asFact)
            .map { (index: index, placement: Visit.Placement(workers: [worker.id], start: $0)) }
        }
      }
    }
    let shape = stream.nextInt(below: 3)
    guard let chosen = stream.choose(from: candidates) else { return }
    let visit = draft.visits[chosen.index]
    if asFact {
      let isOver = chosen.placement.start + visit.length <= draft.asOf
      draft.visits[chosen.index] = visit.settled(
        lock: nil, state: isOver ? .done : .underWay, actual: chosen.placement)
    } else {
      let lock = Lock(
        workers: shape == 1 ? nil : chosen.placement.workers, start: shape == 2 ? nil : chosen.placement.start,
        setBy: "coordinator", reason: "asked for")
      draft.visits[chosen.index] = visit.settled(lock: lock, state: visit.state, actual: nil)
    }
  }

  /// Every start on the grain at which a run of this call alone breaks no rule.
  private func starts(
    of visit: Visit, by worker: Worker, in duty: DutyPeriod, _ day: Caseload, _ travel: TravelModel, asFact: Bool
  ) -> [Instant] {
    guard let person = day.person(visit.person), let place = day.place(of: visit), let demand = visit.demands.first,
      demand.isMet(by: worker), duty.breaks.allSatisfy(\.isTaken),
      !person.refusedWorkers.contains(worker.id), !visit.refusedWorkers.contains(worker.id),
      !worker.refusedPeople.contains(person.id),
      (person.preferences + visit.preferences).allSatisfy({ $0.strength != .required || $0.isMet(by: worker) })
    else { return [] }
    let limits = DutyLimits(of: duty, of: worker, policy: day.policy)
    let there = travel.leg(
      from: duty.startPlace, to: place, mode: duty.mode, part: day.travelDayPart(to: visit))
    let back = duty.endPlace.map { travel.leg(from: place, to: $0, mode: duty.mode, part: .offPeak).seconds }
    let departure = asFact ? limits.earliestStart : max(limits.earliestStart, day.asOf)
    let lastEnd = min(limits.latestEnd, duty.hours.end)
    return visit.windows.flatMap { window -> [Instant] in
      var starts: [Instant] = []
      var start = onGrain(max(window.safe.start, departure + there.seconds))
      let latest = asFact ? min(window.safe.end, day.asOf) : window.safe.end
      while start <= latest, start + demand.length + (back ?? .zero) <= lastEnd {
        let stretch = InstantInterval(start: start, end: start + demand.length)
        let isAway = person.suspensions.contains { away in stretch.map(away.overlaps) ?? true }
        if !isAway { starts.append(start) }
        start = start + day.policy.timeGrain
      }
      return starts
    }
  }
}

extension Visit {
  /// The same call under an order, or as it happened.
  func settled(lock: Lock?, state: State, actual: Placement?) -> Visit {
    Visit(
      id: id, person: person, kind: kind, episode: episode, referral: referral, mode: mode, place: place,
      demands: demands, windows: windows, consequence: consequence, isTimeCritical: isTimeCritical,
      preferences: preferences, refusedWorkers: refusedWorkers, lastPermittedDay: lastPermittedDay, lock: lock,
      state: state, published: published, actual: actual)
  }
}
