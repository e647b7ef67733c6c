import CareModel
import Quantities

/// What is not where an earlier plan had it, each with the reason why it could not stay.
struct ScheduleChanges {
  let service: Service
  let previous: PreviousPlan
  let problem: PlanningProblem
  let choice: [PlanningProblem.Decision?]
  let classes: WorkClasses
  let pools: CapacityPools
  let levels: ScheduleLevels

  /// - Parameters:
  ///   - found: the queue as it has been planned.
  ///   - options: what keeps a start from its days.
  func starts(
    _ queue: StartQueue, _ candidates: ScheduleCandidates, _ found: [PlannedStart], _ options: StartOptions
  ) -> [PlanChange] {
    let known = Set(queue.entries.map(\.record.id))
    let waiting = queue.entries.indices.compactMap { index -> PlanChange? in
      let entry = queue.entries[index]
      let before = previous.starts[entry.record.id].map { PlanChange.Place(date: $0.date, part: $0.part) }
      var after: PlanChange.Place?
      if case .starts(let start) = found[index].outcome { after = PlanChange.Place(date: start.date, part: start.part) }
      guard before != after else { return nil }
      return PlanChange(
        person: entry.record.referral.person, referral: entry.record.id, kind: .firstResponse, before: before,
        after: after, reason: reason(entry, index, before, candidates, options))
    }
    let gone = previous.starts.filter { !known.contains($0.key) && !hasBegun($0.key) }.map { referral, start in
      PlanChange(
        person: start.person, referral: referral, kind: .firstResponse,
        before: PlanChange.Place(date: start.date, part: start.part), after: nil, reason: .notWanted)
    }
    return waiting + gone.sorted { ($0.referral ?? ReferralID("")) < ($1.referral ?? ReferralID("")) }
  }

  private func hasBegun(_ referral: ReferralID) -> Bool {
    service.episodes.contains { $0.episode.referral == referral && $0.state != .preStart }
  }

  private func reason(
    _ entry: StartQueue.Entry, _ index: Int, _ before: PlanChange.Place?, _ candidates: ScheduleCandidates,
    _ options: StartOptions
  ) -> PlanChange.Reason {
    guard let before else { return previous.waiting.contains(entry.record.id) ? .dayFound : .new }
    if entry.promised != nil { return .booked }
    if before.date < service.today { return .dayIsOver }
    guard let place = candidates.placeOfEntry[index], let ways = candidates.ways[index] else { return .notWanted }
    let old = ways.all.indices.filter {
      ways.all[$0].start.date == before.date && ways.all[$0].start.part == before.part
    }
    return reason(old, of: place, limited: .reserved)
      ?? .notPossible(
        options.blockedDays(of: entry).first { service.calendar.serviceDate(of: $0.from) == before.date }?.why
          ?? options.obstacle(of: entry.record))
  }

  /// Calls that an earlier plan had on a day of the coming two weeks.
  ///
  /// - Parameters:
  ///   - open: calls that have to find days, as they were given to the problem.
  ///   - calls: the whole plan.
  func calls(
    _ open: ScheduleCandidates.Open, _ candidates: ScheduleCandidates, _ calls: [PlannedCall]
  ) -> [PlanChange] {
    let now = Dictionary(
      grouping: calls.filter { $0.basis == .planned && $0.referral == nil }, by: PreviousPlan.Call.init)
    let booked = Set(calls.filter { $0.basis == .booked }.compactMap(PreviousPlan.Call.init))
    let places = Dictionary(
      zip(open.all, candidates.placeOfOpen).flatMap { calls, place in
        Set(calls.ways.flatMap(\.calls).compactMap(PreviousPlan.Call.init)).map { ($0, (calls, place)) }
      }, uniquingKeysWith: { first, _ in first })
    let last = service.today.adding(days: StartOptions.startDays - 1)
    return previous.calls.sorted { $0.key.order < $1.key.order }.flatMap { key, dates -> [PlanChange] in
      guard let person = service.episode(key.episode)?.episode.person else { return [] }
      let dates = dates.filter { $0 <= last }.prefix(key.line == nil ? 1 : dates.count)
      let held =
        service.episode(key.episode)?.hasHeld(key, since: service.calendar.serviceDate(of: previous.asOf)) ?? false
      let found = (now[key] ?? []).map(\.date)
      let gone = dates.filter { !found.contains($0) && !(held && $0 <= service.today) }
      let new = found.filter { $0 <= last && !dates.contains($0) }
      let inOtherMode = (now[key] ?? []).filter { dates.contains($0.date) }.compactMap { call in
        otherMode(of: call, key, places[key]).map { mode in
          PlanChange(
            person: person, episode: key.episode, kind: key.kind, line: key.line,
            before: PlanChange.Place(date: call.date, mode: mode.before),
            after: PlanChange.Place(date: call.date, mode: call.need.mode), reason: mode.reason)
        }
      }
      return inOtherMode
        + gone.enumerated().compactMap { index, date -> PlanChange? in
          let after = index < new.count ? new[index] : nil
          let reason = reason(key, date, places[key], isBooked: booked.contains(key), hasDay: after != nil)
          return reason.map {
            PlanChange(
              person: person, episode: key.episode, kind: key.kind, line: key.line,
              before: PlanChange.Place(date: date), after: after.map { PlanChange.Place(date: $0) }, reason: $0)
          }
        }
    }
  }

  /// How a call on the same day was to be held before, where that was otherwise, and why it could not stay.
  private func otherMode(
    of call: PlannedCall, _ key: PreviousPlan.Call, _ place: (calls: OpenCalls, place: Int)?
  ) -> (before: Visit.Mode, reason: PlanChange.Reason)? {
    guard let before = previous.modes[key]?[call.date], before != call.need.mode, let place else { return nil }
    let old = place.calls.ways.indices.filter {
      place.calls.ways[$0].calls.contains { $0.date == call.date && $0.need.mode == before }
    }
    return (before, reason(old, of: place.place, limited: nil) ?? .notPossible(nil))
  }

  private func reason(
    _ key: PreviousPlan.Call, _ date: CivilDate, _ place: (calls: OpenCalls, place: Int)?, isBooked: Bool, hasDay: Bool
  ) -> PlanChange.Reason? {
    if date < service.today { return key.line == nil ? .dayIsOver : nil }
    if isBooked, !hasDay { return .booked }
    guard let place else { return .notWanted }
    let old = place.calls.ways.indices.filter { place.calls.ways[$0].calls.contains { $0.date == date } }
    return reason(old, of: place.place, limited: nil) ?? .notPossible(nil)
  }

  /// Why none of the options that keep something where it was is taken; nil where there is none.
  ///
  /// - Parameter limited: what it means that none is left of what they use: starts that are kept for others, or a clinic's slots.
  private func reason(_ old: [Int], of candidate: Int, limited: StartObstacle?) -> PlanChange.Reason? {
    guard !old.isEmpty else { return nil }
    let room = problem.room(after: choice, without: candidate)
    let mine = problem.candidates[candidate]
    let now = mine.cost(of: choice[candidate])
    let kept = old.compactMap { problem.decision(for: $0, of: mine, in: room)?.decision }.map { mine.cost(of: $0) }
      .min { $0.lexicographicallyPrecedes($1) }
    if let kept {
      let level = kept.indices.first { kept[$0] != now[$0] }
      return .better(level.map { levels.printedNames[$0] } ?? levels.printedNames[levels.place(of: .changes)])
    }
    let short = LeastShortage(classes: classes, pools: pools, problem: problem).of(old, of: candidate, in: room)
    return short.map(PlanChange.Reason.noRoom) ?? .notPossible(limited)
  }
}

extension PreviousPlan.Call {
  /// Nil for a call of no episode, or one on fixed days.
  init?(_ call: PlannedCall) {
    guard let episode = call.episode, call.line != nil || call.need.kind.hasClock else { return nil }
    self.init(episode: episode, kind: call.need.kind, line: call.line)
  }

  fileprivate var order: (EpisodeID, String, String) { (episode, kind.rawValue, line?.text ?? "") }
}

extension EpisodeRecord {
  /// A care plan agreed or a review held since a day.
  fileprivate func hasHeld(_ call: PreviousPlan.Call, since date: CivilDate) -> Bool {
    switch call.kind {
    case .carePlan: clocks.carePlanAgreedOn != nil
    case .review: clocks.reviewsHeld.last.map { $0 >= date } ?? false
    default: false
    }
  }
}
