import CareModel
import Quantities

/// What is wrong with a generated day, in words; nothing where it is valid.
func faults(in day: Caseload) -> [String] {
  idFaults(day) + referenceFaults(day) + visitFaults(day) + safeWindowFaults(day) + workerFaults(day) + linkFaults(day)
}

/// The same for a day cut from a service, whose safe windows are the policy's and may overlap the next call's agreed one.
func recordFaults(in day: Caseload) -> [String] {
  idFaults(day) + referenceFaults(day) + visitFaults(day) + workerFaults(day) + linkFaults(day)
}

private func idFaults(_ day: Caseload) -> [String] {
  let lists = [
    day.places.map(\.id.text), day.people.map(\.id.text), day.episodes.map(\.id.text), day.referrals.map(\.id.text),
    day.workers.map(\.id.text), day.visits.map(\.id.text), day.workers.flatMap { $0.dutyPeriods.map(\.id.text) },
  ]
  return lists.filter { Set($0).count != $0.count || $0.contains("") }.map { "ids are not unique: \($0)" }
}

private func referenceFaults(_ day: Caseload) -> [String] {
  var found: [String] = []
  for person in day.people {
    if day.place(person.place) == nil { found.append("\(person.id): place") }
    let workers = person.coreTeam + person.refusedWorkers + person.recentVisits.keys.sorted()
    if !workers.allSatisfy({ day.worker($0) != nil }) { found.append("\(person.id): workers") }
  }
  for referral in day.referrals where day.person(referral.person) == nil { found.append("\(referral.id): person") }
  for episode in day.episodes {
    if day.person(episode.person) == nil { found.append("\(episode.id): person") }
    if let id = episode.referral, day.referral(id)?.person != episode.person { found.append("\(episode.id): referral") }
  }
  for worker in day.workers {
    for duty in worker.dutyPeriods {
      if day.place(duty.startPlace) == nil { found.append("\(duty.id): start place") }
      if let end = duty.endPlace, day.place(end) == nil { found.append("\(duty.id): end place") }
    }
    if !worker.refusedPeople.allSatisfy({ day.person($0) != nil }) { found.append("\(worker.id): refused people") }
  }
  return found
}

private func visitFaults(_ day: Caseload) -> [String] {
  var found: [String] = []
  for visit in day.visits {
    if day.person(visit.person) == nil { found.append("\(visit.id): person") }
    if let id = visit.episode, day.episode(id)?.person != visit.person { found.append("\(visit.id): episode") }
    if let id = visit.referral, day.referral(id)?.person != visit.person { found.append("\(visit.id): referral") }
    if visit.kind == .firstResponse, visit.referral == nil { found.append("\(visit.id): answers no referral") }
    if visit.isInStartBundle,
      !day.visits.contains(where: { $0.kind == .firstResponse && $0.referral == visit.referral })
    {
      found.append("\(visit.id): no first visit")
    }
    if !(1...2).contains(visit.demands.count) || visit.demands.contains(where: { $0.length.value < 5 }) {
      found.append("\(visit.id): demands")
    }
    if visit.windows.isEmpty { found.append("\(visit.id): no window") }
    for window in visit.windows {
      if !window.agreed.contains(window.preferred) || !window.safe.contains(window.agreed) {
        found.append("\(visit.id): windows don't nest")
      }
      if !day.day.contains(window.safe) { found.append("\(visit.id): outside the day") }
    }
    for (first, second) in zip(visit.windows, visit.windows.dropFirst()) where first.safe.end >= second.safe.start {
      found.append("\(visit.id): alternatives overlap")
    }
    let workers = (visit.lock?.workers ?? []) + (visit.published?.workers ?? []) + visit.refusedWorkers
    if !workers.allSatisfy({ day.worker($0) != nil }) { found.append("\(visit.id): workers") }
    for placement in [visit.published?.workers, visit.lock?.workers].compactMap({ $0 })
    where placement.count != visit.demands.count || Set(placement).count != placement.count {
      found.append("\(visit.id): workers per demand")
    }
    let starts = [visit.lock?.start, visit.published?.start].compactMap { $0 }
    if starts.contains(where: { ($0 - day.day.start).value % day.policy.timeGrain.value != 0 }) {
      found.append("\(visit.id): off the grain")
    }
  }
  return found
}

/// Calls of one person that follow each other, by their preferred starts; only calls with one alternative.
private func safeWindowFaults(_ day: Caseload) -> [String] {
  var found: [String] = []
  for person in day.people {
    let windows = day.visits.filter { $0.person == person.id && $0.windows.count == 1 }.compactMap(\.windows.first)
      .sorted { $0.preferred.start < $1.preferred.start }
    for (first, second) in zip(windows, windows.dropFirst()) where first.safe.end >= second.safe.start {
      found.append("\(person.id): safe windows overlap")
    }
  }
  return found
}

private func workerFaults(_ day: Caseload) -> [String] {
  var found: [String] = []
  for worker in day.workers {
    for duty in worker.dutyPeriods {
      if duty.hours.length <= .zero || !day.day.contains(duty.hours) { found.append("\(duty.id): hours") }
      for rest in duty.breaks where !duty.hours.contains(rest.window) || rest.window.length < rest.length.seconds {
        found.append("\(duty.id): break")
      }
    }
    for (first, second) in zip(worker.dutyPeriods, worker.dutyPeriods.dropFirst())
    where first.hours.end + first.agreedOvertime > second.hours.start {
      found.append("\(worker.id): duties overlap")
    }
  }
  return found
}

private func linkFaults(_ day: Caseload) -> [String] {
  day.links.filter {
    if case .gap(let minimum, let maximum?) = $0.relation, maximum < minimum { return true }
    return $0.first == $0.second || day.visit($0.first) == nil || day.visit($0.second) == nil
  }.map { "link \($0.first) \($0.second)" }
}
