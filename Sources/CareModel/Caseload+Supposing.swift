package import Quantities

extension Caseload {
  /// The same day but for some of its calls and workers: what a question supposes.
  ///
  /// - Parameters:
  ///   - visits: each stands in for the call with its id.
  ///   - workers: each stands in for the worker with its id; one that is not there comes in.
  package func supposing(visits: [Visit] = [], workers: [Worker] = []) -> Caseload {
    let (newVisits, newWorkers) = (Set(visits.map(\.id)), Set(workers.map(\.id)))
    return Caseload(
      title: title, isInvented: isInvented, asOf: asOf, serviceDate: serviceDate, calendar: calendar, policy: policy,
      places: places, matrices: matrices, people: people, episodes: episodes, referrals: referrals,
      workers: self.workers.filter { !newWorkers.contains($0.id) } + workers,
      visits: self.visits.filter { !newVisits.contains($0.id) } + visits, links: links, quarantine: quarantine)
  }
}

extension Visit {
  /// The same call with other windows.
  package func with(windows: [WindowAlternative]) -> Visit {
    Visit(
      id: id, person: person, kind: kind, episode: episode, referral: referral, mode: mode, place: place,
      demands: demands, windows: windows, consequence: consequence, isTimeCritical: isTimeCritical,
      preferences: preferences, refusedWorkers: refusedWorkers, lastPermittedDay: lastPermittedDay, lock: lock,
      state: state, published: published, actual: actual)
  }

  /// The same call with nobody's order about it.
  package var unlocked: Visit {
    var copy = self
    copy.lock = nil
    return copy
  }
}

extension Worker {
  /// The same worker, ready to stay longer in some duty periods.
  package func staying(longer: (DutyPeriod) -> Minutes) -> Worker {
    Worker(
      id: id, role: role, skills: skills, gender: gender, languages: languages,
      dutyPeriods: dutyPeriods.map { duty in
        DutyPeriod(
          id: duty.id, hours: duty.hours, startPlace: duty.startPlace, endPlace: duty.endPlace, mode: duty.mode,
          breaks: duty.breaks, agreedOvertime: duty.agreedOvertime + longer(duty))
      }, refusedPeople: refusedPeople, record: record)
  }
}
